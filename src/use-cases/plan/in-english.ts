// A request as planning reads it: in English, or in the English that a message of a language with a phrase book means. Where not all of
// it is understood, its gist is, and asked about; without one a person reads it, and its writer is told so in their language.
import type { Names } from '../../languages/gist-clauses.ts';
import { sayIn } from '../../languages/say-in.ts';
import { namesPrivateThing } from '../../reading/other-system.ts';

export interface InEnglish {
  /** What planning reads, one for each message. */
  readonly said: readonly string[];
  /** ISO 639 code of the first message that is not English. */
  readonly language: string;
  /** `gist`: a plan made from it is asked about first. `none`: a person has to read it. `alarm`: at once. */
  readonly understood: 'all' | 'gist' | 'none' | 'alarm';
  /** Of the first message, where its gist is known: what it is about, with nouns for names. */
  readonly topic?: string;
}

/** What the client's systems know of these phrases. */
export type LookUp = (phrases: readonly string[]) => Promise<Names>;

/** The model and the books are large, and loaded when a message comes; a book, when one of its languages does. */
export async function inEnglish(messages: readonly string[], lookUp: LookUp): Promise<InEnglish> {
  const { languageOf } = await import('../../languages/language-gate.ts');
  const said: string[] = [];
  let language = 'en';
  let understood: InEnglish['understood'] = 'all';
  let topic: string | undefined;
  for (const message of messages) {
    const code = await languageOf(message);
    // Names and codes alone are of no language.
    if (code === 'en' || code === 'unknown') {
      said.push(message);
      continue;
    }
    language = language === 'en' ? code : language;
    const meant = await meaningOf(message, code, lookUp);
    if (RANK.indexOf(meant.understood) > RANK.indexOf(understood)) understood = meant.understood;
    if (said.length === 0) topic = meant.topic;
    said.push(meant.text);
  }
  return { said, language, understood, ...(topic === undefined ? {} : { topic }) };
}

/** The worst of the messages counts for all of them. */
const RANK: readonly InEnglish['understood'][] = ['all', 'gist', 'none', 'alarm'];

async function meaningOf(
  message: string,
  code: string,
  lookUp: LookUp,
): Promise<{ readonly text: string; readonly topic?: string; readonly understood: InEnglish['understood'] }> {
  const { gloss } = await import('../../languages/phrase-book.ts');
  const whole = gloss(message, code)?.text;
  // Whose password it is must not get lost on the way.
  if (whole !== undefined && namesPrivateThing(message) === namesPrivateThing(whole))
    return { text: whole, understood: 'all' };
  const { gistOf, phrasesToLookUp } = await import('../../languages/gist.ts');
  const gist = gistOf(message, code, await lookUp(phrasesToLookUp(message, code)));
  // Words of another language that look like English ones are about nothing.
  if (gist?.type === 'alarm') return { text: message, topic: '', understood: 'alarm' };
  return gist === undefined || namesPrivateThing(message)
    ? { text: message, topic: '', understood: 'none' }
    : { text: gist.text, topic: gist.topic, understood: 'gist' };
}

/** What the requester reads whose language the desk does not act on, in that language. */
export function handedOverIn(language: string): string {
  return `${sayIn(language, 'handed_over')} ${sayIn(language, 'write_english')}`;
}

/** "German", for technicians. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
