// What must hold after any history of a desk. The rules are written here once more, from the facts in the database, and
// not by asking the code under test. A failing history is printed with its seed; DEEP=1 draws many more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAuditLog } from '../../src/audit/store.ts';
import { AuditVerifier } from '../../src/audit/verify.ts';
import { readProcessEnv } from '../../src/config.ts';
import type { PlanBody } from '../../src/plans/plan.ts';
import { buttonsOf } from '../support/memory-chat.ts';
import { MIA } from '../support/test-desk.ts';
import { DeskUnderTest, type Facts, STAFF } from './desk-under-test.ts';
import { type DeskEvent, history, perform } from './random-events.ts';

const deep = readProcessEnv().DEEP === '1';
const DAY_MS = 24 * 3_600_000;

/** What a history has shown so far, kept outside the database so that tampering cannot change it. */
class Witness {
  readonly #bodies = new Map<string, PlanBody>();
  readonly #tampered = new Map<string, number>();
  readonly #disabled = new Set<string>();
  /** Plans made or started while policy asked for the manager on every group. */
  readonly #managed = new Set<string>();
  #manager = false;
  #before: Facts | undefined;
  #stopped = false;

  look(event: DeskEvent, facts: Facts, people: ReadonlyMap<string, string>): void {
    const before = this.#before;
    for (const plan of facts.plans) {
      if (!this.#bodies.has(plan.id)) this.#bodies.set(plan.id, JSON.parse(plan.body) as PlanBody);
      const known = JSON.stringify(this.#bodies.get(plan.id));
      const changed = known !== JSON.stringify(JSON.parse(plan.body));
      if (changed && !this.#tampered.has(plan.id))
        this.#tampered.set(plan.id, effectsOf(facts, plan.id).length);
    }
    const fresh = facts.effects.slice(before?.effects.length ?? 0);
    if (this.#stopped && event.do !== 'resume')
      expect(fresh, 'an effect while the desk is stopped').toEqual([]);
    for (const effect of fresh) {
      const { verb } = effect.change as { verb: string };
      expect(this.#disabled, `${verb} after policy disabled its tool`).not.toContain(TOOLS[verb]);
      const run = facts.runs.find((entry) => effect.key.startsWith(entry.id));
      if (this.#manager && verb === 'addMember') this.#managed.add(run!.planId);
    }
    if (event.do === 'stop') this.#stopped = true;
    if (event.do === 'resume') this.#stopped = false;
    if (event.do === 'policy' && event.words.endsWith('disabled'))
      this.#disabled.add(event.words.split(' ')[1]!);
    if (event.do === 'policy' && event.words.endsWith('+manager')) this.#manager = true;
    this.#before = facts;
    this.#check(facts, people);
  }

  #check(facts: Facts, people: ReadonlyMap<string, string>): void {
    for (const run of facts.runs) {
      const effects = effectsOf(facts, run.planId);
      const body = this.#bodies.get(run.planId)!;
      const steps = effects.map((effect) => effect.key.slice(run.id.length + 1).split(':')[0]);
      expect(new Set(steps).size, 'a step had its effect twice').toBe(steps.length);
      expect(steps.length).toBeLessThanOrEqual(body.steps.length);
      if (effects.length > 0) checkConsent(facts, run.planId, body, this.#managed.has(run.planId));
      const atTampering = this.#tampered.get(run.planId);
      if (atTampering !== undefined) expect(effects.length, 'a tampered plan went on').toBe(atTampering);
    }
    for (const approval of facts.approvals) {
      const decider = people.get(approval.decidedBy ?? '') ?? 'nobody';
      checkDecision(facts, approval, this.#bodies.get(approval.planId)!, decider);
    }
    checkNothingIsStuck(facts);
  }
}

const TOOLS: Record<string, string> = {
  addMember: 'add_group_member',
  assignApp: 'assign_app',
  setPassword: 'reset_password',
};

function effectsOf(facts: Facts, planId: string): Facts['effects'] {
  const run = facts.runs.find((entry) => entry.planId === planId);
  return run ? facts.effects.filter((effect) => effect.key.startsWith(run.id)) : [];
}

/** Every half that the plan's policy names was approved, by different people, and is used up. */
function checkConsent(facts: Facts, planId: string, body: PlanBody, managed: boolean): void {
  const halves = facts.approvals.filter((approval) => approval.planId === planId);
  const named = halves.map((half) => half.half);
  if (body.steps.some((step) => step.policy.effect !== 'auto')) expect(named).toContain('technician');
  const finance = body.steps.some((step) => step.names.group?.name.startsWith('Finance'));
  if (finance || managed) expect(named, 'the manager was not asked').toContain('manager');
  for (const half of halves) expect(half.status, 'an effect without an approval').toBe('used');
  expect(new Set(halves.map((half) => half.decidedBy)).size, 'one person filled both halves').toBe(
    halves.length,
  );
}

function checkDecision(
  facts: Facts,
  approval: Facts['approvals'][number],
  body: PlanBody,
  who: string,
): void {
  expect(approval.expiresAt.getTime() - approval.createdAt.getTime()).toBe(DAY_MS);
  const run = facts.runs.find((entry) => entry.planId === approval.planId);
  if (approval.status !== 'approved' && approval.status !== 'used' && run) {
    expect(effectsOf(facts, approval.planId), `effects of a request that is ${approval.status}`).toEqual([]);
  }
  if (!approval.decidedAt) return;
  expect(approval.decidedAt < approval.expiresAt, 'decided after its time').toBe(true);
  const involved = [body.requester.email, body.submitter.email, body.subject?.email];
  expect(involved, 'decided by somebody who is part of the request').not.toContain(who);
  if (approval.half === 'manager') expect(who).toBe(body.manager?.email);
  else {
    expect(STAFF, "the technician's half was decided by somebody else").toContain(who);
    if (body.manager) expect(who, 'the manager filled the technician’s half').not.toBe(MIA);
  }
}

/** Whatever is open has something that will move it on. */
function checkNothingIsStuck(facts: Facts): void {
  const open = facts.jobs.filter((job) => job.doneAt === null);
  const owed = (kind: string, id: string) =>
    open.some((job) => job.kind === kind && JSON.stringify(job.payload).includes(id));
  for (const run of facts.runs.filter((entry) => entry.status === 'running')) {
    const uncertain = facts.steps.some((step) => step.runId === run.id && step.status === 'uncertain');
    expect(uncertain || owed('run', run.id), 'a run is open and nothing works on it').toBe(true);
  }
  for (const ticket of facts.tickets) {
    const plan = facts.plans.filter((entry) => entry.ticketId === ticket.id).at(-1);
    if (ticket.state === 'awaiting_approval') {
      expect(plan?.status, 'a ticket waits for an approval that nobody is asked for').toBe(
        'awaiting_approval',
      );
      const halves = facts.approvals.filter((half) => half.planId === plan?.id);
      expect(halves.map((half) => half.status)).toContain('pending');
      expect(owed('approval.expire', plan!.id), 'nothing ends a waiting request').toBe(true);
    }
    if (ticket.state === 'new' || ticket.state === 'working') {
      const run = facts.runs.find((entry) => entry.planId === plan?.id);
      expect(
        owed('plan', ticket.id) || (run && owed('run', run.id)),
        `ticket is ${ticket.state} and rests`,
      ).toBe(true);
    }
  }
}

/** Every card of a request that is not pending has lost its buttons; every pending one has them. */
function checkCards(desk: DeskUnderTest, facts: Facts): void {
  const status = new Map(facts.approvals.map((approval) => [approval.id, approval.status]));
  for (const { content } of desk.chat.messages) {
    if (typeof content === 'string') continue;
    for (const { action } of buttonsOf(content)) {
      if (action.type !== 'approval.approve') continue;
      expect(status.get(action.approvalId), 'a card offers to decide what is decided').toBe('pending');
    }
  }
}

async function play(events: readonly DeskEvent[]): Promise<void> {
  const desk = await DeskUnderTest.start();
  const witness = new Witness();
  try {
    for (const event of events) {
      await perform(desk, event);
      const facts = await desk.facts();
      witness.look(event, facts, await desk.people());
      checkCards(desk, facts);
    }
    const verifier = new AuditVerifier();
    for (const entry of await createAuditLog(desk.database).page(0, 100_000)) verifier.add(entry);
    expect(verifier.finish()).toMatchObject({ ok: true });
  } finally {
    await desk.stop();
  }
}

test('no history breaks consent, and nothing gets stuck', {
  timeout: deep ? 3_600_000 : 120_000,
}, async () => {
  const size = deep
    ? { numRuns: 3000 }
    : { numRuns: 120, endOnFailure: true, interruptAfterTimeLimit: 30_000 };
  await fc.assert(fc.asyncProperty(history, play), size);
});
