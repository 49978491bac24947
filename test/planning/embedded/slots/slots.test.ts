import { describe, expect, it } from 'vitest';
import { deviceNames } from '../../../../src/planning/embedded/slots/device-names.ts';
import { directionOf } from '../../../../src/planning/embedded/slots/direction.ts';
import {
  jobTitle,
  mailName,
  managerOf,
  newHireName,
} from '../../../../src/planning/embedded/slots/new-hire.ts';
import { pickOption } from '../../../../src/planning/embedded/slots/pick-option.ts';
import { aboutSelf, isJustMe } from '../../../../src/planning/embedded/slots/self.ts';
import {
  GROUP_SPEECH,
  PRODUCT_SPEECH,
  PROGRAM_SPEECH,
} from '../../../../src/planning/embedded/slots/speech.ts';
import { thingPhrases } from '../../../../src/planning/embedded/slots/thing-phrases.ts';

interface Row<T> {
  readonly name: string;
  readonly text: string;
  readonly expected: T;
}

const phrases: readonly (Row<string> & { readonly speech: typeof GROUP_SPEECH })[] = [
  {
    name: 'before list',
    text: 'add me to the Finance EU list',
    speech: GROUP_SPEECH,
    expected: 'Finance EU',
  },
  {
    name: 'after group',
    text: 'add me to the group Finance EU please',
    speech: GROUP_SPEECH,
    expected: 'Finance EU',
  },
  {
    name: 'after to alone',
    text: 'add me to finance eu please',
    speech: GROUP_SPEECH,
    expected: 'finance eu',
  },
  {
    name: 'quoted',
    text: 'add me to "Finance, the EU one"',
    speech: GROUP_SPEECH,
    expected: 'Finance, the EU one',
  },
  {
    name: 'kind before the noun',
    text: 'on the Newsletter distribution list',
    speech: GROUP_SPEECH,
    expected: 'Newsletter',
  },
  {
    name: 'kind before the name',
    text: 'from the distribution list Newsletter',
    speech: GROUP_SPEECH,
    expected: 'Newsletter',
  },
  {
    name: 'two joined',
    text: 'to Sales and Marketing',
    speech: GROUP_SPEECH,
    expected: 'Sales and Marketing',
  },
  {
    name: 'a filler that starts a name',
    text: 'remove Sam from All Staff',
    speech: GROUP_SPEECH,
    expected: 'All Staff',
  },
  {
    name: 'access to a product',
    text: 'I need access to Ledger',
    speech: PRODUCT_SPEECH,
    expected: 'Ledger',
  },
  {
    name: 'a licence for a product',
    text: 'a licence for Visual Plan 2 please',
    speech: PRODUCT_SPEECH,
    expected: 'Visual Plan 2',
  },
  {
    name: 'a product licence',
    text: 'I need a Visual Plan 2 licence',
    speech: PRODUCT_SPEECH,
    expected: 'Visual Plan 2',
  },
  {
    name: 'install a program',
    text: 'please install PDF Reader on my laptop',
    speech: PROGRAM_SPEECH,
    expected: 'PDF Reader',
  },
  {
    name: 'the latest version of',
    text: 'the latest version of Zoom',
    speech: PROGRAM_SPEECH,
    expected: 'Zoom',
  },
];

describe('thingPhrases', () => {
  it.each(phrases)('$name', ({ text, speech, expected }) => {
    expect(thingPhrases(text, speech)[0]?.text).toBe(expected);
  });

  it('never makes up a word', () => {
    const text = 'move Dana from the Sales list to Payroll & Finance';
    for (const phrase of thingPhrases(text, GROUP_SPEECH)) expect(text).toContain(phrase.text);
  });

  it('says what the preposition says', () => {
    const found = thingPhrases('from Finance to Payroll', GROUP_SPEECH);
    expect(Object.fromEntries(found.map(({ text, direction }) => [text, direction]))).toEqual({
      Finance: 'remove',
      Payroll: 'add',
    });
  });
});

describe('directionOf', () => {
  const rows: readonly Row<string>[] = [
    { name: 'add', text: 'add me to X', expected: 'add' },
    { name: 'join', text: 'I want to join X', expected: 'add' },
    { name: 'access', text: 'I need access to X', expected: 'add' },
    { name: 'remove', text: 'remove Sam from X', expected: 'remove' },
    { name: 'take off', text: 'take me off the X list', expected: 'remove' },
    { name: 'stop receiving', text: 'I want to stop receiving X', expected: 'remove' },
    { name: 'remove access is a removal', text: 'remove my access to X', expected: 'remove' },
    { name: 'move', text: 'move me from X to Y', expected: 'move' },
    { name: 'both', text: 'add Sam to X and remove Dana', expected: 'unclear' },
    { name: 'neither', text: 'the X list', expected: 'unclear' },
  ];
  it.each(rows)('$name', ({ text, expected }) => expect(directionOf(text)).toBe(expected));
});

describe('aboutSelf', () => {
  const rows: readonly Row<string>[] = [
    { name: 'my password', text: 'my password', expected: 'explicit' },
    { name: 'my new phone', text: 'my new phone', expected: 'explicit' },
    { name: 'I forgot', text: 'I forgot it', expected: 'explicit' },
    { name: 'I am locked out', text: "I'm now locked out", expected: 'explicit' },
    { name: 'add me', text: 'add me to X', expected: 'explicit' },
    { name: 'a colleague', text: 'my colleague forgot her password', expected: 'somebody_else' },
    { name: 'her account', text: 'please unlock her account', expected: 'somebody_else' },
    { name: 'she', text: 'the account is locked, she cannot log in', expected: 'somebody_else' },
    { name: 'nothing said', text: 'password reset', expected: 'unsaid' },
  ];
  it.each(rows)('$name', ({ text, expected }) => expect(aboutSelf(text)).toBe(expected));

  it.each([
    { name: 'me', text: 'me', expected: true },
    { name: "it's for myself", text: "it's for myself, please", expected: true },
    { name: 'more than me', text: 'me and Dana Reyes', expected: false },
    { name: 'somebody', text: 'Mia', expected: false },
  ])('an answer: $name', ({ text, expected }) => expect(isJustMe(text)).toBe(expected));
});

