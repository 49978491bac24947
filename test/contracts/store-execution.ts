// The part of the store contract that stands between a decision and its effect: one decision wins, time ends to the
// millisecond, a plan runs once, an older attempt or lease ends nothing, messages and audit keep their order.

import { expect, test } from 'vitest';
import { APPROVAL_LIFETIME_MS } from '../../src/approvals/approval.ts';
import {
  closeApprovals,
  consumeApprovals,
  createApprovalStore,
  decideApproval,
  expireApproval,
  insertApproval,
} from '../../src/approvals/store.ts';
import { createAuditLog } from '../../src/audit/store.ts';
import { AuditVerifier } from '../../src/audit/verify.ts';
import { acceptOnce } from '../../src/intake/inbox.ts';
import { expireApprovalJob, runJob } from '../../src/jobs/kinds.ts';
import { createJobStore, endJob, insertJob, LEASE_MS, LeaseLostError } from '../../src/jobs/store.ts';
import { newId } from '../../src/lib/ids.ts';
import type { Recipient } from '../../src/outbox/outgoing.ts';
import { createOutboxStore, insertMessages } from '../../src/outbox/store.ts';
import { insertPlan } from '../../src/plans/store.ts';
import { createRunStore, endRun, endStep, insertRun, startStep } from '../../src/runs/store.ts';
import type { Database } from '../../src/store/database.ts';
import type { Unit } from '../../src/work/work.ts';
import { NOW, plan, post } from '../store/rows.ts';

