// Handlers for a worker under test: every kind of job does the same.
import type { Job, JobHandlers, JobOutcome } from '../../src/jobs/job.ts';

export type AnyJobHandler = (job: Job) => Promise<JobOutcome>;

export function everyKind(handler: AnyJobHandler): JobHandlers {
  return {
    message: handler,
    plan: handler,
    run: handler,
    notice: handler,
    'proposal.expire': handler,
    'approval.expire': handler,
    'approval.remind': handler,
    'change.apply': handler,
    'delivery.expire': handler,
  };
}
