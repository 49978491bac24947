// Sorts what Slack delivers, the same over HTTP and sockets, into events, interactions and commands.
import { z } from 'zod';
import type { Incoming } from './incoming.ts';
import { readEvent } from './read-event.ts';
import { readCommand, readInteraction } from './read-interaction.ts';
import type { NameOf } from './read-words.ts';

const kindSchema = z.object({ type: z.string().optional(), command: z.string().optional() });

/** @param nameOf names that are known already; reading looks nobody up */
export function readDelivery(body: unknown, nameOf: NameOf = () => undefined): Incoming {
  const kind = kindSchema.safeParse(body).data;
  if (kind?.type === 'event_callback') return readEvent(body, nameOf);
  if (kind?.type !== undefined) return readInteraction(kind.type, body);
  if (kind?.command !== undefined) return readCommand(body);
  return { kind: 'malformed', why: 'neither event, interaction nor command' };
}
