// An answer to a message, in its own thread.
import type { Card } from '../../../cards/card.ts';
import type { ChatUser, MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { replyAddress } from './reply-address.ts';

/** @param what with the event's id the key of the answer, so that a repeated job says it once */
export async function sendBack(
  core: Core,
  event: MessageEvent,
  what: string,
  content: Card | string,
  onlyFor?: ChatUser,
): Promise<void> {
  await core.unit(function* (work) {
    work.send({
      kind: 'post',
      key: `${what}:${event.from.platform}:${event.id}`,
      to: { type: 'address', address: replyAddress(event) },
      content,
      onlyFor,
    });
  });
}
