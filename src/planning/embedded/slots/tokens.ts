// Cuts text into words with their places. What a word means is decided elsewhere.

export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Sentence marks and other signs are tokens too: a name never runs across one. */
  readonly isWord: boolean;
  /** Starts with a capital letter. */
  readonly isCapital: boolean;
  /** "Dana's" is the word `Dana` with this set. */
  readonly possessive: boolean;
}

const MAX_TOKENS = 800;
const PIECE = /[\p{L}\p{N}\uFFFD][\p{L}\p{M}\p{N}\uFFFD'&@+_./-]*|[^\s]/gu;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    if (tokens.length >= MAX_TOKENS) break;
    tokens.push(...toTokens(match[0], match.index));
  }
  return tokens;
}

function toTokens(piece: string, start: number): readonly Token[] {
  if (!/^[\p{L}\p{N}\uFFFD]/u.test(piece)) return [token(piece, start, false, false)];
  // A sign at the end of a word belongs to the sentence.
  const bare = piece.replace(/['&+_./-]+$/u, '');
  const possessive = /^.+'s$/i.test(bare) || (/s$/i.test(bare) && piece.startsWith(`${bare}'`));
  const word = token(bare.replace(/'s$/i, ''), start, true, possessive);
  const rest = piece.slice(bare.length);
  return /[./]/.test(rest) ? [word, token(rest, start + bare.length, false, false)] : [word];
}

function token(text: string, start: number, isWord: boolean, possessive: boolean): Token {
  const end = start + text.length + (possessive ? 2 : 0);
  return {
    text,
    lower: text.toLowerCase(),
    start,
    end,
    isWord,
    isCapital: /^\p{Lu}/u.test(text),
    possessive,
  };
}
