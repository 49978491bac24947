// Changing the rules of the desk from chat. What tightens takes effect at once; what loosens waits for a second admin, or for a
// day on a desk with one.

import { changeCard } from '../../../cards/change-card.ts';
import type { Core } from '../../core.ts';
import { type Override, overrideKey } from '../../desk/overrides.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { applyChangeJob } from '../../jobs/kinds.ts';
import { DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { Json } from '../../lib/json.ts';
import { adminCopies } from '../../notices/audience.ts';
import type { Person } from '../../people/person.ts';
import { q } from '../../store/database.ts';
import { and, eq } from '../../store/drizzle.ts';
import type { Handled } from '../outcome.ts';

export interface RuleChange {
  readonly override: Override;
  /** One sentence without a full stop: "reset_password of Acme Dental becomes auto". */
  readonly summary: string;
  readonly loosens: boolean;
}

/** Applies a change now or asks for the second admin. */
export async function changeRules(core: Core, change: RuleChange, by: Person): Promise<Handled> {
  if (!change.loosens) {
    await apply(core, change.override, change.summary, by.email);
    return { type: 'done', text: `${change.summary}. It holds from now on.` };
  }
  const others = core.desk.admins().filter((admin) => admin.email !== by.email);
  const now = core.clock.now();
  const appliesAt = others.length === 0 ? new Date(now.getTime() + DAY_MS) : undefined;
  const id = newId(now.getTime());
  const copies = await adminCopies(core);
  await core.unit(function* (work) {
    const { tx, t } = work;
    yield* q(
      tx.insert(t.changes).values({
        id,
        key: overrideKey(change.override),
        value: change.override as unknown as Json,
        summary: change.summary,
        state: 'pending',
        askedBy: by.email,
        askedAt: now,
        appliesAt: appliesAt ?? null,
      }),
    );
    work.audit({
      actor: `person:${by.email}`,
      verb: 'change.requested',
      subject: `change:${id}`,
      text: `${by.name} asks to loosen the rules: ${change.summary}.`,
    });
    const card = changeCard({
      changeId: id,
      summary: change.summary,
      askedBy: by.name,
      appliesAt: appliesAt?.getTime(),
    });
    for (const copy of copies) {
      work.send({
        kind: 'post',
        key: `change:${id}:${copy.id}`,
        to: copy.to,
        content: card,
        subject: `change:${id}`,
      });
    }
    if (appliesAt) work.arm(applyChangeJob(id), appliesAt);
  });
  return {
    type: 'done',
    text: appliesAt
      ? `${change.summary}: this loosens the rules and you are the only admin, so it takes effect in 24 hours unless it is withdrawn.`
      : `${change.summary}: this loosens the rules, so a second admin has to confirm it. They have been asked.`,
  };
}

async function apply(core: Core, override: Override, summary: string, by: string): Promise<void> {
  await core.unit(function* (work) {
    yield* core.desk.write(work, override, by);
    work.audit({
      actor: `person:${by}`,
      verb: 'rules.changed',
      subject: `rule:${overrideKey(override)}`,
      text: `${summary}.`,
    });
  });
  await core.desk.reload();
}

interface Pending {
  readonly id: string;
  readonly value: unknown;
  readonly summary: string;
  readonly state: string;
  readonly askedBy: string;
}

function find(core: Core, id: string): Promise<Pending | undefined> {
  return core.database.read(function* ({ tx, t }) {
    const [row] = yield* q(tx.select().from(t.changes).where(eq(t.changes.id, id)));
    return row;
  });
}

export async function confirmChange(core: Core, id: string, by: Person): Promise<Handled> {
  const pending = await find(core, id);
  if (!pending) return { type: 'refused', why: 'This change does not exist any more.' };
  if (pending.askedBy === by.email)
    return { type: 'refused', why: 'You asked for this, so another admin confirms it.' };
  const done = await settle(core, pending, 'applied', by.email, `Confirmed by ${by.name}.`);
  if (!done) return { type: 'refused', why: 'This change was settled already.' };
  return { type: 'done', text: `${pending.summary}. It holds from now on.` };
}

export async function withdrawChange(core: Core, id: string, by: Person): Promise<Handled> {
  const pending = await find(core, id);
  if (!pending) return { type: 'refused', why: 'This change does not exist any more.' };
  const done = await settle(
    core,
    pending,
    'withdrawn',
    by.email,
    `Withdrawn by ${by.name}. Nothing changed.`,
  );
  return done
    ? { type: 'done', text: `Withdrawn: ${pending.summary}. Nothing changed.` }
    : { type: 'refused', why: 'This change was settled already.' };
}

/** The day is over and nobody withdrew it. */
export async function applyChange(core: Core, job: Job<'change.apply'>): Promise<JobOutcome> {
  const pending = await find(core, job.payload.changeId);
  if (pending) await settle(core, pending, 'applied', pending.askedBy, 'Took effect after a day.');
  return { type: 'done' };
}

/** One conditional UPDATE settles it; false if somebody was faster. */
async function settle(
  core: Core,
  pending: Pending,
  state: 'applied' | 'withdrawn',
  by: string,
  outcome: string,
): Promise<boolean> {
  const settled = await core.unit(function* (work) {
    const { tx, t } = work;
    const { now } = work;
    const rows = yield* q(
      tx
        .update(t.changes)
        .set({ state, decidedBy: by, decidedAt: now })
        .where(and(eq(t.changes.id, pending.id), eq(t.changes.state, 'pending')))
        .returning({ id: t.changes.id }),
    );
    if (rows.length === 0) return false;
    if (state === 'applied') yield* core.desk.write(work, pending.value as Override, by);
    work.audit({
      actor: `person:${by}`,
      verb: `change.${state}`,
      subject: `change:${pending.id}`,
      text: `${pending.summary}: ${outcome}`,
    });
    work.send({
      kind: 'update_all',
      subject: `change:${pending.id}`,
      content: changeCard({
        changeId: pending.id,
        summary: pending.summary,
        askedBy: pending.askedBy,
        outcome,
      }),
    });
    return true;
  });
  if (settled) await core.desk.reload();
  return settled;
}
