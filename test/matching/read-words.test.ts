import { describe, expect, test } from 'vitest';
import { cleanMessage } from '../../src/matching/clean-message.ts';
import { PhraseBook } from '../../src/matching/compile-phrases.ts';
import { findConcepts } from '../../src/matching/find-concepts.ts';
import { LEXICON } from '../../src/matching/lexicon/lexicon.ts';
import { createSpeller } from '../../src/matching/speller.ts';
import { stem } from '../../src/matching/stem.ts';
import { tokenise } from '../../src/matching/tokenise.ts';

describe('cleanMessage', () => {
  test.each([
    { name: 'full-width letters', text: 'ＶＰＮ down', want: 'VPN down' },
    { name: 'reply prefixes', text: 'RE: FW: vpn down', want: 'vpn down' },
    { name: 'links', text: 'see https://example.test/reset-password now', want: 'see   now' },
    { name: 'addresses', text: 'add lee@example.test please', want: 'add   please' },
    { name: 'mentions', text: '<@U012AB3CD> vpn down', want: 'vpn down' },
    { name: 'quoted mail', text: 'vpn down\n-----Original Message-----\npassword', want: 'vpn down' },
    { name: 'signature', text: 'vpn down\n-- \nJo', want: 'vpn down' },
    { name: 'thanks at the top stay', text: 'Thanks\nvpn down', want: 'Thanks\nvpn down' },
    { name: 'phone signature', text: 'vpn down\nSent from my iPhone', want: 'vpn down' },
  ])('$name', ({ text, want }) => {
    expect(cleanMessage(text)).toBe(want);
  });
});

describe('tokenise', () => {
  test.each([
    { name: 'wi-fi', text: 'wi-fi wireless WLAN', want: ['wifi', 'wifi', 'wifi'] },
    { name: 'sign-in', text: 'sign in, log on, login', want: ['signin', 'signin', 'signin'] },
    { name: 'factors', text: 'two-factor 2FA authenticator', want: ['mfa', 'mfa', 'mfa'] },
    { name: 'licence', text: 'licences', want: ['licens'] },
    { name: 'durations', text: '1.5h 20 mins 2 hr', want: ['#', 'hour', '#', 'minut', '#', 'hour'] },
    { name: 'HR is a department', text: 'HR group', want: ['hr', 'group'] },
    { name: 'ticket numbers', text: 'INC0012345', want: ['ticket', '#'] },
    { name: 'not', text: "can't doesn't", want: ['cannot', 'not'] },
  ])('$name', ({ text, want }) => {
    expect(tokenise(text).map((token) => token.stem)).toEqual(want);
  });

  test('a token keeps what was written', () => {
    expect(tokenise('My Authenticator').map((token) => token.written)).toEqual(['my', 'authenticator']);
  });
});

describe('stem', () => {
  test.each([
    { name: 'install', forms: ['install', 'installing', 'installed', 'installation', 'installs'] },
    { name: 'activate', forms: ['activate', 'activated', 'activating', 'activation'] },
    { name: 'forget', forms: ['forget', 'forgot', 'forgotten'] },
    { name: 'change', forms: ['change', 'changes', 'changing', 'changed'] },
    { name: 'reply', forms: ['reply', 'replies', 'replied'] },
    { name: 'leave', forms: ['leave', 'leaves', 'leaving', 'left'] },
  ])('$name', ({ forms }) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  test('different words stay different', () => {
    const words = ['department', 'depart', 'news', 'new', 'status', 'state', 'meeting', 'starter', 'start'];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });
});

describe('speller', () => {
  const fix = createSpeller(['password', 'locked', 'quarantine'], ['looking']);
  test.each([
    { name: 'a letter missing', word: 'pasword', want: 'password' },
    { name: 'a letter too many', word: 'passsword', want: 'password' },
    { name: 'a wrong letter', word: 'passwird', want: 'password' },
    { name: 'two letters swapped', word: 'passwrod', want: 'password' },
    { name: 'a real word', word: 'looked', want: 'looked' },
    { name: 'another real word', word: 'looking', want: 'looking' },
    { name: 'the first letter must be right', word: 'blocked', want: 'blocked' },
    { name: 'two mistakes are not mended', word: 'pasgord', want: 'pasgord' },
    { name: 'short words stay', word: 'lock', want: 'lock' },
  ])('$name', ({ word, want }) => {
    expect(fix(word)).toBe(want);
  });
});

describe('lexicon', () => {
  test('names are unique and every reference exists', () => {
    const names = LEXICON.map((concept) => concept.name);
    expect(new Set(names).size).toBe(names.length);
    const named = LEXICON.flatMap((concept) => concept.over?.trim().split(/\s+/) ?? []);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    for (const { name, weight } of LEXICON) expect(weight > 0 && weight <= 1, name).toBe(true);
  });

  test('an unknown word class is refused', () => {
    expect(() => new PhraseBook().compile('reset $passwrod')).toThrow('unknown word class: $passwrod');
  });

  test.each([
    { name: 'order and gap', text: 'reset the user password', want: 'password' },
    { name: 'negative context', text: 'password protected spreadsheet', not: 'password' },
    {
      name: 'negative context far away does not count',
      text: 'I forgot my password. In other news, after a very long and busy week, the kitchen has a spreadsheet',
      want: 'password',
    },
    {
      name: 'detail of a larger situation',
      text: 'new starter needs a licence',
      want: 'joiner',
      not: 'license',
    },
  ])('$name', ({ text, want, not }) => {
    const found = findConcepts(tokenise(cleanMessage(text))).map((hit) => hit.name);
    if (want !== undefined) expect(found).toContain(want);
    if (not !== undefined) expect(found).not.toContain(not);
  });
});
