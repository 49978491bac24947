// What a person can see of a text that a platform hands over: characters without a picture are taken out, odd blanks and line
// breaks become ordinary ones. It never changes a character that can be seen, and never decides what a text means.

/** Soft hyphens, zero-width and bidirectional marks, byte order marks, tag characters: copied along unseen, never typed. */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const JOINERS = /[\u200c\u200d]+/g;
/** Joiners belong to emoji and to scripts that join their letters; beside these they join nothing. */
const LOOSE_JOINER =
  /(?<=^|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{Z}\n])[\u200c\u200d]|[\u200c\u200d](?=$|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{Z}\n])/gu;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const ODD_BLANK = /[\u00a0\u2000-\u200a\u202f\u205f]/g;

export function typedText(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(UNSEEN, '')
    .replace(CONTROL, '')
    .replace(ODD_BLANK, ' ')
    .replace(JOINERS, (run) => run.slice(0, 1))
    .replace(LOOSE_JOINER, '')
    .trim();
}

const MOST_NAME_WORDS = 6;
const LONGEST_NAME = 80;

/**
 * A name that somebody chose, as it may stand among the words of somebody else: one line, no sentence of its own, no more words
 * than a name has.
 */
export function nameInWords(name: string): string {
  const plain = typedText(name).replace(/[^\p{L}\p{M}\p{N}'’.,()&@_-]+/gu, ' ');
  return plain.trim().split(' ').slice(0, MOST_NAME_WORDS).join(' ').slice(0, LONGEST_NAME).trim();
}

/** Stands where something was cut out of a text until `closeCuts` has run. No text that a person sees holds it. */
export const CUT = '\ue0ff';

/** The text as if what was cut out had never stood there: "hey @desk help" → "hey help", "@desk: help" → "help". */
export function closeCuts(text: string): string {
  const [first = '', ...parts] = text.split(CUT);
  return parts.reduce((before, part) => {
    if (before.trim() === '') return part.replace(/^\s*[,:]?/, '');
    return `${before.slice(0, blankEnd(before))} ${part.replace(/^[ \t\u00a0]+/, '')}`;
  }, first);
}

/** Where the blanks at the end begin. A pattern for it would look at a long run of blanks from every place in it. */
function blankEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\u00a0'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}
