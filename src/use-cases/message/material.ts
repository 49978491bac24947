// What a message carries of others (quotes, forwards) as it is kept with a ticket: an internal note that says whose words they
// are. Technicians read it; it is never a request, an answer or a command, and planning does not see it.
import type { MessageEvent, Quoted } from '../../chat.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import type { Step } from '../../store/database.ts';
import { insertEntry } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { forAction } from '../for-action.ts';

const LONGEST = 12_000;

/** Undefined for a message that carries nothing of others. */
export function materialOf({ forwarded, quoted }: MessageEvent): string | undefined {
  const lines = [
    ...forwarded.map((each) => marked('Forwarded', each)),
    ...quoted.map((each) => marked('Quoted', each)),
  ];
  return lines.length === 0 ? undefined : lines.join('\n\n').slice(0, LONGEST);
}

function marked(how: 'Forwarded' | 'Quoted', { author, text }: Quoted): string {
  return `${how}${author === undefined ? '' : ` (from ${author})`}: ${text}`;
}

/** Whoever may add to the ticket may add it; from others nothing is kept. */
export async function noteMaterial(
  core: Core,
  by: Actor,
  { id }: Pick<Ticket, 'id'>,
  event: MessageEvent,
): Promise<void> {
  const text = materialOf(event);
  if (text === undefined) return;
  await core.unit(function* (work): Step<void> {
    const found = yield* forAction(work, by, 'ticket.add', id);
    if (found.type === 'refused') return;
    yield* insertEntry(work, { ticketId: id, kind: 'internal_note', author: by.person.name, text });
  });
}
