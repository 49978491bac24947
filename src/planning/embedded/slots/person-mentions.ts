// Who is named in a message: addresses, names after a cue ("for Dana Reyes"), possessives ("Dana's password"), names
// before a verb ("Dana forgot ..."). It only quotes; whether such a person exists is asked of the directory.
import { isCommonWord } from './common-words.ts';
import { emailAddresses } from './email-addresses.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface PersonMention {
  /** What to look up: an address or a name, at most 80 characters. */
  readonly query: string;
  /** `strong`: the sentence says that this is whom it is about. `weak`: a name that stands there. */
  readonly strength: 'strong' | 'weak';
  /** Written with signs that only look like letters of an address; it is never looked up. */
  readonly unreadable: boolean;
}

const MOST = 8;
const MAX_NAME_WORDS = 4;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const CUES = words(
  'for of colleague coworker co-worker report reportee named called user username employee account help add remove unlock unblock grant get enable reactivate terminate suspend offboard onboard reset disable deactivate include invite put give assign revoke assistant intern member contractor leaver starter hire dr mr mrs ms miss prof behalf',
);
const LOWER_CUES = words(
  'for of colleague coworker co-worker report named called user employee offboard onboard unlock add remove take move reset give invite put disable deactivate terminate include grant assign unblock reactivate enable',
);
const GREETINGS = words('hi hello hey dear morning afternoon thanks thank regards cheers @');
/** Who stands behind these is compared with or told of, and not acted on. */
const BYSTANDERS = words(
  'as like with per via by than unlike before after cc manager boss supervisor says said told asked through behind beside replacing replaces',
);
/** Who does this is quoted: "Mia said I should ask". */
const SAYING = words(
  'said says told tells thinks mentioned suggested recommended approved agreed confirmed okayed',
);
const HONORIFICS = words('dr mr mrs ms miss prof');
const PARTICLES = words('de da di del della der den van von la le el al bin ibn ten ter dos du');
/** Common words that are first names too. */
const ALSO_NAMES = words('will may april june august jan mark art guy');
const VERBS = words(
  "forgot forgets forgotten lost loses can't cannot can could is isn't was has hasn't had needs need keeps got gets will leaves leaving left starts starting joins joining wants would should must resigned quits retires locked doesn't does forgetting having",
);
const LOWER_VERBS = words('needs wants forgot lost should joins leaves resigned quit');
const OBJECTS = words(
  'password passcode account phone mfa 2fa authenticator login logon access user profile laptop computer pc mac mailbox email licence license sessions session sign-in sign-ins token methods device last first leaving machine',
);

/** In the order of the message, each name once, at most eight. */
export function personMentions(text: string): readonly PersonMention[] {
  const found = new Map<string, PersonMention>();
  const note = (mention: PersonMention) => {
    const key = mention.query.toLowerCase();
    const before = found.get(key);
    if (!before ? found.size < MOST : before.strength === 'weak') found.set(key, mention);
  };
  let rest = text;
  for (const { address, written, start, end } of emailAddresses(text)) {
    note({ query: address ?? written, strength: 'strong', unreadable: address === undefined });
    rest = `${rest.slice(0, start)}${';'.repeat(end - start)}${rest.slice(end)}`;
  }
  for (const mention of namesIn(tokensOf(rest))) note(mention);
  return [...found.values()];
}

function namesIn(tokens: readonly Token[]): readonly PersonMention[] {
  const found: PersonMention[] = [];
  /** The run before, if only `,` or `and` stands between: lists share their cue. */
  let listed: { readonly end: number; readonly strong: boolean } | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const end = runEnd(tokens, at);
    if (end === at) continue;
    if (!isAddressed(tokens, at)) {
      const inherits = listed?.strong === true && isListGap(tokens.slice(listed.end, at));
      const strong = inherits || isStrong(tokens, at, end);
      found.push({
        query: queryOf(tokens.slice(at, end)),
        strength: strong ? 'strong' : 'weak',
        unreadable: false,
      });
      listed = { end, strong };
    }
    at = end - 1;
  }
  return found;
}

