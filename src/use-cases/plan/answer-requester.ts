// The ending of a proposal that answers from documents or from what the desk knows: the ticket is resolved by it.
import { answerCard } from '../../../cards/answer-card.ts';
import type { Core } from '../../core.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { Proposed } from '../../planning/planner.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { UnitBody } from '../../work/work.ts';
import { closeReceipt } from '../ticket/open-ticket.ts';
import { rememberFinished } from '../ticket/remember-finished.ts';
import { PLANNED_IN, type PlanningSubject } from './planning-subject.ts';

export function answerRequester(
  core: Core,
  { ticket }: PlanningSubject,
  proposal: Extract<Proposed, { type: 'answer' }>,
): UnitBody<void> {
  return function* (work) {
    const { text, sources } = proposal;
    const typeBy = proposal.by === 'model' ? 'model' : 'rule';
    const moved = yield* changeTicket(
      work,
      ticket.id,
      { state: 'resolved', resolvedAt: work.now, type: proposal.ticketType, typeBy },
      { from: PLANNED_IN },
    );
    if (!moved) return;
    const whole = [text, ...sources.map((source) => `Source: ${source}`)].join('\n');
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'reply', author: 'Deskhand', text: whole });
    yield* rememberFinished(core, work, moved);
    work.send(closeReceipt(ticket));
    work.audit({
      actor: 'planner',
      verb: 'ticket.answered',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `Ticket ${ticket.number} was answered${sources.length > 0 ? ` from ${sources.join(', ')}` : ''}.`,
    });
    tellRequester(work, ticket, {
      key: `answer:${ticket.id}:${work.now.getTime()}`,
      content: answerCard({ ticketId: ticket.id, ticketNumber: ticket.number, text, sources }),
    });
  };
}
