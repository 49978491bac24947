import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createLanguageGate, type LanguageGate } from '../../src/languages/language-gate.ts';
import { readUtterances } from '../matching/fixtures.ts';
import { readLines, readSentences } from './fixtures.ts';

let gate: LanguageGate;
beforeAll(async () => {
  gate = await createLanguageGate();
});

const isLeftToEnglish = (code: string) => code === 'en' || code === 'unknown';

describe('English is never taken for another language', () => {
  test('short lines of a help desk: fragments, typos, capitals, foreign names, products', () => {
    const lines = readLines('english.txt');
    expect(lines.length).toBeGreaterThanOrEqual(300);
    expect(lines.filter((line) => !isLeftToEnglish(gate.languageOf(line)))).toEqual([]);
  });

  test('the labelled messages of the matcher', () => {
    const lines = readUtterances().map(({ text }) => text);
    expect(lines.filter((line) => !isLeftToEnglish(gate.languageOf(line)))).toEqual([]);
  });

  test.each(['bitte reset my password', 'merci, can you reset my password', 'hola, my vpn is down'])(
    'the small words decide: %s',
    (text) => expect(gate.languageOf(text)).toBe('en'),
  );

  test.each(['Jürgen Müller', 'José García', 'Photoshop', 'LT-DANA', 'info@example.com', '', '!?', '42'])(
    'nothing is said of names, codes and marks: %s',
    (text) => expect(isLeftToEnglish(gate.languageOf(text))).toBe(true),
  );
});

describe('other languages are recognised', () => {
  test.each([{ code: 'de', file: 'german.txt' }])('$code', ({ code, file }) => {
    const lines = readSentences(file).map(({ text }) => text);
    expect(lines.length).toBeGreaterThanOrEqual(250);
    const missed = lines.filter((line) => gate.languageOf(line) !== code);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(lines.length / 100);
  });

  test.each([
    { code: 'nl', file: 'dutch.txt' },
    { code: 'it', file: 'italian.txt' },
    { code: 'pt', file: 'portuguese.txt' },
  ])('$code', ({ code, file }) => {
    const lines = readLines(file);
    expect(lines.length).toBeGreaterThanOrEqual(30);
    expect(lines.filter((line) => gate.languageOf(line) !== code)).toEqual([]);
  });

  test('a text in a language whose words are not known here is never taken for one that is', () => {
    const pairs = readLines('others.txt').map((line) => line.split(': '));
    const wrong = pairs.filter(([code, text]) => ![code, 'unknown'].includes(gate.languageOf(text ?? '')));
    expect(wrong).toEqual([]);
  });

  test('what is quoted does not count', () => {
    expect(gate.languageOf('please add me to "Alle Mitarbeiter der Firma"')).toBe('en');
  });
});

test('the model is loaded by the gate, not by the module', () => {
  const source = readFileSync(new URL('../../src/languages/language-gate.ts', import.meta.url), 'utf8');
  expect(source).not.toMatch(/^import .*fasttext/m);
  expect(source).toMatch(/await import\('fasttext\.wasm\.js'\)/);
});
