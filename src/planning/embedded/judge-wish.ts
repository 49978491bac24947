// Whether a recipe's plan was asked for: certainly, likely, or not. Two rules stand above everything else of the embedded planner: no
// explicit wish, no change; no positive evidence of "me", no acting on the requester without asking.
import { speaksOfOtherSystem } from '../../reading/other-system.ts';
import { isSought, type ReadClause, type Reading } from '../../reading/read-message.ts';
import type { Asks } from './recipe.ts';
import { aboutSelf, saysMe } from './slots/self.ts';

export type Verdict =
  | { readonly type: 'certain' }
  | { readonly type: 'likely'; readonly why: string }
  /** `why` for technicians. */
  | { readonly type: 'none'; readonly why: string };

/** What a guide's own steps count as asked for by: any explicit wish. */
export const ANY_WISH: Asks = { deed: /./ };

/**
 * @param actsOnRequester whether the plan acts on whoever wrote, and on nobody else
 * @param answered a person's answer to our question says whom and what it is about
 */
export function judgeWish(
  reading: Reading,
  asks: Asks,
  { actsOnRequester, answered }: { readonly actsOnRequester: boolean; readonly answered: boolean },
): Verdict {
  const level = answered && reading.instead === undefined ? 'certain' : levelOf(reading.clauses, asks);
  if (level === 'none') return { type: 'none', why: INSTEAD[reading.instead ?? 'statement'] };
  if (asks.account && reading.clauses.some(({ mood, text }) => isSought(mood) && speaksOfOtherSystem(text)))
    return {
      type: 'none',
      why: 'The message speaks of a password or an account of another system than the work account.',
    };
  const isSelf = asks.account ? aboutSelf(reading.sought) === 'explicit' : saysMe(reading.wish);
  if (asks.personal && actsOnRequester && !answered && !isSelf)
    return { type: 'likely', why: 'It does not say whose account is meant.' };
  return level === 'certain'
    ? { type: 'certain' }
    : { type: 'likely', why: 'It does not say in so many words that this is wanted.' };
}

const PLEASE = /\b(?:please|pls|plz|asap|urgent(?:ly)?)\b/;

function levelOf(clauses: readonly ReadClause[], asks: Asks): 'certain' | 'likely' | 'none' {
  let likely = false;
  const wishes = clauses.filter(({ mood }) => mood === 'wish');
  const isAskedAbout =
    wishes.length === 0 && clauses.some(({ mood, plain }) => mood === 'question' && asks.deed.test(plain));
  // "Remove Sam, but only if Mia agrees"
  const isSupposed = (sentence: number) =>
    clauses.some((clause) => clause.sentence === sentence && clause.mood === 'condition');
  for (const { plain, mood, sentence } of clauses) {
    const fits = asks.deed.test(plain);
    const isAsked = (mood === 'wish' && fits) || (mood === 'complaint' && asks.situation?.test(plain));
    if (isAsked && !isSupposed(sentence)) return 'certain';
    if (isAsked) likely = true;
    if (
      mood === 'fragment' &&
      (fits || PLEASE.test(plain) || asks.situation?.test(plain) || asks.notice?.test(plain))
    )
      likely = true;
    // "Zoom crashed, do I have to install it again?" asks to be told.
    if (isAskedAbout && mood !== 'wish') continue;
    if ((mood === 'statement' || mood === 'complaint' || mood === 'wish') && asks.notice?.test(plain)) {
      // "Tom left. Close everything": the wish without the deed's words is about what was told.
      if (wishes.length > 0) return 'certain';
      likely = true;
    }
  }
  return likely ? 'likely' : 'none';
}

const INSTEAD: Readonly<Record<NonNullable<Reading['instead']>, string>> = {
  question: 'The message asks a question and wishes no change.',
  denial: 'The message says what is not to be done.',
  report: 'The message tells of something that happened or was said, and wishes no change.',
  condition: 'The message speaks of something that may happen, and wishes no change now.',
  thanks: 'The message thanks and wishes no change.',
  taken_back: 'The message takes back what it asked for.',
  statement: 'The message does not say that something is to be changed.',
};
