// Asks somebody who knows the requester to vouch for them, where their identity was only typed.
import type { PersonView } from './approval-card.ts';
import type { Card } from './card.ts';

export interface VerifyView {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly client: string;
  readonly requester: PersonView;
  /** How the request came in: "by e-mail", "by phone". */
  readonly came: string;
  readonly reader: 'manager' | 'technician';
  readonly outcome?: { readonly by: string; readonly at: number } | undefined;
}

export function verifyCard(view: VerifyView): Card {
  const { requester, outcome, ticketId } = view;
  const how =
    view.reader === 'manager'
      ? `Please ask ${requester.name} in person or on a number you know, then press the button.`
      : `Please reach ${requester.name} in a way that was known before this request, then press the button.`;
  const card: Card = {
    title: `Is it really ${requester.name}?`,
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Says to be', value: `${requester.name} (${requester.email})` },
          { label: 'Client', value: view.client },
          { label: 'Ticket', value: `${view.ticketNumber}` },
          { label: 'Came in', value: view.came },
        ],
      },
      { type: 'text', text: 'Until somebody vouches, nothing runs on its own and nothing secret is shown.' },
      ...(outcome === undefined ? [{ type: 'text', text: how } as const] : []),
    ],
  };
  if (outcome !== undefined) {
    const text = [`${outcome.by} vouched for ${requester.name} at `, { time: outcome.at }, '.'];
    return { ...card, status: { text, tone: 'good' } };
  }
  return {
    ...card,
    buttons: [
      {
        label: `Yes, this is ${requester.name}`,
        style: 'primary',
        action: { type: 'ticket.verify', ticketId },
        spoken: `Vouch for ${requester.name} on ticket ${view.ticketNumber}`,
      },
      ...(view.reader === 'technician'
        ? [{ label: 'Open', action: { type: 'ticket.open', ticketId } } as const]
        : []),
    ],
  };
}
