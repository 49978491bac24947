// The Spanish book: its chapters, how Spanish folds, and the words that turn a Spanish sentence round. It holds no rule itself.
import type { Language } from './language.ts';
import { asking } from './spanish/asking.ts';
import { MOULDS } from './spanish/moulds.ts';
import { people } from './spanish/people.ts';
import { telling } from './spanish/telling.ts';
import { things } from './spanish/things.ts';
import { verbs } from './spanish/verbs.ts';
import { IN_NAMES, MONTHS, PARTICLES, REAL_WORDS, SOFTENERS, SURNAMES } from './spanish/words.ts';

function fold(word: string): string {
  return word.toLowerCase().normalize('NFC');
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Without its accent "I changed it" is written as "change it": only beside "por favor" is it sure to be a wish. */
const DOUBTFUL =
  '(reinicie|resetee|cambie|desbloquee|agregue|quite|elimine|retire|instale|reinstale|desinstale|actualice|desactive|bloquee|cree|revise)';
const WISHED = new RegExp(
  `\\b${DOUBTFUL}\\b(?=[^.!?\\n]*\\bporfavor\\b)|(?<=\\bporfavor\\b[^.!?\\n]*(?<!\\bno )(?<!\\bno \\p{L}{2} ))\\b${DOUBTFUL}\\b`,
  'giu',
);

export const spanish: Language = {
  chapters: [people, things, verbs, telling, asking],
  moulds: MOULDS,
  spellings: [
    [/\bpor favor\b|\bporfa(?:vor)?\b/gi, ' porfavor '],
    [/\b(?:lo antes posible|cuanto antes|si es posible)(?!\p{L})/giu, ' porfavor '],
    // A name under "Saludos" belongs to it.
    [
      /((?:saludos?|atentamente|cordialmente|gracias))[,!.]?\s*\n+\s*(?=\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}\s*$)/giu,
      '$1, ',
    ],
    [/\be-mail/gi, 'email'],
    [/\bwi-fi/gi, 'wifi'],
    [/\b2\s?fa\b/gi, 'mfa'],
    [
      /\besta(?=\s+(?:bloquead|caid|caíd|atascad|lent|rot|congelad|colgad|negr|resuelt|mi|muy|averiad|dañad))/giu,
      'está',
    ],
    [WISHED, '$1$2xusted'],
  ],
  fold,
  bare,
  softeners: SOFTENERS,
  realWords: REAL_WORDS,
  inNames: IN_NAMES,
  surnames: SURNAMES,
  particles: PARTICLES,
  months: MONTHS,
  denies:
    /(?<!\p{L})(?:no|nunca|jamás|sin|nada|nadie|ningun[oa]?|ningún|tampoco|ni|excepto|salvo|menos|evit\p{L}+|(?:dejen?|deja) de|en vez|en lugar)(?!\p{L})/u,
  supposes: /(?<!\p{L})(?:si|en caso)(?!\p{L})/u,
  asks: /^(?:cómo|como|qué|que|por qué|por que|porqué|quién|quien|cuándo|dónde|donde|cuál|cual|cuánto)(?!\p{L})/u,
  cut: (raw) => [raw],
};
