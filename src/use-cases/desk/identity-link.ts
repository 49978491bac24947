// An admin confirms or refuses that a chat account belongs to the person whose e-mail address its profile shows. The first
// decision holds.
import { strangerCard } from '../../../cards/stranger-card.ts';
import { selectLatest } from '../../audit/store.ts';
import type { ChatUser } from '../../chat.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import { link } from '../../people/recognise.ts';
import { type Identity, upsertIdentity } from '../../people/store.ts';
import type { Step } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';

export async function settleIdentity(
  core: Core,
  by: Actor,
  identityId: string,
  verdict: 'confirmed' | 'refused',
): Promise<Outcome> {
  const { outcome, settled } = await core.unit(function* (work): Step<Settled> {
    const found = yield* forAction(work, by, 'identity.settle', identityId);
    if (found.type === 'refused') return { outcome: found };
    const { thing: identity } = found;
    const { email, name, user, proposedClientId: clientId } = identity;
    if (identity.state !== 'proposed' || !clientId || !email)
      return { outcome: yield* settledAlready(core, work, identity) };
    if (verdict === 'confirmed') yield* link(work, { user, email, name, clientId });
    else yield* upsertIdentity(work, { ...identity, state: 'refused', seenAt: work.now });
    const words = `${verdict === 'confirmed' ? 'Confirmed' : 'Refused'} by ${by.person.name}.`;
    work.audit({
      actor: `person:${by.person.email}`,
      verb: verdict === 'confirmed' ? 'identity.confirmed' : 'identity.refused',
      subject: `identity:${identityId}`,
      clientId,
      text: `${by.person.name} ${verdict} that the ${user.platform} account ${user.id} is ${name} (${email}).`,
    });
    const { platform } = user;
    work.send({
      kind: 'update_all',
      subject: `identity:${identityId}`,
      content: strangerCard({
        identityId,
        name,
        email,
        platform,
        reason: identity.reason ?? '',
        client: core.desk.client(clientId)?.name,
        outcome: words,
      }),
    });
    if (verdict === 'confirmed')
      work.send({
        kind: 'post',
        key: `welcome:${identityId}`,
        to: { type: 'direct', user },
        content: 'The service desk knows you now. Write to me what you need.',
      });
    return { outcome: done(words), settled: user };
  });
  if (settled) core.people.forget(settled);
  return outcome;
}

interface Settled {
  readonly outcome: Outcome;
  /** Whose link has changed; undefined where nothing did. */
  readonly settled?: ChatUser;
}

/** Who was faster, and when: the log knows. */
function* settledAlready(core: Core, work: Work, { id, state }: Identity): Step<Outcome> {
  const [last] = yield* selectLatest(work, 1, `identity:${id}`);
  const email = last?.actor.replace(/^person:/, '') ?? '';
  const name = core.desk.staff(email)?.name;
  const what = state === 'linked' ? 'confirmed' : state;
  if (!last || !name) return refused(`This was settled already: ${what}.`);
  return refused([`This was settled already: ${what} by ${name} at `, { time: last.at.getTime() }, '.']);
}
