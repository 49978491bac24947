// A request as planning reads it: in English, or in the English that a message of a language with a phrase book means. What is not
// understood whole is not planned from, and its writer is told so in their language.
import { sayIn } from '../../languages/say-in.ts';
import { namesPrivateThing } from '../../reading/other-system.ts';

export interface InEnglish {
  /** What planning reads, one for each message. */
  readonly said: readonly string[];
  /** ISO 639 code of the first message that is not English. */
  readonly language: string;
  /** False: a person has to read it. */
  readonly understood: boolean;
}

/** The model and the books are large, and loaded when a message comes; a book, when one of its languages does. */
export async function inEnglish(messages: readonly string[]): Promise<InEnglish> {
  const { languageOf } = await import('../../languages/language-gate.ts');
  const said: string[] = [];
  let language = 'en';
  let understood = true;
  for (const message of messages) {
    const code = await languageOf(message);
    // Names and codes alone are of no language.
    if (code === 'en' || code === 'unknown') {
      said.push(message);
      continue;
    }
    language = language === 'en' ? code : language;
    const { gloss } = await import('../../languages/phrase-book.ts');
    const meant = gloss(message, code)?.text;
    // Whose password it is must not get lost on the way.
    const isWhole = meant !== undefined && namesPrivateThing(message) === namesPrivateThing(meant);
    if (!isWhole) understood = false;
    said.push(meant ?? message);
  }
  return { said, language, understood };
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
