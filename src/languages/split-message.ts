// Cuts a message into sentences and words, each with what stood there. It knows no language but the marks of one
// (apostrophes, hyphens), and it never drops a word.

export interface Word {
  /** As written. */
  readonly raw: string;
  /** Lower case, as the language folds it; marks stand for themselves. */
  readonly key: string;
  readonly kind: 'word' | 'quote' | 'address' | 'code' | 'number' | 'date' | 'hour' | 'mark';
}

export interface Sentence {
  readonly words: readonly Word[];
  readonly end: '.' | '?' | '!';
}

const PIECES =
  /(?<quote>"[^"\n]{1,80}"|„[^“”"\n]{1,80}[“”"]|“[^”\n]{1,80}”|«[^»\n]{1,80}»)|(?<address>[^\s@<>,;:()]{1,64}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63})+)|(?<date>(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)|(?<!\d)\d{1,2}\.\d{1,2}\.(?!\d)|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/]))|(?<hour>(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|(?<!\d)\d{1,2}h(?!\p{L}))|(?<code>#\d+|(?=[\p{L}\p{N}_-]*\p{N})\p{L}[\p{L}\p{N}]*(?:[-_][\p{L}\p{N}]+)+|\p{Lu}{2,}(?:[-_][\p{Lu}\p{N}]+)+(?!\p{L})|\p{L}+\d[\p{L}\d]*|\d+-\p{Lu}\p{L}+)|(?<number>\d{1,6}(?:er|e|º|°|\.(?=\s*\p{L}))?)|(?<word>[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*['’]?|&|\+)|(?<mark>\.{2,}|[.!?,;:()\n¿¡–—…/-])|(?<other>\S)/gu;

const END = /^(?:[.!?;\n…]|\.{2,})$/;

/** Undefined: it holds something that is neither a word nor a mark that writers use. */
export function splitMessage(text: string, fold: (word: string) => string): readonly Sentence[] | undefined {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let asks = false;
  const finish = (end: Sentence['end']) => {
    while (words.at(-1)?.raw === ',' || words.at(-1)?.raw === '-') words.pop();
    if (words.length > 0) sentences.push({ words, end: asks ? '?' : end });
    words = [];
    asks = false;
  };
  for (const match of text.matchAll(PIECES)) {
    const [kind, raw] = Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined) ?? [];
    if (raw === undefined || kind === undefined) continue;
    if (kind === 'other') {
      if (/\p{Extended_Pictographic}|[\u200d\ufe0f*_~]/u.test(raw)) continue;
      return undefined;
    }
    if (kind === 'mark') {
      if (raw === '?' || raw === '¿') asks = true;
      if (END.test(raw) && raw !== '…' && !/^\.{2,}$/.test(raw)) {
        // "…?!" ends one sentence, and the mark of a question opens one in Spanish.
        if (words.length > 0) finish(raw === '?' ? '?' : raw === '!' ? '!' : '.');
        else if (sentences.length > 0 && raw === '?') {
          const last = sentences.pop() as Sentence;
          sentences.push({ ...last, end: '?' });
          asks = false;
        }
        continue;
      }
      const mark = toMark(raw);
      if (mark !== undefined && words.length > 0 && words.at(-1)?.raw !== ',')
        words.push({ raw: mark, key: mark, kind: 'mark' });
      continue;
    }
    words.push({ raw, key: fold(raw), kind: kind as Word['kind'] });
  }
  finish('.');
  return sentences;
}

/** Dashes and colons part clauses as commas do; brackets part too, and dots that trail away say nothing. */
function toMark(raw: string): string | undefined {
  return raw === '¿' || raw === '¡' || raw === '…' || /^\.{2,}$/.test(raw)
    ? undefined
    : raw === '/'
      ? '/'
      : ',';
}
