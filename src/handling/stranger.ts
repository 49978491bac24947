// Somebody whom the desk does not know: told so politely, the admins are told once, and nothing else happens.
import { strangerCard } from '../../cards/stranger-card.ts';
import type { Address } from '../chat.ts';
import type { Core } from '../core.ts';
import { adminCopies } from '../notices/audience.ts';
import { MSP_CLIENT_ID } from '../people/person.ts';
import type { Recognised } from '../people/recognise.ts';

export const STRANGER_TEXT =
  'This service desk does not know you yet, so it cannot take your request. Its admins have been told. If this is urgent, please contact your IT provider directly.';

type Unknown = Extract<Recognised, { type: 'unknown' }>;

export async function meetStranger(
  core: Core,
  who: Unknown,
  event: { readonly id: string; readonly at: Address; readonly from: { readonly platform: string } },
): Promise<void> {
  const { identity } = who;
  const client = core.desk.client(identity.proposedClientId ?? '');
  // The log knows whether the admins were told; that somebody was seen before does not say so.
  const told = (await core.audit.latest(1, `identity:${identity.id}`)).length > 0;
  const copies = told ? [] : await adminCopies(core);
  await core.unit(function* (_tx, _t, effects) {
    effects.send({
      kind: 'post',
      key: `stranger:${event.from.platform}:${event.id}`,
      to: { type: 'address', address: event.at },
      content: STRANGER_TEXT,
    });
    if (told) return;
    effects.audit({
      actor: 'system',
      verb: 'identity.unknown',
      subject: `identity:${identity.id}`,
      text: `${identity.name} wrote from ${identity.user.platform} ${identity.user.tenant} and is not known: ${identity.reason ?? 'no reason'}.`,
    });
    const proposed = identity.state === 'proposed';
    const card = strangerCard({
      identityId: identity.id,
      name: identity.name,
      email: identity.email,
      platform: identity.user.platform,
      reason: identity.reason ?? '',
      client: proposed
        ? (client?.name ??
          (identity.proposedClientId === MSP_CLIENT_ID ? core.desk.desk.msp.name : undefined))
        : undefined,
    });
    for (const copy of copies) {
      effects.send({
        kind: 'post',
        key: `stranger:${identity.id}:${copy.id}`,
        to: copy.to,
        content: card,
        subject: `identity:${identity.id}`,
      });
    }
  });
}
