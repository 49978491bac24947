// The requester answers a question: planning goes on with it.

import { answeredCard } from '../../../cards/question-card.ts';
import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import type { Actor } from '../../people/actor.ts';
import { answerFor, choicesOf } from '../../planning/answers.ts';
import { selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry, selectEntries } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { endOffer } from '../plan/confirm-plan.ts';

/** What the card of the ticket's newest question shows. */
export function questionSubject({ id, questions }: Pick<Ticket, 'id' | 'questions'>): string {
  return `question:${id}:${questions}`;
}

/**
 * @param answerId the platform's id of the message, so that a redelivery plans once
 * @returns false if the ticket waits for no answer any more; then nothing is changed
 */
export async function takeAnswer(
  core: Core,
  by: Actor,
  { id }: Pick<Ticket, 'id'>,
  text: string,
  answerId: string,
): Promise<boolean> {
  return core.unit(function* (work): Step<boolean> {
    const found = yield* forAction(work, by, 'ticket.answer', id);
    if (found.type === 'refused') return false;
    const { thing: asked } = found;
    const moved = yield* changeTicket(work, id, { state: 'working' }, { from: ['waiting_requester'] });
    if (!moved) return false;
    const offered = yield* selectPlanOf(work, id);
    if (offered) yield* endOffer(work, offered);
    if (choicesOf(asked.planning).length > 0) yield* showAnswered(work, asked, text);
    yield* insertEntry(work, { ticketId: id, kind: 'requester', author: by.person.name, text });
    work.enqueue(planJob(id, { type: 'answered', eventId: answerId }));
    return true;
  });
}

/** Its buttons are gone: what was chosen stands there. */
function* showAnswered(work: Work, ticket: Ticket, answer: string): Step<void> {
  const replies = (yield* selectEntries(work, ticket.id)).filter(({ kind }) => kind === 'reply');
  const question = replies.at(-1)?.text ?? '';
  const view = { ticketId: ticket.id, ticketNumber: ticket.number, question };
  work.send({ kind: 'update_all', subject: questionSubject(ticket), content: answeredCard(view, answer) });
}

/** The button of one choice of the open question: the answer in the words that mean it. */
export async function chooseAnswer(
  core: Core,
  by: Actor,
  ticketId: string,
  choice: string,
): Promise<Outcome> {
  const found = await core.database.read((db) => forAction(db, by, 'ticket.answer', ticketId));
  if (found.type === 'refused') return found;
  const { thing: ticket } = found;
  const answer = answerFor(choice, ticket.planning);
  const isTaken =
    answer !== undefined &&
    (await takeAnswer(core, by, ticket, answer, `choice:${ticket.questions}:${choice}`));
  return isTaken
    ? done('Thank you. I am on it.')
    : refused('This question was answered already, or a newer one took its place.');
}
