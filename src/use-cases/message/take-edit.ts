// A message that its writer changed or took away, and what becomes of the tickets that it opened: its wishes are planned anew, one that is
// gone is withdrawn. Both may come before the message itself, which is then not read any more.
import type { MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { noteOnce, wasNoted } from '../../intake/inbox.ts';
import { splitWishes } from '../../intake/wishes.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsMask } from '../../secrets/redact.ts';
import type { Db, Step } from '../../store/database.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { editRequest } from '../ticket/edit-request.ts';
import { withdrawTicket } from '../ticket/withdraw-ticket.ts';

const keyOf = (what: 'read' | 'gone', { at, message }: MessageEvent) =>
  `${what}:${at.channel}:${message.message}`;

/** Before the tickets of a message are opened: false if it was read already, or taken away. */
export function* readFirst(work: Work, event: MessageEvent): Step<boolean> {
  if (yield* isGone(work, event)) return false;
  return yield* noteOnce(work, event.from.platform, keyOf('read', event));
}

export function isGone(db: Db, event: MessageEvent): Step<boolean> {
  return wasNoted(db, event.from.platform, keyOf('gone', event));
}

/** Its wishes in their order are those of its tickets; a ticket whose wish is gone is withdrawn. */
export async function takeEdit(
  core: Core,
  event: MessageEvent,
  by: Actor,
  opened: readonly Ticket[],
  text: string,
): Promise<'taken' | 'gone'> {
  if (await core.database.read((db) => isGone(db, event))) return 'gone';
  const wishes = opened.length === 1 ? [text] : splitWishes(text, core.book.matcher);
  for (const [at, ticket] of opened.entries()) {
    const wish = wishes[at];
    // What is said beyond the last ticket stays with it.
    const rest = at === opened.length - 1 ? wishes.slice(at + 1) : [];
    if (wish === undefined) await withdrawTicket(core, by, ticket.id, { how: 'deleted' });
    else await editRequest(core, by, ticket, [wish, ...rest].join('\n'), `${event.id}:${at}`);
  }
  return 'taken';
}

export async function takeDeletion(
  core: Core,
  event: MessageEvent,
  by: Actor,
  opened: readonly Ticket[],
): Promise<void> {
  await core.unit((work) => noteOnce(work, event.from.platform, keyOf('gone', event)));
  // It may have been opened since.
  const tickets = opened.length > 0 ? opened : await core.tickets.ofMessage(event.message);
  if (await wasToldToDelete(core, tickets)) return;
  for (const ticket of tickets) {
    if (!OPEN_STATES.includes(ticket.state)) continue;
    await withdrawTicket(core, by, ticket.id, { how: 'deleted' });
  }
}

/** A message with a secret in it was deleted because the desk said so; its wish stands. */
async function wasToldToDelete(core: Core, tickets: readonly Ticket[]): Promise<boolean> {
  for (const { id } of tickets) {
    const [first] = (await core.tickets.entries(id)).filter(({ kind }) => kind === 'requester');
    if (first !== undefined && holdsMask(first.text)) return true;
  }
  return false;
}
