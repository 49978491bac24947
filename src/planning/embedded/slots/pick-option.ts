// Which of the offered candidates an answer means: its number, its address, its full name, or words only it has.
// An answer that fits several or none picks nothing.

export interface Option {
  readonly id: string;
  readonly name: string;
  /** An e-mail address or another mark that tells two of the same name apart. */
  readonly detail: string;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export function pickOption(answer: string, options: readonly Option[]): Option | undefined {
  const text = fold(answer).slice(0, 400);
  const yes = /^\W*(?:yes|yep|yeah|correct|right|that one|ok|okay|sure)\b/.test(text);
  if (yes && options.length === 1) return options[0];
  const exact = options.filter((option) =>
    [option.name, option.detail, option.id].some((key) => fold(key) === text.trim()),
  );
  if (exact.length === 1) return exact[0];
  const byDetail = options.filter(
    (option) => option.detail.includes('@') && hasPhrase(text, fold(option.detail)),
  );
  if (byDetail.length > 0 || text.includes('@')) return byDetail.length === 1 ? byDetail[0] : undefined;
  return byName(text, options) ?? byNumber(text, options) ?? byWords(text, options);
}

/** The longest name that stands in the answer: "Finance EU" also holds "Finance". */
function byName(text: string, options: readonly Option[]): Option | undefined {
  const named = options
    .filter((option) => hasPhrase(text, fold(option.name)))
    .sort((a, b) => b.name.length - a.name.length);
  const [best, next] = named;
  if (!best) return undefined;
  return next && !(best.name.length > next.name.length && fold(best.name).includes(fold(next.name)))
    ? undefined
    : best;
}

function byNumber(text: string, options: readonly Option[]): Option | undefined {
  const digit =
    /^\W*(?:the\s+)?(?:number\s+|no\.?\s*|option\s+|#)?([1-6])\b(?!\w)\W*(?:please|thanks|one)?\W*$/.exec(
      text,
    );
  if (digit) return options[Number(digit[1]) - 1];
  const word = ORDINALS.findIndex((ordinal) => new RegExp(`\\b${ordinal}(?: one)?\\b`).test(text));
  if (word >= 0) return options[word];
  return /\blast one\b/.test(text) ? options.at(-1) : undefined;
}

/** Words of the answer that exactly one candidate has, none of another's. */
function byWords(text: string, options: readonly Option[]): Option | undefined {
  const said = new Set(wordsOf(text));
  const counts = options.map((option) => {
    const others = new Set(
      options
        .filter((other) => other !== option)
        .flatMap((other) => wordsOf(fold(`${other.name} ${other.detail}`))),
    );
    return wordsOf(fold(`${option.name} ${option.detail}`)).filter(
      (word) => said.has(word) && !others.has(word),
    ).length;
  });
  const hits = options.filter((_option, index) => (counts[index] ?? 0) > 0);
  return hits.length === 1 ? hits[0] : undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
}

function hasPhrase(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  if (phrase === '' || at < 0) return false;
  const around = `${text[at - 1] ?? ' '}${text[at + phrase.length] ?? ' '}`;
  return !/[\p{L}\p{N}@_-]/u.test(around);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
