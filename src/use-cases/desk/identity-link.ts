// An admin confirms or refuses that a chat account belongs to the person whose e-mail address its profile shows.
import { strangerCard } from '../../../cards/stranger-card.ts';
import type { Core } from '../../core.ts';
import type { Person } from '../../people/person.ts';
import { link } from '../../people/recognise.ts';
import { upsertIdentity } from '../../people/store.ts';
import type { Handled } from '../outcome.ts';

export async function settleIdentity(
  core: Core,
  identityId: string,
  confirmed: boolean,
  by: Person,
): Promise<Handled> {
  const identity = await core.peopleStore.identityById(identityId);
  const clientId = identity?.proposedClientId;
  if (!identity) return { type: 'refused', why: 'This account is not known any more.' };
  if (identity.state !== 'proposed' || !clientId || !identity.email) {
    return { type: 'refused', why: `This was settled already: ${identity.state}.` };
  }
  const { email, name, user } = identity;
  const outcome = confirmed ? `Confirmed by ${by.name}.` : `Refused by ${by.name}.`;
  await core.unit(function* (work) {
    const { now } = work;
    if (confirmed) yield* link(work, { user, email, name, clientId });
    else yield* upsertIdentity(work, { ...identity, state: 'refused', seenAt: now });
    work.audit({
      actor: `person:${by.email}`,
      verb: confirmed ? 'identity.confirmed' : 'identity.refused',
      subject: `identity:${identityId}`,
      clientId,
      text: `${by.name} ${confirmed ? 'confirmed' : 'refused'} that the ${user.platform} account ${user.id} is ${name} (${email}).`,
    });
    work.send({
      kind: 'update_all',
      subject: `identity:${identityId}`,
      content: strangerCard({
        identityId,
        name,
        email,
        platform: user.platform,
        reason: identity.reason ?? '',
        client: core.desk.client(clientId)?.name,
        outcome,
      }),
    });
    if (!confirmed) return;
    work.send({
      kind: 'post',
      key: `welcome:${identityId}`,
      to: { type: 'direct', user },
      content: 'The service desk knows you now. Write to me what you need.',
    });
  });
  core.people.forget(user);
  return { type: 'done', text: outcome };
}
