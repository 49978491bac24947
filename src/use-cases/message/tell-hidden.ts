// Somebody typed a secret: they are told once in the conversation, calmly, that it was hidden and is never needed.
import type { MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { threadKeyOf } from '../../tickets/ticket.ts';
import { replyAddress } from './reply-address.ts';

const WORDS =
  'I hid what looks like a password or key in your message. The service desk never needs one. Please delete it from the chat if you can, and change it if it is in use.';

export async function tellHidden(core: Core, event: MessageEvent): Promise<void> {
  const { platform, tenant, id } = event.from;
  await core.unit(function* (work) {
    work.send({
      kind: 'post',
      // The same key in one thread: said once.
      key: `hidden:${platform}:${tenant}:${id}:${threadKeyOf(replyAddress(event))}`,
      to: { type: 'address', address: replyAddress(event) },
      content: WORDS,
      onlyFor: event.direct ? undefined : event.from,
    });
  });
}
