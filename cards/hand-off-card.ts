// A ticket that needs a person: what it is about and why the desk did not finish it.
import type { Card } from './card.ts';
import { newPlanButton } from './new-plan-button.ts';

export interface HandOffView {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly title: string;
  readonly requester: string;
  readonly client: string;
  readonly reason: string;
  /** It may be an attack. */
  readonly urgent?: true | undefined;
  readonly takenBy?: string | undefined;
  /** Who asked the assistant for another plan since. */
  readonly replannedBy?: string | undefined;
}

export function handOffCard(view: HandOffView): Card {
  return {
    title: view.urgent
      ? `Urgent: ticket ${view.ticketNumber} reports a possible attack`
      : `Ticket ${view.ticketNumber} needs a person`,
    ...statusOf(view),
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Requester', value: view.requester },
          { label: 'Client', value: view.client },
          { label: 'Request', value: view.title },
        ],
      },
      { type: 'quote', label: 'Why', text: view.reason },
    ],
    full: `ticket ${view.ticketNumber}`,
    buttons: [
      ...(view.takenBy
        ? []
        : [
            {
              label: 'Take',
              style: 'primary' as const,
              action: { type: 'ticket.take' as const, ticketId: view.ticketId },
            },
          ]),
      { label: 'Open', action: { type: 'ticket.open', ticketId: view.ticketId } },
      { label: 'Reply…', action: { type: 'ticket.reply', ticketId: view.ticketId } },
      newPlanButton(view),
    ],
  };
}

function statusOf(view: HandOffView): Pick<Card, 'status'> {
  if (view.replannedBy)
    return { status: { text: `${view.replannedBy} asked for a new plan.`, tone: 'neutral' } };
  return view.takenBy ? { status: { text: `Taken by ${view.takenBy}.`, tone: 'neutral' } } : {};
}
