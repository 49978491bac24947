// Where the answer to a message stands.
import type { Address, MessageEvent } from '../../chat.ts';

/** Replies stand in the thread of the message that asked, so that two requests in one conversation stay apart. */
export function replyAddress(event: MessageEvent): Address {
  return { ...event.at, thread: event.at.thread ?? event.message.message };
}
