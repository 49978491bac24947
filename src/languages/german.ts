// The German book: its chapters, how German folds, and the words that turn a German sentence round. It holds no rule itself.
import { asking } from './german/asking.ts';
import { MOULDS } from './german/moulds.ts';
import { others } from './german/others.ts';
import { people } from './german/people.ts';
import { telling } from './german/telling.ts';
import { things } from './german/things.ts';
import { verbs } from './german/verbs.ts';
import { wishing } from './german/wishing.ts';
import { IN_NAMES, monthsOf, PARTICLES, REAL_WORDS, SOFTENERS, SURNAMES } from './german/words.ts';
import type { Language } from './language.ts';

/** "ü" and "ue" are one letter, and so are "ß" and "ss". */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss');
}

function bare(word: string): string {
  return word
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ue/g, 'u')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

export const german: Language = {
  chapters: [people, things, verbs, telling, others, wishing, asking],
  moulds: MOULDS,
  spellings: [
    // A name under "Viele Grüße" belongs to it.
    [
      /((?:gr[uü]e?(?:ß|ss)e?n?|gruß|gruss|mfg|lg|vg|danke?))[,!.]?\s*\n+\s*(?=\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}\s*$)/giu,
      '$1, ',
    ],
    [/\be-mail/gi, 'Email'],
    [/\bwi-fi/gi, 'wifi'],
    [/\bw-lan/gi, 'wlan'],
    [/\b2\s?-?fa\b/gi, 'mfa'],
    [/\b2-?faktor/gi, 'Zwei-Faktor'],
    [/\b([Ii])ch hab\b/g, '$1ch habe'],
    [/\bhab\b/gi, 'habe'],
    [/\bpas+w(?:rot|ort|ord|or|odr|otr|t|ortt)(?=\b|[-\s])/gi, 'Passwort'],
    [/\bbitte einmal\b/gi, 'bitte'],
    [/\bgeht's\b/gi, 'geht es'],
    [/\bgibt's\b/gi, 'gibt es'],
    [/\bkannste\b/gi, 'kannst du'],
    [/\bkönnteste\b/gi, 'könntest du'],
  ],
  fold,
  bare,
  softeners: SOFTENERS,
  realWords: REAL_WORDS,
  inNames: IN_NAMES,
  surnames: SURNAMES,
  particles: PARTICLES,
  months: monthsOf(fold),
  denies:
    /\b(?:nicht|nichts|nie|niemals|kein\p{L}*|keinesfalls|keineswegs|niemand\p{L}*|nirgends|ohne|weder|anstatt|statt|ausser|stopp?|nein)\b/u,
  supposes:
    /(?<!\b(?:nett|super|toll|schoen|lieb|klasse|gut|prima|hilfreich) (?:, )?)\b(?:falls|wenn|sofern|sobald|angenommen)\b/,
  asks: /^(?:wie|was|wer|wen|wem|wo|wann|warum|wieso|weshalb|woran|welche\p{L}*)\b/u,
  cut: (raw) => [raw],
};