/** The index after the name that starts here; the same index if none does. */
function runEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (!first?.isWord) return at;
  if (isNameWord(first) || isAmbiguousName(tokens, at)) return capitalRunEnd(tokens, at);
  if (!isLowerName(first)) return at;
  const marked = tokens[at - 1]?.lower === '@' ? 2 : 1;
  const afterCue = LOWER_CUES.has(tokens[at - marked]?.lower ?? '');
  const begins = tokens[at - 1]?.isWord !== true;
  let end = at;
  while (end < tokens.length && end - at < 3 && isLowerName(tokens[end])) {
    end += 1;
    if (tokens[end - 1]?.possessive) return end;
  }
  // "dana needs ..." at the beginning of a sentence.
  return afterCue || (begins && end - at <= 2 && LOWER_VERBS.has(tokens[end]?.lower ?? '')) ? end : at;
}

function capitalRunEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  while (end - at < MAX_NAME_WORDS && !tokens[end - 1]?.possessive) {
    const next = tokens[end];
    if (next && isNameWord(next)) end += 1;
    else {
      const particles = particlesAt(tokens, end);
      if (particles === 0 || !isNameWord(tokens[end + particles])) break;
      end += particles + 1;
    }
  }
  return end;
}

/** "de", "de la", "van der": at most two. */
function particlesAt(tokens: readonly Token[], at: number): number {
  if (!PARTICLES.has(tokens[at]?.lower ?? '')) return 0;
  return PARTICLES.has(tokens[at + 1]?.lower ?? '') ? 2 : 1;
}

function isNameWord(token: Token | undefined): boolean {
  return token?.isWord === true && token.isCapital && isNameLike(token) && !isCommonWord(token.lower);
}

function isLowerName(token: Token | undefined): boolean {
  return token?.isWord === true && !token.isCapital && isNameLike(token) && !isCommonWord(token.lower);
}

/** "She'll", "They're". */
const SHORTENED = /^(?:i|he|she|it|we|they|you|who|that|there|here|what|where)['’](?:ll|d|ve|re|s|m)$/i;

/** No digits and no signs of a path, a product code or a device ("LT-DANA"). */
function isNameLike({ text }: Token): boolean {
  return (
    text.length <= 40 &&
    !SHORTENED.test(text) &&
    !/[\p{N}@_/&+]/u.test(text) &&
    !/^\p{Lu}+-[\p{Lu}-]*$/u.test(text)
  );
}

/** "Will Smith", "for May's account", but not "May I". */
function isAmbiguousName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.isCapital || !ALSO_NAMES.has(token.lower)) return false;
  return token.possessive || isNameWord(tokens[at + 1]);
}

/** Greeted or signed with, or the writer's own: "Hi Tina", "Thanks, Lee", "I'm Dana", "my name is Dana". */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  const [two, one] = [tokens[at - 2]?.lower ?? '', tokens[at - 1]?.lower ?? ''];
  if (tokens[at]?.possessive) return false;
  // "@Tina, can you …" is addressed, "the password of @Sam" is not.
  if (one === '@' && (CUES.has(two) || isSpokenOf(tokens, capitalRunEnd(tokens, at)))) return false;
  if (!CUES.has(one) && SAYING.has(tokens[capitalRunEnd(tokens, at)]?.lower ?? '')) return true;
  if (GREETINGS.has(one) || BYSTANDERS.has(one) || (one === ',' && GREETINGS.has(two))) return true;
  return (
    one === "i'm" || (one === 'am' && two === 'i') || (one === 'is' && (two === 'name' || two === 'this'))
  );
}

/** "… needs a password", and not "… can you". */
function isSpokenOf(tokens: readonly Token[], end: number): boolean {
  return VERBS.has(tokens[end]?.lower ?? '') && !/^(?:you|u|ya)$/.test(tokens[end + 1]?.lower ?? '');
}

function isStrong(tokens: readonly Token[], at: number, end: number): boolean {
  const marked = tokens[at - 1]?.lower === '@' ? 2 : 1;
  const before = tokens[at - marked]?.lower ?? '';
  const cue = before === '.' ? HONORIFICS.has(tokens[at - 2]?.lower ?? '') : CUES.has(before);
  const first = tokens[at];
  const last = tokens[end - 1];
  const after = tokens.slice(end, end + 3).map((token) => token.lower);
  if (last?.possessive && after.some((word) => OBJECTS.has(word) || VERBS.has(word))) return true;
  if (first?.isCapital !== true) return false;
  return cue || VERBS.has(after[0] ?? '');
}

function isListGap(between: readonly Token[]): boolean {
  return (
    between.length > 0 &&
    between.length <= 2 &&
    between.every(({ lower }) => lower === ',' || lower === 'and' || lower === '&')
  );
}

function queryOf(run: readonly Token[]): string {
  return run
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 80);
}
