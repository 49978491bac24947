// The one-time reveal: the recipient that the plan names clicks, the box is emptied in the same statement, and the value
// goes into a private form and nowhere else.
import { revealForm } from '../../../cards/reveal-form.ts';
import type { ChatReply } from '../../chat.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import { type Opened, takeDelivery } from '../../runs/deliveries.ts';
import type { Step } from '../../store/database.ts';

export async function revealSecret(core: Core, by: Actor, secretId: string): Promise<ChatReply> {
  const { person: actor } = by;
  const opened = await core.unit(function* (work): Step<Opened> {
    const result = yield* takeDelivery(work, secretId, actor.email);
    if (result.type === 'refused' && result.why !== 'not_yours') return result;
    work.audit({
      actor: `person:${actor.email}`,
      verb: result.type === 'opened' ? 'secret.opened' : 'secret.refused',
      subject: `delivery:${secretId}`,
      clientId: actor.clientId,
      text:
        result.type === 'opened'
          ? `${actor.name} opened the temporary password for ${result.forName}.`
          : `${actor.name} tried to open a temporary password that is for somebody else.`,
    });
    return result;
  });
  if (opened.type === 'refused') return { type: 'private', content: REFUSALS[opened.why] };
  const password = core.deliveries.open(opened.sealed, opened.key);
  return { type: 'form', form: revealForm({ forName: opened.forName, password }) };
}

const REFUSALS = {
  not_yours: 'This temporary password is for somebody else.',
  opened: 'This temporary password was shown already; it is shown once. Ask for a new one if you need it.',
  expired: 'The 15 minutes for this temporary password are over and it was erased. Ask for a new one.',
  unknown: 'This temporary password does not exist any more. Ask for a new one.',
} as const;
