// Looks for a message of ours by the key in its metadata, after a send whose answer was lost.
import { z } from 'zod';
import { type Address, ChatError, type MessageRef } from '../../src/chat.ts';
import { METADATA_EVENT_TYPE } from './messages.ts';
import type { Workspaces } from './workspaces.ts';

const PAGE_SIZE = 200;
/** Threads are read from their beginning, so a long one takes several pages. */
const MAX_PAGES = 5;

const pageSchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      thread_ts: z.string().optional(),
      metadata: z
        .object({
          event_type: z.string(),
          event_payload: z.object({ key: z.string().optional() }).optional(),
        })
        .optional()
        .catch(undefined),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/**
 * @returns the message, `absent` if Slack was asked and has none, `unknown` if the app may not read there.
 * @throws ChatError `rate_limited` and `unreachable`: ask again later.
 */
export async function findPosted(
  workspaces: Workspaces,
  to: Address,
  key: string,
): Promise<MessageRef | 'absent' | 'unknown'> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await read(workspaces, to, cursor);
    if (answer === 'unknown') return 'unknown';
    const found = answer.messages.find(
      ({ metadata }) => metadata?.event_type === METADATA_EVENT_TYPE && metadata.event_payload?.key === key,
    );
    if (found !== undefined) return { ...to, message: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    // Outside threads the newest come first, and the send was a moment ago.
    if (to.thread === undefined || !cursor) return 'absent';
  }
  return 'unknown';
}

async function read(workspaces: Workspaces, to: Address, cursor: string | undefined) {
  const args = {
    channel: to.channel,
    include_all_metadata: true,
    limit: PAGE_SIZE,
    ...(cursor ? { cursor } : {}),
  };
  try {
    const answer =
      to.thread === undefined
        ? await workspaces.call(to.tenant, 'conversations.history', args)
        : await workspaces.call(to.tenant, 'conversations.replies', { ...args, ts: to.thread });
    return pageSchema.safeParse(answer).data ?? 'unknown';
  } catch (error) {
    if (error instanceof ChatError && (error.kind === 'refused' || error.kind === 'gone')) return 'unknown';
    throw error;
  }
}