/** @param stage the database of the running test, open and empty at its beginning */
export function executionContract(stage: { readonly database: Database; readonly unit: Unit }): void {
  const { unit } = stage;
  const later = (ms: number) => new Date(NOW.getTime() + ms);
  const pendingApproval = () =>
    unit(function* (work) {
      const stored = yield* insertPlan(work, { ...plan(newId(NOW.getTime())), status: 'awaiting_approval' });
      const { id: planId, hash: planHash, ticketId, clientId } = stored;
      return yield* insertApproval(work, { planId, planHash, ticketId, clientId, half: 'technician' });
    });
  const decideAs = (id: string, planHash: string, who: string, now = later(1)) =>
    unit((work) =>
      decideApproval({ ...work, now }, id, {
        status: 'approved',
        by: { id: who, name: who },
        planHash,
        tellRequester: false,
      }),
    );
  const newRun = (planId = newId(NOW.getTime())) =>
    unit((work) => insertRun(work, { planId, ticketId: 't', clientId: 'c', tools: ['a', 'b'] }));

  test('of thirty decisions at once one wins, and the row says whose', async () => {
    const approval = await pendingApproval();
    const decided = await Promise.all(
      Array.from({ length: 30 }, (_, index) => decideAs(approval.id, approval.planHash, `p${index}`)),
    );
    const winners = decided.filter((entry) => entry !== undefined);
    expect(winners).toHaveLength(1);
    expect(await createApprovalStore(stage.database).get(approval.id)).toEqual(winners[0]);
  });

  test('a decision for another plan changes nothing', async () => {
    const approval = await pendingApproval();
    expect(await decideAs(approval.id, 'f'.repeat(64), 'tina')).toBeUndefined();
    expect((await createApprovalStore(stage.database).get(approval.id))?.status).toBe('pending');
  });

  const boundary = [
    { name: 'at 23:59:59.999 it is decided', at: APPROVAL_LIFETIME_MS - 1, status: 'approved' },
    { name: 'at 24:00:00.000 it is refused', at: APPROVAL_LIFETIME_MS, status: 'expired' },
    { name: 'after 24 hours it is refused', at: APPROVAL_LIFETIME_MS + 1, status: 'expired' },
  ];
  test.each(boundary)('an approval lasts 24 hours: $name', async ({ at, status }) => {
    const approval = await pendingApproval();
    const decided = await decideAs(approval.id, approval.planHash, 'tina', later(at));
    expect(decided?.status).toBe(status === 'approved' ? 'approved' : undefined);
    const expired = await unit((work) => expireApproval({ ...work, now: later(at) }, approval.id));
    expect(expired?.status).toBe(status === 'expired' ? 'expired' : undefined);
    expect((await createApprovalStore(stage.database).get(approval.id))?.status).toBe(status);
  });

  test('an approval is consumed once, and only what was approved', async () => {
    const approval = await pendingApproval();
    const consume = () =>
      unit((work) => consumeApprovals({ ...work, now: later(2) }, approval.planId, approval.planHash));
    expect(await consume()).toBe(0);
    await decideAs(approval.id, approval.planHash, 'tina');
    const consumed = await Promise.all([consume(), consume(), consume()]);
    expect(consumed.toSorted()).toEqual([0, 0, 1]);
    const closed = await unit((work) => closeApprovals(work, approval.planId, 'withdrawn'));
    expect(closed).toEqual([]);
  });

  test('pending approvals are those in time; decided ones are listed apart', async () => {
    const approvals = createApprovalStore(stage.database);
    const first = await pendingApproval();
    const second = await pendingApproval();
    expect((await approvals.pending(later(1), 10)).map((entry) => entry.id)).toEqual([first.id, second.id]);
    expect(await approvals.pending(later(APPROVAL_LIFETIME_MS), 10)).toEqual([]);
    await decideAs(first.id, first.planHash, 'tina');
    expect((await approvals.pending(later(1), 10)).map((entry) => entry.id)).toEqual([second.id]);
    expect((await approvals.decided(10)).map((entry) => entry.id)).toEqual([first.id]);
    expect((await approvals.byNumber(second.number))?.id).toBe(second.id);
  });

  test('a plan has one run, whoever starts it', async () => {
    const planId = newId(NOW.getTime());
    const started = await Promise.all([newRun(planId), newRun(planId), newRun(planId)]);
    const made = started.filter((id) => id !== undefined);
    expect(made).toHaveLength(1);
    const runs = createRunStore(stage.database);
    expect((await runs.ofPlan(planId))?.id).toBe(made[0]);
    expect((await runs.steps(made[0]!)).map((step) => [step.idx, step.tool, step.status])).toEqual([
      [0, 'a', 'pending'],
      [1, 'b', 'pending'],
    ]);
  });

  test('a step is claimed by one attempt, and an older attempt cannot end it', async () => {
    const runId = (await newRun())!;
    const claim = (attempt: number, sealed?: string) =>
      unit((work) => startStep(work, { runId, idx: 0, attempt, sealed }));
    const finish = (attempt: number, status: 'pending' | 'done') =>
      unit((work) =>
        endStep({ ...work, now: later(1) }, { runId, idx: 0, attempt }, { status, outcome: status }),
      );
    const claims = await Promise.all([claim(0, 'box'), claim(0, 'box'), claim(0, 'box')]);
    const first = claims.find((entry) => entry !== undefined);
    expect(claims.filter((entry) => entry !== undefined)).toHaveLength(1);
    expect(await finish(1, 'pending')).toBe(true);
    const second = await claim(1, 'another box');
    expect(second).toEqual({ attempt: 2, idempotencyKey: first?.idempotencyKey, sealed: 'box' });
    expect(await finish(1, 'done')).toBe(false);
    expect(await finish(2, 'done')).toBe(true);
    expect(await finish(2, 'done')).toBe(false);
    const [step] = await createRunStore(stage.database).steps(runId);
    expect(step).toMatchObject({ status: 'done', attempt: 2, endedAt: later(1) });
  });

  test('a run ends once', async () => {
    const runId = (await newRun())!;
    const end = (status: 'complete' | 'cancelled') => unit((work) => endRun(work, runId, { status }));
    expect(await end('complete')).toBe(true);
    expect(await end('cancelled')).toBe(false);
    expect((await createRunStore(stage.database).get(runId))?.status).toBe('complete');
  });

  test('an event of a platform is taken once, with its job', async () => {
    const event = { type: 'home', id: 'e1', from: { platform: 'slack', tenant: 'T', id: 'U' } } as never;
    const accept = () => acceptOnce({ unit }, event, runJob('r1'));
    const taken = await Promise.all([accept(), accept(), accept(), accept()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await accept()).toBe(false);
  });

  test('messages: one per key, in order, and an update reaches every copy', async () => {
    const outbox = createOutboxStore(stage.database);
    const send = (messages: Parameters<typeof insertMessages>[1]) =>
      stage.database.transaction((db) => insertMessages(db, messages, NOW));
    const first = await send([post('a', 'card:1'), post('b', 'card:1'), post('c')]);
    expect(first.map((row) => row.key)).toEqual(['a', 'b', 'c']);
    expect(await send([post('b', 'card:1'), post('d')])).toMatchObject([{ key: 'd' }]);
    const ref = { platform: 'slack', tenant: 'T', channel: 'C', message: '1.2' } as const;
    await outbox.record([
      { id: first[0]!.id, state: 'sent', ref },
      { id: first[2]!.id, state: 'failed', error: 'gone' },
    ]);
    expect(await outbox.refOf('a')).toEqual(ref);
    const updates = await send([{ kind: 'update_all', subject: 'card:1', content: 'decided' }]);
    expect(updates.map((row) => row.target).toSorted()).toEqual(['a', 'b']);
    const waiting = (await outbox.waiting()).map((row) => row.key);
    expect(waiting).toEqual(['b', 'd', ...updates.map((row) => row.key)]);
  });

  test('jobs: one per key, claimed once, ended only by the holder of the lease', async () => {
    const jobs = createJobStore(stage.database);
    const enqueue = (name: string, runAt?: Date) =>
      stage.database.transaction((db) => insertJob(db, runJob(name), NOW, runAt));
    const mine = await enqueue('now');
    expect(mine).toMatchObject({ kind: 'run', payload: { runId: 'now' }, leaseToken: 1, tries: 0 });
    expect(await enqueue('now')).toBeUndefined();
    expect(await enqueue('timer', later(1000))).toBeUndefined();
    expect(await jobs.claim(later(1), 10)).toEqual([]);
    const late = later(LEASE_MS + 1);
    const claims = await Promise.all([jobs.claim(late, 10), jobs.claim(late, 10)]);
    const claimed = claims.flat();
    expect(claimed.map((job) => job.key).toSorted()).toEqual(['run:now', 'run:timer']);
    const stolen = claimed.find((job) => job.key === 'run:now')!;
    expect(stolen.leaseToken).toBe(2);
    const endAs = (job: typeof stolen) => stage.database.transaction((db) => endJob(db, job, late));
    await expect(endAs(mine!)).rejects.toThrow(LeaseLostError);
    await endAs(stolen);
    await expect(endAs(stolen)).rejects.toThrow(LeaseLostError);
    expect(await jobs.nextDue()).toEqual(later(1000));
    await jobs.later(claimed.find((job) => job.key === 'run:timer')!, { runAt: later(9000), tries: 3 });
    expect(await jobs.nextDue()).toEqual(later(9000));
    expect(await jobs.claim(later(9000), 10)).toMatchObject([{ key: 'run:timer', tries: 3 }]);
    await jobs.prune(later(LEASE_MS + 2));
    expect(await enqueue('now')).toBeDefined();
  });

  test('a lease that is extended is not taken; a released one is', async () => {
    const jobs = createJobStore(stage.database);
    const job = await stage.database.transaction((db) => insertJob(db, runJob('x'), NOW));
    await jobs.extend([job!], later(LEASE_MS - 1));
    expect(await jobs.claim(later(LEASE_MS + 1), 10)).toEqual([]);
    await jobs.releaseAll();
    expect(await jobs.claim(later(2), 10)).toHaveLength(1);
  });

  test('a timer of a unit moves when it is armed again, and a job under way is not taken back', async () => {
    const jobs = createJobStore(stage.database);
    const timer = expireApprovalJob('plan1');
    const other = expireApprovalJob('plan2');
    const arm = (at: Date) =>
      unit(function* (work) {
        work.arm(timer, at);
      });
    await arm(later(1000));
    await arm(later(5000));
    expect(await jobs.claim(later(4999), 10)).toEqual([]);
    const [claimed] = await jobs.claim(later(5000), 10);
    await arm(later(9000));
    const cancel = (now: Date) =>
      unit(function* (work) {
        work.cancel(expireApprovalJob('plan1'));
        yield* work.end({ ...claimed!, leaseToken: now === NOW ? claimed!.leaseToken : 99 });
      });
    await expect(cancel(later(1))).rejects.toThrow(LeaseLostError);
    await cancel(NOW);
    await unit(function* (work) {
      work.arm(other, later(1));
    });
    expect(await jobs.nextDue()).toEqual(later(1));
    await unit(function* (work) {
      work.cancel(expireApprovalJob('plan2'));
    });
    expect(await jobs.nextDue()).toBeUndefined();
  });

  test('a message that is shown is posted once, then edited where it says something new', async () => {
    const outbox = createOutboxStore(stage.database);
    const { to } = post('s') as { to: Recipient };
    const show = (content: string) =>
      unit(function* (work) {
        work.show('s', to, content);
      });
    for (const content of ['one', 'one', 'two', 'two', 'one']) await show(content);
    const rows = await outbox.waiting();
    expect(rows.map(({ kind, content, target }) => [kind, content, target])).toEqual([
      ['post', 'one', undefined],
      ['update', 'two', 's'],
      ['update', 'one', 's'],
    ]);
  });

  test('the audit chain holds under concurrent units, and pages in order', async () => {
    const append = (n: number) =>
      unit(function* (work) {
        work.audit({
          actor: 'system',
          verb: 'ticket.opened',
          subject: `ticket:${n}`,
          clientId: 'c',
          text: `One ${n}`,
        });
        work.audit({ actor: 'system', verb: 'ticket.closed', subject: `ticket:${n}`, text: `Two ${n} é` });
      });
    await Promise.all(Array.from({ length: 25 }, (_, n) => append(n)));
    const log = createAuditLog(stage.database);
    const entries = [...(await log.page(0, 30)), ...(await log.page(30, 30))];
    const verifier = new AuditVerifier();
    for (const entry of entries) verifier.add(entry);
    const head = await log.head();
    expect(verifier.finish()).toEqual({ ok: true, entries: 50, heads: 0, lastHash: head.hash });
    expect((await log.latest(1, 'ticket:3'))[0]?.text).toBe('Two 3 é');
  });
}
