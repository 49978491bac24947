// Home: what waits for me, what is in progress, what was decided lately. For requesters: their own requests.
import { type ApprovalRowView, approvalRow } from './approvals-card.ts';
import type { Card, CardBlock } from './card.ts';
import { stateWords } from './ticket-card.ts';
import type { TicketRow } from './tickets-card.ts';

export interface HomeView {
  readonly name: string;
  readonly waiting: readonly ApprovalRowView[];
  /** Staff: open tickets; others: their own. */
  readonly tickets: readonly TicketRow[];
  readonly decided: readonly { readonly text: string; readonly at: number }[];
  readonly staff: boolean;
  readonly admin: boolean;
}

export function homeCard(view: HomeView): Card {
  const body: CardBlock[] = [];
  if (view.staff || view.waiting.length > 0) {
    body.push({ type: 'heading', text: 'Waiting for me' });
    body.push(
      view.waiting.length > 0
        ? { type: 'rows', rows: view.waiting.map(approvalRow) }
        : { type: 'text', text: 'Nothing waits for your decision.', muted: true },
    );
  }
  body.push({ type: 'heading', text: view.staff ? 'In progress' : 'My requests' });
  body.push(ticketsBlock(view));
  if (view.staff && view.decided.length > 0) {
    body.push({ type: 'heading', text: 'Recently decided' });
    body.push(
      ...view.decided.map(
        (entry): CardBlock => ({ type: 'text', text: [`${entry.text} `, { time: entry.at }], muted: true }),
      ),
    );
  }
  const command = (label: string, text: string) => ({
    label,
    action: { type: 'command.run' as const, text },
  });
  return {
    title: `Hello ${view.name}`,
    body,
    buttons: [
      command('New request', 'new'),
      ...(view.staff
        ? [command('Tickets', 'tickets'), command('Activity', 'activity')]
        : [command('My requests', 'status')]),
      ...(view.admin ? [command('Policies', 'policy'), command('Clients', 'clients')] : []),
      command('Help', 'help'),
    ],
  };
}

function ticketsBlock(view: HomeView): CardBlock {
  if (view.tickets.length === 0) {
    const text = view.staff
      ? 'No open tickets.'
      : 'You have no requests yet. Write to me what you need, in your own words.';
    return { type: 'text', text, muted: true };
  }
  return {
    type: 'rows',
    rows: view.tickets.map((ticket) => ({
      title: [{ strong: `${ticket.number}` }, ` ${ticket.title}`],
      detail: [
        `${stateWords(ticket.state)}${ticket.requester ? ` · ${ticket.requester}` : ''} · `,
        { time: ticket.at },
      ],
      buttons: view.staff
        ? [{ label: 'Open', action: { type: 'ticket.open', ticketId: ticket.ticketId } }]
        : [],
    })),
  };
}
