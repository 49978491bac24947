// The two timers of a request for approval: the reminder, and the end of its 24 hours. Whoever ends the waiting takes both back.
import type { JobDraft } from '../../jobs/job.ts';

type Timer = Omit<JobDraft, 'runAt'>;

export function expiryOf(planId: string): Timer {
  return { kind: 'approval.expire', key: `approval.expire:${planId}`, payload: { planId } };
}

export function reminderOf(planId: string): Timer {
  return { kind: 'approval.remind', key: `approval.remind:${planId}`, payload: { planId } };
}
