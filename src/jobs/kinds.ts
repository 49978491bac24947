// The closed list of what the desk may owe: every kind of job with the parser of its payload, and the one function that makes it
// and its key. Who carries a kind out stands in inbound/jobs.ts; a kind without a handler there does not compile.
import { z } from 'zod';
import type { MessageEvent } from '../chat.ts';
import { storedMessage } from './stored-message.ts';

/** What a job of each kind carries. Things are named by id; only a message is kept whole, as it stands nowhere else. */
export interface JobPayloads {
  /** `hidden`: a secret was taken out of it, which its author is told. */
  readonly message: { readonly event: MessageEvent; readonly hidden: boolean };
  /** `added`: a request for approval waits, and what was added is held against its plan. */
  /** `confirmed`: the plan that the requester said yes to. */
  readonly plan: {
    readonly ticketId: string;
    readonly added: boolean;
    readonly confirmed?: string | undefined;
  };
  readonly run: { readonly runId: string };
  readonly notice: Notice;
  /** Nobody said yes or no to it. */
  readonly 'proposal.expire': { readonly planId: string };
  readonly 'approval.expire': { readonly planId: string };
  readonly 'approval.remind': { readonly planId: string };
  readonly 'change.apply': { readonly changeId: string };
  readonly 'delivery.expire': { readonly deliveryId: string };
}

export type JobKind = keyof JobPayloads;

/** Words whose readers have to be looked up first. */
export type Notice =
  | { readonly type: 'failure'; readonly ticketId: string; readonly runId: string }
  | { readonly type: 'uncertain'; readonly ticketId: string; readonly runId: string; readonly idx: number }
  | {
      readonly type: 'delivery';
      readonly ticketId: string;
      readonly deliveryId: string;
      readonly email: string;
      readonly forName: string;
    };

const id = z.string().min(1);

/** A field that older versions did not write has a default, so that their jobs are read too. */
const PARSERS: { readonly [K in JobKind]: z.ZodType<JobPayloads[K]> } = {
  message: z.object({ event: storedMessage, hidden: z.boolean().default(false) }),
  plan: z.object({ ticketId: id, added: z.boolean().default(false), confirmed: id.optional() }),
  run: z.object({ runId: id }),
  notice: z.discriminatedUnion('type', [
    z.object({ type: z.literal('failure'), ticketId: id, runId: id }),
    z.object({ type: z.literal('uncertain'), ticketId: id, runId: id, idx: z.number().int().nonnegative() }),
    z.object({
      type: z.literal('delivery'),
      ticketId: id,
      deliveryId: id,
      email: z.string(),
      forName: z.string(),
    }),
  ]),
  'proposal.expire': z.object({ planId: id }),
  'approval.expire': z.object({ planId: id }),
  'approval.remind': z.object({ planId: id }),
  'change.apply': z.object({ changeId: id }),
  'delivery.expire': z.object({ deliveryId: id }),
};

export function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(PARSERS, kind);
}

export type ReadPayload<K extends JobKind> =
  | { readonly type: 'read'; readonly payload: JobPayloads[K] }
  | Unreadable;

export interface Unreadable {
  readonly type: 'unreadable';
  /** Names the field and what is wrong with it, never what stands in it. */
  readonly why: string;
}

export function readPayload<K extends JobKind>(kind: K, stored: unknown): ReadPayload<K> {
  const parsed = PARSERS[kind].safeParse(stored);
  if (parsed.success) return { type: 'read', payload: parsed.data };
  const [issue] = parsed.error.issues;
  return { type: 'unreadable', why: `${['payload', ...(issue?.path ?? [])].join('.')}: ${issue?.message}` };
}

declare const made: unique symbol;

/** A job that is to be written. Only the functions below make one, so that whoever arms and whoever cancels agree on its key. */
export type JobDraft<K extends JobKind = JobKind> = {
  readonly [P in K]: {
    readonly kind: P;
    /** Unique for ever: a second job with the same key is dropped. */
    readonly key: string;
    readonly payload: JobPayloads[P];
    readonly [made]: true;
  };
}[K];

function draft<K extends JobKind>(kind: K, key: string, payload: JobPayloads[K]): JobDraft<K> {
  return { kind, key, payload } as JobDraft<K>;
}

export function messageJob(event: MessageEvent, hidden: boolean): JobDraft<'message'> {
  return draft('message', `message:${event.from.platform}:${event.id}`, { event, hidden });
}

/** Why a ticket is planned. The same reason with the same mark is one job, however often it is said. */
export type PlanReason =
  | { readonly type: 'opened' }
  /** The requester answered a question, or edited the request. */
  | { readonly type: 'answered' | 'edited'; readonly eventId: string }
  /** The requester said yes to a plan. */
  | { readonly type: 'confirmed'; readonly planId: string }
  /** A technician said how. */
  | { readonly type: 'hinted'; readonly hintId: string }
  /** The requester wrote more while a request for approval waits: it is held against the plan. */
  | { readonly type: 'added'; readonly addedId: string }
  /** What was added changes the plan. */
  | { readonly type: 'superseded'; readonly jobId: string }
  /** Words came in while the proposal was made. */
  | { readonly type: 'outdated'; readonly mark: string };

export function planJob(ticketId: string, reason: PlanReason): JobDraft<'plan'> {
  const key = `plan:${ticketId}:${markOf(reason)}`;
  return draft('plan', key, {
    ticketId,
    added: reason.type === 'added',
    ...(reason.type === 'confirmed' ? { confirmed: reason.planId } : {}),
  });
}

function markOf(reason: PlanReason): string {
  switch (reason.type) {
    case 'opened':
      return '0';
    case 'answered':
      return reason.eventId;
    case 'edited':
      return `edit:${reason.eventId}`;
    case 'confirmed':
      return `yes:${reason.planId}`;
    case 'hinted':
      return `hint:${reason.hintId}`;
    case 'added':
      return `more:${reason.addedId}`;
    case 'superseded':
      return `added:${reason.jobId}`;
    case 'outdated':
      return `again:${reason.mark}`;
  }
}

/** @param settledStep the uncertain step whose settlement lets the run go on; undefined where the run begins */
export function runJob(runId: string, settledStep?: number): JobDraft<'run'> {
  const key = settledStep === undefined ? `run:${runId}` : `run:${runId}:settled:${settledStep}`;
  return draft('run', key, { runId });
}

export function noticeJob(notice: Notice): JobDraft<'notice'> {
  return draft('notice', `notice:${notice.type}:${subjectOf(notice)}`, notice);
}

function subjectOf(notice: Notice): string {
  switch (notice.type) {
    case 'failure':
      return notice.runId;
    case 'uncertain':
      return `${notice.runId}:${notice.idx}`;
    case 'delivery':
      return notice.deliveryId;
  }
}

export function expireProposalJob(planId: string): JobDraft<'proposal.expire'> {
  return draft('proposal.expire', `proposal.expire:${planId}`, { planId });
}

export function expireApprovalJob(planId: string): JobDraft<'approval.expire'> {
  return draft('approval.expire', `approval.expire:${planId}`, { planId });
}

export function remindApproversJob(planId: string): JobDraft<'approval.remind'> {
  return draft('approval.remind', `approval.remind:${planId}`, { planId });
}

export function applyChangeJob(changeId: string): JobDraft<'change.apply'> {
  return draft('change.apply', `change.apply:${changeId}`, { changeId });
}

export function expireDeliveryJob(deliveryId: string): JobDraft<'delivery.expire'> {
  return draft('delivery.expire', `delivery.expire:${deliveryId}`, { deliveryId });
}
