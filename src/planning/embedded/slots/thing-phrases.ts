// The words in a message that may be the name of a group, an application, a licence or a program. It quotes spans of the
// message and shortens none of them: whether a thing of that name exists is asked of the client's systems.
import { type Token, tokensOf } from './tokens.ts';

export interface ThingPhrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Said to be the name ("the X group", quotes): it has to be found, or asked about. */
  readonly certain: boolean;
  /** What the word before says: added to it or taken from it. */
  readonly direction: 'add' | 'remove' | undefined;
}

/** How a kind of thing is spoken of. All words in lower case. */
export interface Speech {
  /** What it is called: "group", "licence". A name stands before or after it. */
  readonly nouns: ReadonlySet<string>;
  /** Words between name and noun that belong to neither: "distribution" list. */
  readonly kinds: ReadonlySet<string>;
  /** Words before which a name may stand: "Ledger access". */
  readonly hints: ReadonlySet<string>;
  /** Words after which a name may come. */
  readonly cues: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const MOST = 12;
const LONGEST = 7;
const ADDING = words('to into join joining');
const REMOVING = words('from leave leaving off');
const ARTICLES = words('the a an our my his her their this that your some any new latest current');
const ENDS = words(
  "please pls for so because as since from to into by until on in at with without who which that i i'm i've we he she they me my you it is are was were has have had can could will would should need needs needed too also again already instead yet still be been via thanks thank asap now today tomorrow if when but or then urgently quickly immediately directly temporarily permanently installed reinstalled updated assigned set off out the a an his her their our your not does doesn't isn't won't anymore version of add remove join leave and",
);
/** "Sales and Marketing" is one name or two; both are tried. */
const JOINERS = words('and & - +');

/** Longest first, at most twelve. */
export function thingPhrases(text: string, speech: Speech): readonly ThingPhrase[] {
  const tokens = tokensOf(text);
  const found: ThingPhrase[] = quoted(text, tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at];
    if (!word?.isWord) continue;
    const isNoun = speech.nouns.has(word.lower);
    if (isNoun || speech.hints.has(word.lower)) {
      found.push(...spans(text, tokens, startBefore(tokens, at, speech), at, speech, isNoun));
    }
    if (isNoun || speech.cues.has(word.lower)) {
      const from = skip(tokens, at + 1, speech);
      found.push(...spans(text, tokens, from, endAfter(tokens, from, speech), speech, false));
    }
  }
  const unique = new Map<string, ThingPhrase>();
  for (const phrase of found) {
    const known = unique.get(phrase.text.toLowerCase());
    if (!known || (phrase.certain && !known.certain)) unique.set(phrase.text.toLowerCase(), phrase);
  }
  return [...unique.values()].sort((a, b) => b.text.length - a.text.length).slice(0, MOST);
}

/** The message with these spans taken out, so that a product's name is not read as a person's. */
export function withoutSpans(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  return spans.reduce(
    (rest, { start, end }) =>
      `${rest.slice(0, start)}${';'.repeat(Math.max(0, end - start))}${rest.slice(end)}`,
    text,
  );
}

function quoted(text: string, tokens: readonly Token[]): ThingPhrase[] {
  return [...text.matchAll(/"([^"\n]{2,80})"/g)].map((match) => {
    const start = match.index + 1;
    const before = tokens.filter((token) => token.end <= match.index && token.isWord);
    return {
      text: (match[1] ?? '').trim(),
      start,
      end: start + (match[1] ?? '').length,
      certain: true,
      direction: directionBefore(before, before.length),
    };
  });
}

/** The span, and where it holds "and", its parts. */
function spans(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  speech: Speech,
  certain: boolean,
): ThingPhrase[] {
  const direction = directionBefore(tokens, from);
  const cut = (start: number, until: number, sure: boolean): ThingPhrase[] => {
    let end = until;
    // "Newsletter distribution list" is the list Newsletter.
    while (end > start && isKind(tokens[end - 1], speech)) end -= 1;
    const [first, last] = [tokens[start], tokens[end - 1]];
    if (!first || !last || end <= start || !isName(tokens.slice(start, end), speech)) return [];
    return [
      {
        text: text.slice(first.start, last.start + last.text.length),
        start: first.start,
        end: last.end,
        certain: sure,
        direction,
      },
    ];
  };
  const joints = tokens.flatMap(({ lower }, at) =>
    at > from && at < to - 1 && (lower === 'and' || lower === '&' || lower === ',') ? [at] : [],
  );
  if (joints.length === 0) return cut(from, to, certain);
  const edges = [from - 1, ...joints, to];
  const parts = edges.slice(1).flatMap((end, index) => cut((edges[index] ?? 0) + 1, end, false));
  return [...cut(from, to, false), ...parts];
}

function isName(span: readonly Token[], speech: Speech): boolean {
  return (
    span.length <= LONGEST * 2 &&
    span.some(({ isWord, lower }) => isWord && !speech.nouns.has(lower) && !speech.kinds.has(lower)) &&
    !span.every(({ lower }) => ENDS.has(lower) || ARTICLES.has(lower))
  );
}

function isKind(token: Token | undefined, speech: Speech): boolean {
  return token !== undefined && !token.isCapital && speech.kinds.has(token.lower);
}

/** Back over the kind ("distribution") and the name's words to where the name starts. */
function startBefore(tokens: readonly Token[], noun: number, speech: Speech): number {
  let at = noun;
  while (at > 0 && noun - at < LONGEST) {
    const before = tokens[at - 1];
    if (!continues(before, speech) || before?.possessive) break;
    at -= 1;
  }
  return at;
}

function endAfter(tokens: readonly Token[], from: number, speech: Speech): number {
  let at = from;
  while (at < tokens.length && at - from < LONGEST * 2) {
    const token = tokens[at];
    const next = tokens[at + 1];
    const joins =
      token !== undefined && (JOINERS.has(token.lower) || token.lower === ',') && continues(next, speech);
    if (!continues(token, speech) && !(joins && at > from)) break;
    at += 1;
    if (token?.possessive) break;
  }
  return at;
}

/** Ends count as such in small letters only: "All Staff", "IT Support" and "On Call" are names. */
function continues(token: Token | undefined, speech: Speech): boolean {
  if (!token?.isWord || ARTICLES.has(token.lower)) return false;
  if (speech.nouns.has(token.lower) && !token.isCapital) return false;
  return token.isCapital
    ? !speech.cues.has(token.lower)
    : !ENDS.has(token.lower) && !speech.cues.has(token.lower);
}

/** Past "the", "distribution list", "called". */
function skip(tokens: readonly Token[], from: number, speech: Speech): number {
  let at = from;
  for (let token = tokens[at]; token; token = tokens[at]) {
    const { lower } = token;
    const isLead =
      ARTICLES.has(lower) ||
      lower === ':' ||
      lower === 'called' ||
      lower === 'named' ||
      lower === 'for' ||
      lower === 'of';
    if (
      !isLead &&
      !(speech.nouns.has(lower) && !token.isCapital) &&
      !(speech.kinds.has(lower) && !token.isCapital)
    )
      break;
    at += 1;
  }
  return at;
}

function directionBefore(tokens: readonly Token[], from: number): ThingPhrase['direction'] {
  for (let at = from - 1; at >= 0 && at >= from - 5; at -= 1) {
    const lower = tokens[at]?.lower ?? '';
    if (ADDING.has(lower)) return 'add';
    if (REMOVING.has(lower)) return 'remove';
  }
  return undefined;
}