describe('pickOption', () => {
  const options = [
    { id: '1', name: 'Sam Ortiz', detail: 'sam.ortiz@tidewater.example' },
    { id: '2', name: 'Sam Okafor', detail: 'sam.okafor@tidewater.example' },
  ];
  const groups = [
    { id: '1', name: 'Finance', detail: '' },
    { id: '2', name: 'Finance EU', detail: '' },
  ];
  it.each([
    { name: 'by address', answer: 'sam.okafor@tidewater.example please', among: options, expected: '2' },
    { name: 'not by another address', answer: 'sam@elsewhere.example', among: options, expected: undefined },
    {
      name: 'not by a longer address',
      answer: 'xsam.okafor@tidewater.example',
      among: options,
      expected: undefined,
    },
    { name: 'by full name', answer: 'I mean Sam Ortiz', among: options, expected: '1' },
    { name: 'by last name', answer: 'okafor', among: options, expected: '2' },
    { name: 'by number', answer: '2', among: options, expected: '2' },
    { name: 'by ordinal', answer: 'the first one', among: options, expected: '1' },
    { name: 'not by what both have', answer: 'Sam', among: options, expected: undefined },
    { name: 'not if both are named', answer: 'Sam Ortiz or Sam Okafor', among: options, expected: undefined },
    { name: 'not by yes for two', answer: 'yes', among: options, expected: undefined },
    { name: 'by yes for one', answer: 'yes', among: options.slice(0, 1), expected: '1' },
    { name: 'the shorter of two names', answer: 'finance', among: groups, expected: '1' },
    { name: 'the longer of two names', answer: 'the Finance EU one', among: groups, expected: '2' },
  ])('$name', ({ answer, among, expected }) => expect(pickOption(answer, among)?.id).toBe(expected));
});

describe('new hires', () => {
  it.each([
    { name: 'starter', text: 'New starter Priya Nair on Monday', expected: 'Priya Nair' },
    { name: 'name with a colon', text: 'Onboarding\nName: Priya Nair\nTitle: Nurse', expected: 'Priya Nair' },
    { name: 'before a verb', text: 'Please note Priya Nair is joining on Monday', expected: 'Priya Nair' },
    { name: 'an account for', text: 'set up an account for Priya van Dam', expected: 'Priya van Dam' },
    { name: 'one word is no full name', text: 'New starter Priya on Monday', expected: undefined },
    { name: 'no name', text: 'a new colleague starts on Monday', expected: undefined },
  ])('name: $name', ({ text, expected }) => expect(newHireName(text)).toBe(expected));

  it.each([
    { name: 'as a', text: 'joins as a dental nurse on Monday', expected: 'dental nurse' },
    { name: 'title', text: 'Title: Office Manager, starts Monday', expected: 'Office Manager' },
    { name: 'before the name', text: 'our new bookkeeper Tom Berg', expected: 'bookkeeper' },
    { name: 'a new starter is no title', text: 'new starter Tom Berg', expected: undefined },
    { name: 'as soon as possible is no title', text: 'as soon as possible', expected: undefined },
  ])('title: $name', ({ text, expected }) => expect(jobTitle(text)).toBe(expected));

  it.each([
    { name: 'my team', text: 'joining my team', expected: 'requester' },
    { name: 'reports to me', text: 'she reports to me', expected: 'requester' },
    { name: 'reports to somebody', text: 'reporting to Mia Fontaine', expected: 'Mia Fontaine' },
    { name: "somebody's team", text: "joins Mia Fontaine's team", expected: 'Mia Fontaine' },
    {
      name: 'by address',
      text: 'manager: mia.fontaine@tidewater.example',
      expected: 'mia.fontaine@tidewater.example',
    },
    { name: 'unsaid', text: 'starts on Monday', expected: 'unsaid' },
  ])('manager: $name', ({ text, expected }) => {
    const found = managerOf(text);
    expect(found.type === 'named' ? found.query : found.type).toBe(expected);
  });

  it.each([
    { name: 'plain', text: 'Priya Nair', expected: 'priya.nair' },
    { name: 'accents', text: 'Zoë Łukasiewicz', expected: 'zoe.lukasiewicz' },
    { name: 'umlauts and sharp s', text: 'Jörg Weiß', expected: 'jorg.weiss' },
    { name: 'several words', text: 'Maria de la Cruz', expected: 'maria.cruz' },
    { name: 'an apostrophe', text: "Sean O'Neil", expected: 'sean.oneil' },
    { name: 'another script', text: '李 小龙', expected: undefined },
    { name: 'one word', text: 'Priya', expected: undefined },
  ])('address: $name', ({ text, expected }) => expect(mailName(text)).toBe(expected));
});

describe('deviceNames', () => {
  it.each([
    { name: 'a label', text: 'printer PRN-LYON-2 is stuck', expected: ['PRN-LYON-2'] },
    { name: 'letters and digits', text: 'on lt0042 please', expected: ['lt0042'] },
    { name: 'no label', text: 'the Wi-Fi printer prints A4 in co-worker style', expected: [] },
  ])('$name', ({ text, expected }) => expect(deviceNames(text)).toEqual(expected));
});
