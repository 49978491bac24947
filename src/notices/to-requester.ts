// The one way to a requester: where the request came in is where its answers go. Nothing internal passes through here.
import type { Card } from '../../cards/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Work } from '../work/work.ts';

export interface ToRequester {
  /** One message per key, for ever. */
  readonly key: string;
  readonly content: Card | string;
  /** What the message shows, where it changes later. */
  readonly subject?: string | undefined;
}

export function tellRequester(
  work: Work,
  ticket: Pick<Ticket, 'address'>,
  { key, content, subject }: ToRequester,
): void {
  work.send({ kind: 'post', key, to: { type: 'address', address: ticket.address }, content, subject });
}
