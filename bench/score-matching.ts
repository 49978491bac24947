// Figures for a matcher on labelled messages: the first workflow that fires is the answer, every further one that is
// not the label is a false fire too. Used by the bench and by the tests, so that both mean the same.
import type { Matcher, Trigger } from '../src/matching/matcher.ts';

export interface Labelled {
  readonly text: string;
  readonly label: string;
  readonly client?: string | undefined;
}

export interface MatchingScore {
  /** Mean F1 over the classes that occur; `no_workflow` is one of them. */
  readonly macroF1: number;
  /** Of all workflows that fired, how many were the label. */
  readonly precision: number;
  /** Of the messages without a workflow, how many fired one. */
  readonly falseFire: number;
  readonly classes: readonly { readonly name: string; readonly f1: number; readonly count: number }[];
  readonly misses: readonly string[];
}

const NO_WORKFLOW = 'no_workflow';

export function scoreMatching(
  matcher: Matcher,
  triggers: readonly Trigger[],
  examples: readonly Labelled[],
): MatchingScore {
  const ids = new Set(triggers.map((trigger) => trigger.id));
  const pairs: { readonly want: string; readonly got: string }[] = [];
  const misses: string[] = [];
  let fired = 0;
  let right = 0;
  for (const { text, label, client } of examples) {
    const want = ids.has(label) ? label : NO_WORKFLOW;
    const result = matcher.match(text, client);
    const got = result.matches.map((match) => match.id);
    fired += got.length;
    right += got.filter((id) => id === want).length;
    pairs.push({ want, got: got[0] ?? NO_WORKFLOW });
    if (got.length > 1 || (got[0] ?? NO_WORKFLOW) !== want) {
      misses.push(`${want} <> ${got.join(' + ') || NO_WORKFLOW}: ${text.slice(0, 120)} | ${result.why}`);
    }
  }
  const classes = [...ids, NO_WORKFLOW]
    .map((name) => ({ name, f1: f1Of(name, pairs), count: pairs.filter(({ want }) => want === name).length }))
    .filter(({ count }) => count > 0);
  const without = pairs.filter(({ want }) => want === NO_WORKFLOW);
  return {
    macroF1: classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length,
    precision: fired === 0 ? 1 : right / fired,
    falseFire:
      without.length === 0 ? 0 : without.filter(({ got }) => got !== NO_WORKFLOW).length / without.length,
    classes,
    misses,
  };
}

function f1Of(name: string, pairs: readonly { readonly want: string; readonly got: string }[]): number {
  const right = pairs.filter(({ want, got }) => want === name && got === name).length;
  const wanted = pairs.filter(({ want }) => want === name).length;
  const given = pairs.filter(({ got }) => got === name).length;
  return wanted + given === 0 ? 1 : (2 * right) / (wanted + given);
}
