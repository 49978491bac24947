// How a step ends: done, failed, to be tried again, or uncertain. Each end is one transaction, together with the end of the
// run where it was the last step, and with the end of the job.
import type { Job, JobOutcome } from '../jobs/job.ts';
import { endJob } from '../jobs/store.ts';
import type { Tx } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';
import type { CallOutcome } from './call-tool.ts';
import { insertDelivery } from './deliveries.ts';
import type { ExecutorOptions, RunView } from './executor.ts';
import { recoverStep } from './recover-step.ts';
import { MAX_ATTEMPTS, type RunStep } from './run.ts';
import { endRun, endStep, type StartedAttempt, selectSteps, setStep } from './store.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** Writes what became of a call; undefined means: go on with the next step. */
export async function settle(
  options: ExecutorOptions,
  view: RunView,
  at: RunStep,
  called: CallOutcome,
  job: Job,
  attempt: StartedAttempt,
): Promise<JobOutcome | undefined> {
  const step = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
  if (called.type === 'done') return settleDone(options, view, at, called, job, attempt);
  if (called.type === 'retry' && at.attempt < MAX_ATTEMPTS) {
    const now = options.clock.now();
    const runAt = new Date(now.getTime() + called.waitMs);
    await options.unit((tx, t) =>
      endStep(tx, t, step, { status: 'pending', outcome: 'retry', error: called.error }, now),
    );
    return { type: 'later', runAt, countsAsTry: false };
  }
  if (called.type === 'unknown') return markUncertain(options, view, at, called.error, job);
  const now = options.clock.now();
  await options.unit(function* (tx, t, effects) {
    const ended = yield* endStep(
      tx,
      t,
      step,
      { status: 'failed', outcome: 'failed', error: called.error },
      now,
    );
    if (ended) yield* failRun(options, tx, t, effects, view, { idx: at.idx, error: called.error });
    yield* endJob(tx, t, job, now);
  });
  return { type: 'ended' };
}

async function settleDone(
  options: ExecutorOptions,
  view: RunView,
  at: RunStep,
  called: Extract<CallOutcome, { type: 'done' }>,
  job: Job,
  attempt: StartedAttempt,
): Promise<JobOutcome | undefined> {
  const now = options.clock.now();
  const step = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
  const last = at.idx === view.plan.body.steps.length - 1;
  const ended = await options.unit(function* (tx, t, effects) {
    const own = yield* endStep(tx, t, step, { status: 'done', outcome: 'done', result: called.result }, now);
    if (!own) return false;
    const planned = view.plan.body.steps[at.idx];
    effects.audit({
      actor: 'system',
      verb: 'step.done',
      subject: `run:${view.run.id}`,
      clientId: view.run.clientId,
      text: `Done step ${at.idx + 1}: ${planned?.sentence}.`,
    });
    if (planned?.deliverTo && attempt.sealed) {
      yield* insertDelivery(
        tx,
        t,
        effects,
        { view, idx: at.idx, step: planned, sealed: attempt.sealed },
        now,
      );
    }
    if (!last) return false;
    yield* completeRun(options, tx, t, effects, view);
    yield* endJob(tx, t, job, now);
    return true;
  });
  return ended ? { type: 'ended' } : undefined;
}

export async function recover(
  options: ExecutorOptions,
  view: RunView,
  at: RunStep,
  job: Job,
): Promise<JobOutcome | undefined> {
  const step = view.plan.body.steps[at.idx];
  const tool = step && options.tool(view.run.clientId, step.tool);
  const found =
    step && tool ? await recoverStep(options, { tool, step, view, at }) : { type: 'unknown' as const };
  if (found.type === 'repeat') {
    const now = options.clock.now();
    const own = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
    await options.unit((tx, t) => endStep(tx, t, own, { status: 'pending', outcome: 'lost' }, now));
    return undefined;
  }
  if (found.type === 'happened') {
    return settleDone(
      options,
      view,
      at,
      { type: 'done', result: { ok: true, read_back: true } },
      job,
      found.attempt,
    );
  }
  return markUncertain(
    options,
    view,
    at,
    'The desk stopped during this call, so its outcome is not known.',
    job,
  );
}

async function markUncertain(
  options: ExecutorOptions,
  view: RunView,
  at: RunStep,
  error: string,
  job: Job,
): Promise<JobOutcome> {
  const now = options.clock.now();
  const step = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
  await options.unit(function* (tx, t, effects) {
    const own = yield* endStep(tx, t, step, { status: 'uncertain', outcome: 'unknown', error }, now);
    if (own) {
      effects.audit({
        actor: 'system',
        verb: 'step.uncertain',
        subject: `run:${view.run.id}`,
        clientId: view.run.clientId,
        text: `The outcome of step ${at.idx + 1} is not known: ${view.plan.body.steps[at.idx]?.sentence}. A technician settles it.`,
      });
      yield* options.events.uncertain(tx, t, effects, view, { idx: at.idx, error });
    }
    yield* endJob(tx, t, job, now);
  });
  return { type: 'ended' };
}

export async function complete(options: ExecutorOptions, view: RunView, job: Job): Promise<JobOutcome> {
  await options.unit(function* (tx, t, effects) {
    yield* completeRun(options, tx, t, effects, view);
    yield* endJob(tx, t, job, options.clock.now());
  });
  return { type: 'ended' };
}

function* completeRun(
  options: ExecutorOptions,
  tx: Tx,
  t: Tables,
  effects: Effects,
  view: RunView,
): Step<void> {
  const steps = yield* selectSteps(tx, t, view.run.id);
  const ended = yield* endRun(tx, t, view.run.id, { status: 'complete' }, options.clock.now());
  if (ended) yield* options.events.completed(tx, t, effects, { ...view, steps });
}

function* failRun(
  options: ExecutorOptions,
  tx: Tx,
  t: Tables,
  effects: Effects,
  view: RunView,
  failure: { readonly idx: number; readonly error: string },
): Step<void> {
  const ended = yield* endRun(
    tx,
    t,
    view.run.id,
    { status: 'failed', error: failure.error },
    options.clock.now(),
  );
  if (!ended) return;
  const steps = yield* selectSteps(tx, t, view.run.id);
  effects.audit({
    actor: 'system',
    verb: 'run.failed',
    subject: `run:${view.run.id}`,
    clientId: view.run.clientId,
    text: `Stopped at step ${failure.idx + 1}: ${failure.error}`,
  });
  yield* options.events.failed(tx, t, effects, { ...view, steps }, failure);
}

/** A step that must not start: it fails without an attempt. */
export async function fail(
  options: ExecutorOptions,
  view: RunView,
  next: RunStep,
  job: Job,
  error: string,
): Promise<JobOutcome> {
  const now = options.clock.now();
  await options.unit(function* (tx, t, effects) {
    const own = yield* setStep(
      tx,
      t,
      { runId: view.run.id, idx: next.idx, from: 'pending' },
      { status: 'failed', error },
      now,
    );
    if (own) yield* failRun(options, tx, t, effects, view, { idx: next.idx, error });
    yield* endJob(tx, t, job, now);
  });
  return { type: 'ended' };
}
