// The French book: its chapters, how French folds, and the words that turn a French sentence round. It holds no rule itself.
import { asking } from './french/asking.ts';
import { MOULDS } from './french/moulds.ts';
import { people } from './french/people.ts';
import { telling } from './french/telling.ts';
import { things } from './french/things.ts';
import { verbs } from './french/verbs.ts';
import { IN_NAMES, MONTHS, PARTICLES, REAL_WORDS, SOFTENERS, SURNAMES } from './french/words.ts';
import type { Language } from './language.ts';

function fold(word: string): string {
  return word.toLowerCase().normalize('NFC').replace(/œ/g, 'oe');
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

const ELIDED = /^((?:[cdjlmnst]|qu|lorsqu|jusqu)')(.+)$/i;

export const french: Language = {
  chapters: [people, things, verbs, telling, asking],
  moulds: MOULDS,
  spellings: [
    [/\bs'?il (?:vous|te) pla[iî]t\b/gi, ' svp '],
    [/(?:,\s*)?\bsi (?:c'est )?possible\b/gi, ' svp '],
    [
      /\b(?:le plus (?:vite|rapidement|tôt|tot) possible|d[eè]s que possible|au plus vite)(?!\p{L})/giu,
      ' svp ',
    ],
    // A name under "Cordialement" belongs to it.
    [
      /((?:cordialement|cdl?t|salutations|amicalement|merci))[,!.]?\s*\n+\s*(?=\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}\s*$)/giu,
      '$1, ',
    ],
    // Without accents a participle looks like a wish; after these words it is none.
    [/\b(est|été|ete) bloque(?!\p{L})/giu, '$1 bloqué'],
    [/\b(est|été|ete) verrouille(?!\p{L})/giu, '$1 verrouillé'],
    [/\b(a|ai) oublie(?!\p{L})/giu, '$1 oublié'],
    [/\b(mot de passe|mdp) oublie(?!\p{L})/giu, '$1 oublié'],
    [/\b(a|est) expire(?!\p{L})/giu, '$1 expiré'],
    [/\bjai(?!\p{L})/giu, "j'ai"],
    [/\be-mail/gi, 'email'],
    [/\bwi-fi/gi, 'wifi'],
    [/\b2\s?fa\b/gi, 'mfa'],
    [/\baujourd'hui\b/gi, 'aujourdhui'],
    [/\bquelqu'un\b/gi, 'quelquun'],
    [/\bd'urgence\b/gi, ' svp '],
    [/\bsans (?:arr[eê]t|cesse)(?!\p{L})/giu, 'constamment'],
    [/\bpresqu'/gi, 'presque '],
    [/\bacc[eé]s\b/gi, 'accès'],
    [/\bmot-de-passe\b/gi, 'mot de passe'],
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
    /(?<!\p{L})(?:ne|n'|pas|plus|jamais|aucune?|rien|personne|sans|ni|non|sauf|excepté|arrêtez?|cessez?|évitez?|stop|au lieu)(?!\p{L})/u,
  supposes: /(?<!\p{L})(?:si|lorsque|lorsqu'|dès que|cas où)(?!\p{L})|(?<!\p{L})s' (?:il|ils|elle|on) /u,
  asks: /^(?:comment|pourquoi|quand|combien|qui|que|qu'|quoi|quels?|quelles?|où)(?!\p{L})/u,
  cut: (raw) => {
    const match = ELIDED.exec(raw);
    return match ? [match[1] ?? '', match[2] ?? ''] : [raw];
  },
};
