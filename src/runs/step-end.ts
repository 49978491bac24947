// How a step ends: done, failed, to be tried again, or uncertain. Each end is one transaction, together with the end of the
// run where it was the last step, and with the end of the job.
import type { Job, JobOutcome } from '../jobs/job.ts';
import type { Step } from '../store/database.ts';
import type { Work } from '../work/work.ts';
import type { CallOutcome } from './call-tool.ts';
import { insertDelivery } from './deliveries.ts';
import type { ExecutorOptions, RunView } from './executor-ports.ts';
import { recoverStep } from './recover-step.ts';
import { MAX_ATTEMPTS, type RunStep } from './run.ts';
import { endRun, endStep, type StartedAttempt, selectSteps, setStep } from './store.ts';

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
    await options.unit((work) =>
      endStep(work, step, { status: 'pending', outcome: 'retry', error: called.error }),
    );
    return { type: 'later', runAt, countsAsTry: false };
  }
  if (called.type === 'unknown') return markUncertain(options, view, at, called.error, job);
  await options.unit(function* (work) {
    const ended = yield* endStep(work, step, { status: 'failed', outcome: 'failed', error: called.error });
    if (ended) yield* failRun(options, work, view, { idx: at.idx, error: called.error });
    yield* work.end(job);
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
  const step = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
  const last = at.idx === view.plan.body.steps.length - 1;
  const ended = await options.unit(function* (work) {
    const own = yield* endStep(work, step, { status: 'done', outcome: 'done', result: called.result });
    if (!own) return false;
    const planned = view.plan.body.steps[at.idx];
    work.audit({
      actor: 'system',
      verb: 'step.done',
      subject: `run:${view.run.id}`,
      clientId: view.run.clientId,
      text: `Done step ${at.idx + 1}: ${planned?.sentence}.`,
    });
    if (planned?.deliverTo && attempt.sealed) {
      yield* insertDelivery(work, { run: view.run, idx: at.idx, step: planned, sealed: attempt.sealed });
    }
    if (!last) return false;
    yield* completeRun(options, work, view);
    yield* work.end(job);
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
    const own = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
    await options.unit((work) => endStep(work, own, { status: 'pending', outcome: 'lost' }));
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
  const step = { runId: view.run.id, idx: at.idx, attempt: at.attempt };
  await options.unit(function* (work) {
    const own = yield* endStep(work, step, { status: 'uncertain', outcome: 'unknown', error });
    if (own) {
      work.audit({
        actor: 'system',
        verb: 'step.uncertain',
        subject: `run:${view.run.id}`,
        clientId: view.run.clientId,
        text: `The outcome of step ${at.idx + 1} is not known: ${view.plan.body.steps[at.idx]?.sentence}. A technician settles it.`,
      });
      yield* options.events.uncertain(work, view, { idx: at.idx, error });
    }
    yield* work.end(job);
  });
  return { type: 'ended' };
}

export async function complete(options: ExecutorOptions, view: RunView, job: Job): Promise<JobOutcome> {
  await options.unit(function* (work) {
    yield* completeRun(options, work, view);
    yield* work.end(job);
  });
  return { type: 'ended' };
}

function* completeRun(options: ExecutorOptions, work: Work, view: RunView): Step<void> {
  const steps = yield* selectSteps(work, view.run.id);
  const ended = yield* endRun(work, view.run.id, { status: 'complete' });
  if (ended) yield* options.events.completed(work, { ...view, steps });
}

function* failRun(
  options: ExecutorOptions,
  work: Work,
  view: RunView,
  failure: { readonly idx: number; readonly error: string },
): Step<void> {
  const ended = yield* endRun(work, view.run.id, { status: 'failed', error: failure.error });
  if (!ended) return;
  const steps = yield* selectSteps(work, view.run.id);
  work.audit({
    actor: 'system',
    verb: 'run.failed',
    subject: `run:${view.run.id}`,
    clientId: view.run.clientId,
    text: `Stopped at step ${failure.idx + 1}: ${failure.error}`,
  });
  yield* options.events.failed(work, { ...view, steps }, failure);
}

/** A step that must not start: it fails without an attempt. */
export async function fail(
  options: ExecutorOptions,
  view: RunView,
  next: RunStep,
  job: Job,
  error: string,
): Promise<JobOutcome> {
  await options.unit(function* (work) {
    const own = yield* setStep(
      work,
      { runId: view.run.id, idx: next.idx, from: 'pending' },
      { status: 'failed', error },
    );
    if (own) yield* failRun(options, work, view, { idx: next.idx, error });
    yield* work.end(job);
  });
  return { type: 'ended' };
}
