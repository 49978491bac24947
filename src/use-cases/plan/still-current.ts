// Whether a proposal still fits its ticket: people write while a plan is being made. What was said meanwhile is planned again,
// and a ticket whose plan is being carried out gets no second one.

import { planJob } from '../../jobs/kinds.ts';
import { selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { selectEntries, selectTicket } from '../../tickets/store.ts';
import type { Work } from '../../work/work.ts';
import { type PlanningSubject, wordsOf } from './planning-subject.ts';

/** False if the proposal is dropped; where that is because of new words, the planning job for them is queued. */
export function* isStillCurrent(
  work: Work,
  subject: Pick<PlanningSubject, 'ticket' | 'messages' | 'hints'>,
): Step<boolean> {
  const { id } = subject.ticket;
  const ticket = yield* selectTicket(work, id);
  if (ticket?.state !== 'new' && ticket?.state !== 'working') return false;
  if ((yield* selectPlanOf(work, id))?.status === 'running') return false;
  const entries = yield* selectEntries(work, id);
  const { messages, hints } = wordsOf(entries);
  if (isSame(messages, subject.messages) && isSame(hints, subject.hints)) return true;
  // An edit changes words without a new entry, so the key counts what is there and how long it is.
  const mark = `${entries.at(-1)?.id}:${messages.join('').length}`;
  work.enqueue(planJob(id, { type: 'outdated', mark }));
  return false;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
