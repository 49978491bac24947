// The one executor: takes an approved plan as it is stored and runs its steps in order, each recorded before and after.
// It never plans, never renders, never asks a model. What an ended run means for the ticket is the caller's affair (`RunEvents`).
import { consumeApprovals, selectApprovals } from '../approvals/store.ts';
import type { Job, JobOutcome } from '../jobs/job.ts';
import { selectPlan } from '../plans/store.ts';
import type { Step } from '../store/database.ts';
import type { Tool } from '../tools/tool.ts';
import { callTool } from './call-tool.ts';
import type { ExecutorOptions, RunView } from './executor-ports.ts';
import { nextStep, type RunStep } from './run.ts';
import { complete, fail, recover, settle } from './step-end.ts';
import { type StartedAttempt, selectRun, selectSteps, startStep } from './store.ts';

const STOPPED_POLL_MS = 30_000;

export interface Executor {
  handle(job: Job<'run'>): Promise<JobOutcome>;
}

export function createExecutor(options: ExecutorOptions): Executor {
  return { handle: (job) => advance(options, job) };
}

async function advance(options: ExecutorOptions, job: Job<'run'>): Promise<JobOutcome> {
  const { runId } = job.payload;
  for (;;) {
    const view = await loadView(options, runId);
    if (view?.run.status !== 'running') return { type: 'done' };
    const next = nextStep(view.steps);
    if (!next) return complete(options, view, job);
    if (next.status === 'uncertain') return { type: 'done' };
    if (next.status === 'running') {
      const recovered = await recover(options, view, next, job);
      if (recovered) return recovered;
      continue;
    }
    const outcome = await runStep(options, view, next, job);
    if (outcome) return outcome;
  }
}

/** One pending step from its checks to its end; undefined means: go on with the next. */
async function runStep(
  options: ExecutorOptions,
  view: RunView,
  next: RunStep,
  job: Job,
): Promise<JobOutcome | undefined> {
  const step = view.plan.body.steps[next.idx];
  const now = options.clock.now();
  if (!view.plan.intact || !step || step.tool !== next.tool) {
    return fail(
      options,
      view,
      next,
      job,
      'The stored plan is not the one that was approved, so nothing of it runs.',
    );
  }
  if (step.notBefore !== undefined && step.notBefore > now.getTime()) {
    const at = new Date(step.notBefore);
    await options.unit((work) => options.events.scheduled(work, view, at));
    return { type: 'later', runAt: at, countsAsTry: false };
  }
  if (options.stopped()) {
    return { type: 'later', runAt: new Date(now.getTime() + STOPPED_POLL_MS), countsAsTry: false };
  }
  const tool = options.tool(view.run.clientId, step.tool);
  const problem = tool
    ? await options.recheck(view.plan, step)
    : `The tool ${step.tool} is not connected any more.`;
  if (problem !== undefined || !tool) return fail(options, view, next, job, problem ?? 'The tool is gone.');
  const started = await start(options, view, next, tool);
  if (started.type === 'refused') return fail(options, view, next, job, started.why);
  if (started.type === 'moved_on') return undefined;
  const called = await callTool(options, { tool, step, plan: view.plan, started: started.attempt });
  return settle(options, view, { ...next, attempt: started.attempt.attempt }, called, job, started.attempt);
}

type Started =
  | { readonly type: 'started'; readonly attempt: StartedAttempt }
  | { readonly type: 'refused'; readonly why: string }
  | { readonly type: 'moved_on' };

/** Writes the attempt before the call. The first step of a gated plan consumes the approvals in the same transaction. */
async function start(options: ExecutorOptions, view: RunView, next: RunStep, tool: Tool): Promise<Started> {
  const sealed = tool.delivers ? options.deliveries.sealNew(view.run.id, next.idx) : undefined;
  try {
    return await options.unit(function* (work): Step<Started> {
      const run = yield* selectRun(work, view.run.id);
      if (run?.status !== 'running') return { type: 'moved_on' };
      const gated = view.plan.body.steps.some((step) => step.policy.effect !== 'auto');
      if (next.idx === 0 && next.attempt === 0 && gated) {
        const halves = yield* selectApprovals(work, view.plan.id);
        const needed = view.plan.body.manager ? 2 : 1;
        const consumed = yield* consumeApprovals(work, view.plan.id, view.plan.hash);
        if (halves.length !== needed || consumed !== needed) throw new NotApprovedError();
      }
      const attempt = yield* startStep(work, { runId: run.id, idx: next.idx, attempt: next.attempt, sealed });
      if (!attempt) return { type: 'moved_on' };
      work.audit({
        actor: 'system',
        verb: 'step.started',
        subject: `run:${run.id}`,
        clientId: run.clientId,
        text: `Started step ${next.idx + 1}: ${view.plan.body.steps[next.idx]?.sentence}.`,
      });
      return { type: 'started', attempt };
    });
  } catch (error) {
    if (error instanceof NotApprovedError) {
      return { type: 'refused', why: 'This plan has no unused approval, so nothing of it runs.' };
    }
    throw error;
  }
}

/** Thrown inside the unit so that a half-consumed approval is rolled back. */
class NotApprovedError extends Error {}

function loadView(options: ExecutorOptions, runId: string): Promise<RunView | undefined> {
  return options.database.read(function* (db): Step<RunView | undefined> {
    const run = yield* selectRun(db, runId);
    const plan = run ? yield* selectPlan(db, run.planId) : undefined;
    return run && plan ? { run, plan, steps: yield* selectSteps(db, runId) } : undefined;
  });
}
