// Sorts what Slack delivers, the same over HTTP and sockets, into events, interactions and commands.
import { z } from 'zod';
import type { Incoming } from './incoming.ts';
import { readEvent } from './read-event.ts';
import { readCommand, readInteraction } from './read-interaction.ts';

const kindSchema = z.object({ type: z.string().optional(), command: z.string().optional() });

export function readDelivery(body: unknown): Incoming {
  const kind = kindSchema.safeParse(body).data;
  if (kind?.type === 'event_callback') return readEvent(body);
  if (kind?.type !== undefined) return readInteraction(kind.type, body);
  if (kind?.command !== undefined) return readCommand(body);
  return { kind: 'malformed', why: 'neither event, interaction nor command' };
}
