import { describe, expect, it } from 'vitest';
import { ownWords } from '../../../../src/planning/embedded/slots/own-words.ts';
import { personMentions } from '../../../../src/planning/embedded/slots/person-mentions.ts';

const rows: readonly {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}[] = [
  { name: 'after for', text: 'reset the password for Sam Ortiz', expected: ['Sam Ortiz!'] },
  {
    name: 'in small letters after for',
    text: 'reset the password for sam ortiz please',
    expected: ['sam ortiz'],
  },
  { name: 'a possessive', text: "reset Sam's password", expected: ['Sam!'] },
  { name: 'a possessive in small letters', text: "reset sam's password", expected: ['sam!'] },
  { name: 'a curly apostrophe', text: 'reset Sam’s password', expected: ['Sam!'] },
  { name: 'a name that ends in s', text: "unlock Dana Reyes' account", expected: ['Dana Reyes!'] },
  { name: 'before a verb', text: 'Dana Reyes forgot her password', expected: ['Dana Reyes!'] },
  { name: 'after colleague', text: 'my colleague Erin is locked out', expected: ['Erin!'] },
  { name: 'after my report', text: 'my report Hugo Meyer needs help', expected: ['Hugo Meyer!'] },
  { name: 'after an honorific', text: 'password of Dr. Fontaine', expected: ['Fontaine!'] },
  {
    name: 'a list shares its cue',
    text: 'add Dana Reyes, Sam Ortiz and Erin Cole',
    expected: ['Dana Reyes!', 'Sam Ortiz!', 'Erin Cole!'],
  },
  { name: 'with particles', text: 'account of Maria de la Cruz', expected: ['Maria de la Cruz!'] },
  { name: 'with a hyphen and an apostrophe', text: "for Jean-Luc O'Neil", expected: ["Jean-Luc O'Neil!"] },
  { name: 'in title case', text: 'Please Reset Password For Mia Fontaine', expected: ['Mia Fontaine!'] },
  { name: 'in capitals', text: 'RESET THE PASSWORD FOR MIA FONTAINE', expected: ['MIA FONTAINE!'] },
  { name: 'a word that is also a verb', text: 'reset it for Will Smith', expected: ['Will Smith!'] },
  {
    name: 'an address',
    text: 'reset dana.reyes@tidewater.example now',
    expected: ['dana.reyes@tidewater.example!'],
  },
  {
    name: 'an address with a sentence end',
    text: 'It is Dana.Reyes@Tidewater.example.',
    expected: ['dana.reyes@tidewater.example!'],
  },
  { name: 'a name that merely stands there', text: 'I was in Paris', expected: ['Paris'] },
  { name: 'none in a request about oneself', text: 'I forgot my password, can you reset it?', expected: [] },
  { name: 'none in capitals', text: 'RESET MY PASSWORD NOW', expected: [] },
  { name: 'not the one who is greeted', text: 'Hi Tina, I forgot my password', expected: [] },
  { name: 'not the one who is quoted', text: 'Mia said I should ask for access', expected: [] },
  { name: 'not the one who is called', text: '@Tina can you reset my password', expected: [] },
  { name: 'an @ that was typed', text: 'reset the password of @Sam Ortiz', expected: ['Sam Ortiz!'] },
  { name: 'an @ in small letters', text: 'reset the password of @sam ortiz', expected: ['sam ortiz'] },
  { name: 'an @ before a verb', text: '@Sam Ortiz cannot sign in', expected: ['Sam Ortiz!'] },
  { name: 'no shortened pronoun', text: "She'll need a login", expected: [] },
  { name: 'not the one who signs', text: 'I forgot my password. Thanks, Dana', expected: [] },
  { name: 'not a signature below', text: 'I forgot my password\nKind regards\nDana Reyes', expected: [] },
  { name: 'not what the writer is called', text: 'I am Dana Reyes and my name is Dana', expected: [] },
  { name: 'not quoted mail', text: 'see below\n> reset the password of Mia Fontaine', expected: [] },
  { name: 'not a mail below', text: 'see below\nOn Monday Sam Ortiz wrote:\nreset Mia', expected: [] },
  { name: 'not a device', text: 'for LT-DANA and PRN2', expected: [] },
  { name: 'not a chat mention', text: 'reset <@U12345> please', expected: [] },
  { name: 'a month is no name', text: 'In June my password expires', expected: [] },
  { name: 'possessive of a thing', text: "today's password is wrong", expected: [] },
  {
    name: 'a look-alike address is one unreadable piece',
    text: 'reset аdmin@tidewater.example',
    expected: ['аdmin@tidewater.example!?'],
  },
  {
    name: 'a full-width at sign',
    text: 'reset dana＠tidewater.example',
    expected: ['dana＠tidewater.example!?'],
  },
  {
    name: 'a hidden character does not join words',
    text: "reset Da\u200bna's password",
    expected: ['Da\uFFFDna!'],
  },
  {
    name: 'an overridden direction is kept apart',
    text: 'reset \u202Eanad@tidewater.example',
    expected: ['\uFFFDanad@tidewater.example!?'],
  },
];

describe('personMentions', () => {
  it.each(rows)('$name', ({ text, expected }) => {
    const found = personMentions(ownWords(text)).map(
      ({ query, strength, unreadable }) =>
        `${query}${strength === 'strong' ? '!' : ''}${unreadable ? '?' : ''}`,
    );
    expect(found).toEqual(expected);
  });

  it('stops at eight names and reads at most 4,000 characters', () => {
    const names = Array.from({ length: 30 }, (_, index) => `for Xan${String.fromCharCode(97 + index)}`).join(
      ', ',
    );
    expect(personMentions(names)).toHaveLength(8);
    expect(ownWords('a'.repeat(10_000))).toHaveLength(4000);
  });
});
