import { describe, expect, test } from 'vitest';
import { gloss } from '../../src/languages/phrase-book.ts';
import { readSentences } from './fixtures.ts';

const BOOKS = [
  { language: 'de', file: 'german.txt' },
  { language: 'fr', file: 'french.txt' },
  { language: 'es', file: 'spanish.txt' },
] as const;

describe.each(BOOKS)('sentences in $language', ({ language, file }) => {
  const sentences = readSentences(file);

  test('there are enough of them', () => expect(sentences.length).toBeGreaterThanOrEqual(250));

  test.each(sentences)('$text', ({ text, english }) => {
    expect(gloss(text, language)?.text).toBe(english);
  });
});

test('a language without a book is not understood', () => {
  expect(gloss('Ho dimenticato la mia password', 'it')).toBeUndefined();
  expect(gloss('Ich habe mein Passwort vergessen', 'unknown')).toBeUndefined();
  expect(gloss('Ich habe mein Passwort vergessen', '__proto__')).toBeUndefined();
});

test('long messages and empty ones are left to a person', () => {
  expect(gloss('', 'de')).toBeUndefined();
  expect(gloss('!?', 'de')).toBeUndefined();
  expect(gloss('Ich habe mein Passwort vergessen. '.repeat(30), 'de')).toBeUndefined();
  const long = 'Bitte Zweifaktorauthentifizierung zurücksetzen. ';
  expect(gloss(long.repeat(3), 'de')).toBeDefined();
  expect(gloss(long.repeat(14), 'de')).toBeUndefined();
});

test('one sentence that is not understood silences the whole message', () => {
  expect(gloss('Ich habe mein Passwort vergessen. Der Hamster lacht.', 'de')).toBeUndefined();
  expect(gloss("J'ai oublié mon mot de passe. Le hamster rit.", 'fr')).toBeUndefined();
  expect(gloss('El hámster ríe. Olvidé mi contraseña.', 'es')).toBeUndefined();
});

test('a message takes well under a hundredth of a second', () => {
  const sentences = readSentences('german.txt');
  for (const { text } of sentences) gloss(text, 'de');
  const start = performance.now();
  for (const { text } of sentences) gloss(text, 'de');
  expect((performance.now() - start) / sentences.length).toBeLessThan(10);
});
