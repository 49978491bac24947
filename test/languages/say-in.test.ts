import { expect, test } from 'vitest';
import { sayIn } from '../../src/languages/say-in.ts';

const KEYS = ['handed_over', 'write_english', 'confirm'] as const;

test('each sentence stands in seven languages, each time in other words', () => {
  for (const key of KEYS) {
    const said = ['en', 'de', 'fr', 'es', 'nl', 'it', 'pt'].map((language) => sayIn(language, key));
    expect(new Set(said).size).toBe(7);
    expect(said.every((sentence) => sentence.length > 20)).toBe(true);
  }
});

test('other languages are answered in English', () => {
  expect(sayIn('pl', 'handed_over')).toBe(sayIn('en', 'handed_over'));
  expect(sayIn('constructor', 'handed_over')).toBe(sayIn('en', 'handed_over'));
});
