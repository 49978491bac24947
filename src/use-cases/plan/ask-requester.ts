// The ending of a proposal that asks the requester something: the ticket waits for the answer.
import { questionCard } from '../../../cards/question-card.ts';
import { newId } from '../../lib/ids.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import { choicesOf } from '../../planning/answers.ts';
import type { Proposed } from '../../planning/planner.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { UnitBody } from '../../work/work.ts';
import { questionSubject } from '../ticket/take-answer.ts';
import { PLANNED_IN, type PlanningSubject } from './planning-subject.ts';

export function askRequester(
  { ticket }: PlanningSubject,
  proposal: Extract<Proposed, { type: 'question' }>,
): UnitBody<void> {
  return function* (work) {
    const { question } = proposal;
    const moved = yield* changeTicket(
      work,
      ticket.id,
      { state: 'waiting_requester', planning: proposal.state, questions: ticket.questions + 1 },
      { from: PLANNED_IN },
    );
    if (!moved) return;
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'reply', author: 'Deskhand', text: question });
    tellRequester(work, ticket, {
      // An edit of the request starts the count again, so the count is no key.
      key: `question:${ticket.id}:${newId(work.now.getTime())}`,
      content: questionCard({
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        question,
        choices: choicesOf(proposal.state),
      }),
      subject: questionSubject(moved),
    });
  };
}
