// What stands before a step's sentence, the same on every platform: a state is said in words, never by colour alone.
import type { StepState } from '../card.ts';

const WORDS: Readonly<Record<StepState, string>> = {
  pending: 'not started',
  running: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
  uncertain: 'outcome unknown',
};

/** "2. " or "2. failed: "; counts from zero. */
export function stepPrefix(index: number, state: StepState | undefined): string {
  return state === undefined ? `${index + 1}. ` : `${index + 1}. ${WORDS[state]}: `;
}
