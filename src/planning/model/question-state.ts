// What is kept between a question and its answer: the questions so far and the model's own notes, redacted. The count is
// the program's; a model cannot ask a fourth time.
import { z } from 'zod';
import type { Json } from '../../lib/json.ts';
import { redact } from '../../secrets/redact.ts';

export const MAX_QUESTIONS = 3;
const LONGEST_NOTES = 2000;

export interface AskedBefore {
  /** `at`: how many messages there were when it was asked. */
  readonly asked: readonly { readonly question: string; readonly at: number }[];
  readonly notes: string;
}

const form = z.object({
  by: z.literal('model'),
  asked: z.array(z.object({ question: z.string(), at: z.int().min(0) })).max(MAX_QUESTIONS),
  notes: z.string(),
});
/** Another planner's questions count as well. */
const foreign = z.object({ asked: z.array(z.object({ at: z.int().min(0) })).max(100) });

export function readState(state: Readonly<Record<string, Json>>): AskedBefore {
  const own = form.safeParse(state);
  if (own.success) return { asked: own.data.asked, notes: own.data.notes };
  const other = foreign.safeParse(state);
  const asked = other.success ? other.data.asked : [];
  return { asked: asked.map(({ at }) => ({ question: '(a question of the desk)', at })), notes: '' };
}

export function nextState(
  before: AskedBefore,
  asked: { readonly question: string; readonly at: number },
  notes: string,
): Readonly<Record<string, Json>> {
  return {
    by: 'model',
    asked: [...before.asked, { question: asked.question, at: asked.at }],
    notes: redact(notes.slice(0, 4 * LONGEST_NOTES)).slice(0, LONGEST_NOTES),
  };
}
