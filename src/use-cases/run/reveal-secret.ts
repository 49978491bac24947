// The one-time reveal: the recipient that the plan names clicks, the box is emptied in the same statement, and the value
// goes into a private form and nowhere else.
import { revealForm } from '../../../cards/reveal-form.ts';
import type { ChatReply } from '../../chat.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import { type Opened, takeDelivery } from '../../runs/deliveries.ts';
import type { Step } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { contentOf, type Refused } from '../outcome.ts';

export async function revealSecret(core: Core, by: Actor, secretId: string): Promise<ChatReply> {
  const opened = await core.unit(function* (work): Step<Opened | Refused> {
    const found = yield* forAction(work, by, 'delivery.open', secretId);
    if (found.type === 'refused') {
      if (!found.unknown) note(work, by, secretId, 'secret.refused');
      return found;
    }
    const result = yield* takeDelivery(work, secretId);
    if (result.type === 'opened') note(work, by, secretId, 'secret.opened', result.forName);
    return result;
  });
  if (opened.type === 'refused') return { type: 'private', content: contentOf(opened) };
  if (opened.type === 'late') return { type: 'private', content: TOO_LATE[opened.why] };
  const password = core.deliveries.open(opened.sealed, opened.key);
  return { type: 'form', form: revealForm({ forName: opened.forName, password }) };
}

function note(
  work: Work,
  { person }: Actor,
  secretId: string,
  verb: 'secret.opened' | 'secret.refused',
  forName = '',
): void {
  work.audit({
    actor: `person:${person.email}`,
    verb,
    subject: `delivery:${secretId}`,
    clientId: person.clientId,
    text:
      verb === 'secret.opened'
        ? `${person.name} opened the temporary password for ${forName}.`
        : `${person.name} tried to open a temporary password that they may not open.`,
  });
}

const TOO_LATE = {
  opened: 'This temporary password was shown already; it is shown once. Ask for a new one if you need it.',
  expired: 'The 15 minutes for this temporary password are over and it was erased. Ask for a new one.',
} as const;
