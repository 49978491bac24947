// A step whose outcome is not known: a technician looks in the real system and says which it was.
import type { Card } from './card.ts';

export interface UncertainView {
  readonly runId: string;
  readonly stepId: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly client: string;
  readonly requester: string;
  readonly sentence: string;
  readonly reason: string;
}

export function uncertainCard(view: UncertainView): Card {
  const settle = (outcome: 'done' | 'failed') =>
    ({ type: 'run.settle', runId: view.runId, step: view.stepId, outcome }) as const;
  return {
    title: `Did it happen? ${view.sentence}`,
    status: { text: 'The outcome of this step is not known. It is not repeated by itself.', tone: 'warning' },
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Ticket', value: String(view.ticketNumber) },
          { label: 'Client', value: view.client },
          { label: 'Requester', value: view.requester },
        ],
      },
      { type: 'quote', label: 'What was seen', text: view.reason },
      { type: 'text', text: 'Please look in the system itself, then say which it was.' },
    ],
    full: `ticket ${view.ticketNumber}`,
    buttons: [
      { label: 'It happened', style: 'primary', action: settle('done') },
      { label: 'It did not happen', action: settle('failed') },
      { label: 'Take over', action: { type: 'ticket.take', ticketId: view.ticketId } },
    ],
  };
}
