// Changing the rules of the desk from chat. What tightens takes effect at once; what loosens waits for a second admin, or for a
// day on a desk with one.

import { changeCard } from '../../../cards/change-card.ts';
import type { Core } from '../../core.ts';
import { type Override, overrideKey } from '../../desk/overrides.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { applyChangeJob } from '../../jobs/kinds.ts';
import { DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { adminCopies, type Copy, tellCopies } from '../../notices/audience.ts';
import type { Actor } from '../../people/actor.ts';
import { q, type Step } from '../../store/database.ts';
import { and, eq } from '../../store/drizzle.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, type Refused, refused } from '../outcome.ts';
import { clientOf, type PendingChange, selectChange } from './changes.ts';

export interface RuleChange {
  readonly override: Override;
  /** One sentence without a full stop: "reset_password of Acme Dental becomes auto". */
  readonly summary: string;
  readonly loosens: boolean;
}

/** Applies a change now or asks for the second admin. */
export async function changeRules(core: Core, by: Actor, change: RuleChange): Promise<Outcome> {
  const copies = change.loosens ? await adminCopies(core) : [];
  const outcome = await core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'desk.change', clientOf(change.override));
    if (found.type === 'refused') return found;
    return change.loosens ? yield* ask(core, work, by, change, copies) : yield* apply(core, work, by, change);
  });
  if (outcome.type === 'done') await core.desk.reload();
  return outcome;
}

function* apply(core: Core, work: Work, { person }: Actor, change: RuleChange): Step<Outcome> {
  yield* core.desk.write(work, change.override, person.email);
  work.audit({
    actor: `person:${person.email}`,
    verb: 'rules.changed',
    subject: `rule:${overrideKey(change.override)}`,
    text: `${change.summary}.`,
  });
  return done(`${change.summary}. It holds from now on.`);
}

function* ask(
  core: Core,
  work: Work,
  { person }: Actor,
  { override, summary }: RuleChange,
  copies: readonly Copy[],
): Step<Outcome> {
  const { tx, t, now } = work;
  const others = core.desk.admins().filter((admin) => admin.email !== person.email);
  const appliesAt = others.length === 0 ? new Date(now.getTime() + DAY_MS) : undefined;
  const id = newId(now.getTime());
  const row = {
    id,
    key: overrideKey(override),
    value: override,
    summary,
    state: 'pending' as const,
    askedBy: person.email,
    askedAt: now,
    appliesAt: appliesAt ?? null,
  };
  yield* q(tx.insert(t.changes).values(row));
  work.audit({
    actor: `person:${person.email}`,
    verb: 'change.requested',
    subject: `change:${id}`,
    text: `${person.name} asks to loosen the rules: ${summary}.`,
  });
  const at = appliesAt?.getTime();
  const content = changeCard({ changeId: id, summary, askedBy: person.name, appliesAt: at });
  tellCopies(work, copies, { key: `change:${id}`, content, subject: `change:${id}` });
  if (appliesAt) work.arm(applyChangeJob(id), appliesAt);
  return done(
    appliesAt
      ? `${summary}: this loosens the rules and you are the only admin, so it takes effect in 24 hours unless it is withdrawn.`
      : `${summary}: this loosens the rules, so a second admin has to confirm it. They have been asked.`,
  );
}

export async function confirmChange(core: Core, by: Actor, id: string): Promise<Outcome> {
  return settleByAdmin(core, by, id, 'confirm');
}

export async function withdrawChange(core: Core, by: Actor, id: string): Promise<Outcome> {
  return settleByAdmin(core, by, id, 'withdraw');
}

async function settleByAdmin(
  core: Core,
  by: Actor,
  id: string,
  what: 'confirm' | 'withdraw',
): Promise<Outcome> {
  const { name, email } = by.person;
  const outcome = await core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, `change.${what}`, id);
    if (found.type === 'refused') return found;
    const { thing: pending } = found;
    if (pending.state !== 'pending') return settledAlready(core, pending);
    if (what === 'confirm') {
      yield* settle(core, work, pending, { state: 'applied', by: email, words: `Confirmed by ${name}.` });
      return done(`${pending.summary}. It holds from now on.`);
    }
    const words = `Withdrawn by ${name}. Nothing changed.`;
    yield* settle(core, work, pending, { state: 'withdrawn', by: email, words });
    return done(`Withdrawn: ${pending.summary}. Nothing changed.`);
  });
  if (outcome.type === 'done') await core.desk.reload();
  return outcome;
}

/** The day is over and nobody withdrew it. */
export async function applyChange(core: Core, job: Job<'change.apply'>): Promise<JobOutcome> {
  await core.unit(function* (work) {
    const pending = yield* selectChange(work, job.payload.changeId);
    if (pending?.state !== 'pending') return;
    const end = { state: 'applied', by: pending.askedBy, words: 'Took effect after a day.' } as const;
    yield* settle(core, work, pending, end);
  });
  await core.desk.reload();
  return { type: 'done' };
}

/** Who was faster, and when. */
function settledAlready(core: Core, { state, decidedBy, decidedAt }: PendingChange): Refused {
  const name = core.desk.staff(decidedBy ?? '')?.name ?? decidedBy ?? 'somebody';
  const at = decidedAt ? [' at ', { time: decidedAt.getTime() }] : [];
  const what = state === 'withdrawn' ? 'withdrawn' : 'confirmed';
  return refused([`This change was settled already: ${what} by ${name}`, ...at, '.']);
}

function* settle(
  core: Core,
  work: Work,
  pending: PendingChange,
  end: { readonly state: 'applied' | 'withdrawn'; readonly by: string; readonly words: string },
): Step<void> {
  const { tx, t, now } = work;
  const rows = yield* q(
    tx
      .update(t.changes)
      .set({ state: end.state, decidedBy: end.by, decidedAt: now })
      .where(and(eq(t.changes.id, pending.id), eq(t.changes.state, 'pending')))
      .returning({ id: t.changes.id }),
  );
  if (rows.length === 0) throw new Error(`The change ${pending.id} moved inside its own unit`);
  if (end.state === 'applied') yield* core.desk.write(work, pending.override, end.by);
  work.cancel(applyChangeJob(pending.id));
  work.audit({
    actor: `person:${end.by}`,
    verb: `change.${end.state}`,
    subject: `change:${pending.id}`,
    text: `${pending.summary}: ${end.words}`,
  });
  const { summary, askedBy } = pending;
  const content = changeCard({ changeId: pending.id, summary, askedBy, outcome: end.words });
  work.send({ kind: 'update_all', subject: `change:${pending.id}`, content });
}
