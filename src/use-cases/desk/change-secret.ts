// Secrets of the vault, set and removed by admins. The value goes into the vault and nowhere else.
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import { MSP_SCOPE } from '../../secrets/vault.ts';
import type { Step } from '../../store/database.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';

export interface SecretAt {
  readonly name: string;
  /** A client id, or the scope of every client. */
  readonly scope: string;
}

export async function setSecret(core: Core, by: Actor, at: SecretAt, value: string): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'desk.secret', clientOf(at));
    if (found.type === 'refused') return found;
    yield* core.vault.write(work, { ...at, value, by: by.person.email });
    work.audit({
      actor: `person:${by.person.email}`,
      verb: 'secret.set',
      subject: `secret:${at.scope}/${at.name}`,
      text: `${by.person.name} set the secret ${at.name} (${at.scope}).`,
    });
    return done(`${at.name} is in the vault.`);
  });
}

export async function removeSecret(core: Core, by: Actor, at: SecretAt): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'desk.secret', clientOf(at));
    if (found.type === 'refused') return found;
    if (!(yield* core.vault.remove(work, at.scope, at.name)))
      return refused(`There is no secret ${at.name} for ${clientOf(at) ?? 'every client'}.`);
    work.audit({
      actor: `person:${by.person.email}`,
      verb: 'secret.removed',
      subject: `secret:${at.scope}/${at.name}`,
      text: `${by.person.name} removed the secret ${at.name} (${at.scope}).`,
    });
    return done(`${at.name} is removed.`);
  });
}

function clientOf({ scope }: SecretAt): string | undefined {
  return scope === MSP_SCOPE ? undefined : scope;
}
