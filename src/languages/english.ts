// English as a gist needs it: the desk reads English itself, so it has no book of rules.
import { type Language, wordSet } from './language.ts';

const fold = (word: string): string => word.toLowerCase().normalize('NFC');
const NONE: ReadonlySet<string> = new Set();

export const english: Language = {
  chapters: [],
  moulds: [],
  spellings: [[/\be-mail/gi, 'email']],
  fold,
  bare: (word) => word.normalize('NFD').replace(/\p{M}/gu, ''),
  softeners: NONE,
  realWords: NONE,
  inNames: wordSet('all staff team desk office files records access support help work group list'),
  surnames: NONE,
  particles: NONE,
  months: new Map(),
  denies: /(?!)/,
  supposes: /(?!)/,
  asks: /(?!)/,
  cut: (raw) => [raw],
};
