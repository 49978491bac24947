// Tells an open page every change as it happens, by server-sent events: what it missed first, then what is new. Each
// change names the people who may see it, out of those the page shows; a change for none of them is not sent.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, SECOND_MS } from '../../src/lib/clock.ts';
import { every } from '../../src/lib/timers.ts';
import { type HomeRecord, isVisibleTo, type MessageRecord, personOf } from './record.ts';
import type { Room, RoomChange } from './room.ts';

/** Keeps the connection known to be alive on both sides. */
const BEAT_MS = 20 * SECOND_MS;
/** A page that reads nothing is cut off; it comes back and gets what it missed. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** A message as the page is told of it. */
export type MessageView = Omit<MessageRecord, 'key' | 'channel'> & {
  /** Those of the page's people who may see it. */
  readonly for: readonly string[];
  readonly place: 'direct' | 'channel';
  /** Later messages have higher numbers; a change of a message keeps its own. */
  readonly order: number;
  /** Milliseconds since 1970 UTC. */
  readonly workingSince?: number | undefined;
  readonly doing?: string | undefined;
};

export interface HomeView {
  readonly for: readonly [person: string];
  readonly card: HomeRecord['card'];
}

/** Starts the stream on this response; it ends when either side closes. @param people whom the page shows */
export function startStream(
  room: Room,
  people: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
  clock: Clock,
): void {
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.flushHeaders();
  const send = (change: RoomChange) => {
    const view = viewOf(change, people);
    if (view === undefined) return;
    response.write(
      `id: ${room.epoch}/${change.change}\nevent: ${change.type}\ndata: ${JSON.stringify(view)}\n\n`,
    );
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
  };
  const seen = seenBefore(room, request);
  if (seen === undefined) response.write('event: reset\ndata: {}\n\n');
  for (const change of room.since(seen ?? 0)) send(change);
  response.write('event: ready\ndata: {}\n\n');
  const stopWatching = room.watch(send);
  const stopBeating = every(clock, BEAT_MS, () => response.write(': beat\n\n'));
  response.on('close', () => {
    stopWatching();
    stopBeating();
  });
}

/** Number of the last change that a returning page has, or undefined if it begins anew. */
function seenBefore(room: Room, request: IncomingMessage): number | undefined {
  const [epoch, change] = String(request.headers['last-event-id'] ?? '').split('/');
  const number = Number(change);
  return epoch === room.epoch && Number.isSafeInteger(number) ? number : undefined;
}

function viewOf(change: RoomChange, people: readonly string[]): MessageView | HomeView | undefined {
  if (change.type === 'home') {
    const { person, card } = change.home;
    return people.includes(person) ? { for: [person], card } : undefined;
  }
  const { record, order, workingSince, doing } = change;
  const readers = people.filter((person) => isVisibleTo(record, person));
  if (readers.length === 0) return undefined;
  const { key: _ours, channel, ...shown } = record;
  const place = personOf(channel) === undefined ? 'channel' : 'direct';
  return { for: readers, place, ...shown, order, workingSince, doing };
}
