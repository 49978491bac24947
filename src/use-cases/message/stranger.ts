// Somebody whom the desk does not know: told so politely, the admins are told once, and nothing else happens.
import { strangerCard } from '../../../cards/stranger-card.ts';
import type { ChatReply, MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { MSP_CLIENT_ID } from '../../desk/client.ts';
import { adminCopies, tellCopies } from '../../notices/audience.ts';
import type { Recognised } from '../../people/recognise.ts';

const STRANGER_TEXT =
  'This service desk does not know you yet, so it cannot take your request. Its admins have been told. If this is urgent, please contact your IT provider directly.';

type Unknown = Extract<Recognised, { type: 'unknown' }>;

/** For a click, a form or a command: the answer for whoever acted, and for nobody else. */
export async function meetStranger(core: Core, who: Unknown): Promise<ChatReply> {
  await tellAdmins(core, who.identity);
  return { type: 'private', content: STRANGER_TEXT };
}

/** For a message: answered where it stands, in a channel for its author alone. */
export async function answerStranger(core: Core, who: Unknown, event: MessageEvent): Promise<void> {
  await tellAdmins(core, who.identity);
  await core.unit(function* (work) {
    work.send({
      kind: 'post',
      key: `stranger:${event.from.platform}:${event.id}`,
      to: { type: 'address', address: event.at },
      content: STRANGER_TEXT,
      onlyFor: event.direct ? undefined : event.from,
    });
  });
}

/** Once per account. The log knows whether it was done; that somebody was seen before does not say so. */
async function tellAdmins(core: Core, identity: Unknown['identity']): Promise<void> {
  const told = await core.audit.latest(1, `identity:${identity.id}`);
  if (told.length > 0) return;
  const copies = await adminCopies(core);
  await core.unit(function* (work) {
    work.audit({
      actor: 'system',
      verb: 'identity.unknown',
      subject: `identity:${identity.id}`,
      text: `${identity.name} wrote from ${identity.user.platform} ${identity.user.tenant} and is not known: ${identity.reason ?? 'no reason'}.`,
    });
    const card = strangerCard({
      identityId: identity.id,
      name: identity.name,
      email: identity.email,
      platform: identity.user.platform,
      reason: identity.reason ?? '',
      client: identity.state === 'proposed' ? proposedName(core, identity.proposedClientId ?? '') : undefined,
    });
    const subject = `identity:${identity.id}`;
    tellCopies(work, copies, { key: `stranger:${identity.id}`, content: card, subject });
  });
}

function proposedName(core: Core, clientId: string): string | undefined {
  if (clientId === MSP_CLIENT_ID) return core.desk.desk.msp.name;
  return core.desk.client(clientId)?.name;
}
