// "Approved", "yes" or a thumbs-up decides nothing: whoever has something to decide gets the card back.
import { approvalsCard } from '../../../cards/approvals-card.ts';
import type { MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { pendingFor } from '../../notices/pending.ts';
import type { Person } from '../../people/person.ts';
import { replyAddress } from './reply-address.ts';

/** True if the person had something to decide and was shown it. */
export async function showPending(core: Core, person: Person, event: MessageEvent): Promise<boolean> {
  const pending = await pendingFor(core, person);
  if (pending.length === 0) return false;
  await core.unit(function* (work) {
    work.send({
      kind: 'post',
      key: `consent:${event.from.platform}:${event.id}`,
      to: { type: 'address', address: replyAddress(event) },
      content: approvalsCard({
        approvals: pending,
        intro: 'Only the buttons decide. This is what waits for you:',
      }),
      onlyFor: event.direct ? undefined : event.from,
    });
  });
  return true;
}
