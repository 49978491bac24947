// A plan that is likely wished is offered to its requester first. Their yes is the wish, bound to exactly this plan; no, newer words of
// theirs or a day's silence end it. Whether it then runs or is asked about is decided by policy, as for every other plan.
import { confirmCard } from '../../../cards/confirm-card.ts';
import type { Core } from '../../core.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { expireProposalJob, planJob } from '../../jobs/kinds.ts';
import { sayIn } from '../../languages/say-in.ts';
import { DAY_MS } from '../../lib/clock.ts';
import { technicianAudience } from '../../notices/audience.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { Actor } from '../../people/actor.ts';
import {
  insertPlan,
  movePlan,
  type PlanStatus,
  type StoredPlan,
  selectPlan,
  selectPlanOf,
} from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry, selectTicket } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { UnitBody, Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused, unknown } from '../outcome.ts';
import { handOff } from '../ticket/hand-off.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from './bound-plan.ts';
import { PLANNED_IN, type PlanningSubject } from './planning-subject.ts';

/** How long an offer is open. */
const OPEN_FOR_MS = DAY_MS;

const subjectOf = (planId: string) => `proposal:${planId}`;

/** The ending of a proposal that is not certain enough: the requester is asked, with one button for yes. */
export function offerPlan(
  subject: PlanningSubject,
  bound: BoundPlan,
  typed: TypedBy,
  unsure: string,
): UnitBody<void> {
  return function* (work) {
    const { ticket } = subject;
    const change = { state: 'waiting_requester' as const, ...typeOf(typed) };
    if (!(yield* changeTicket(work, ticket.id, change, { from: PLANNED_IN }))) return;
    const plan = yield* insertPlan(work, { ...bound, status: 'proposed' });
    yield* writePlanNote(work, subject, bound, `Waiting for the requester to confirm it. ${unsure}`);
    const sentences = bound.body.steps.map(({ sentence }) => sentence);
    tellRequester(work, ticket, {
      key: `proposal:${plan.id}`,
      content: confirmCard({
        planId: plan.id,
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        // As the directory calls them, which is what the sentences say.
        reader:
          bound.body.steps.flatMap(({ targets }) => targets).find(({ isRequester }) => isRequester)?.name ??
          bound.body.requester.name,
        sentences,
        lead: subject.language === 'en' ? undefined : sayIn(subject.language, 'confirm'),
      }),
      subject: subjectOf(plan.id),
    });
    work.arm(expireProposalJob(plan.id), new Date(work.now.getTime() + OPEN_FOR_MS));
    work.audit({
      actor: 'planner',
      verb: 'plan.proposed',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `${bound.body.requester.name} is asked to confirm plan ${plan.hash.slice(0, 8)} of ticket ${ticket.number}: ${sentences.join('; ')}.`,
    });
  };
}

/** @returns done, or why the click counts for nothing */
export async function confirmPlan(core: Core, by: Actor, planId: string): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* openOffer(work, by, planId);
    if (found.type !== 'open') return found;
    const { plan, ticket } = found;
    if (!plan.intact)
      return refused(
        'The stored plan was changed, so it is not carried out. Please write again what you need.',
      );
    if (!(yield* changeTicket(work, ticket.id, { state: 'working' }, { from: ['waiting_requester'] })))
      return refused(`Ticket ${ticket.number} does not wait for this any more.`);
    yield* movePlan(work, planId, ['proposed'], 'confirmed');
    yield* close(work, by, { plan, ticket }, 'confirmed');
    work.enqueue(planJob(ticket.id, { type: 'confirmed', planId }));
    return done('Thank you. I am on it.');
  });
}

export async function declinePlan(core: Core, by: Actor, planId: string): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* openOffer(work, by, planId);
    if (found.type !== 'open') return found;
    const { plan, ticket } = found;
    yield* movePlan(work, planId, ['proposed'], 'declined');
    yield* close(work, by, { plan, ticket }, 'declined');
    return done(
      `Nothing is done. Write on ticket ${ticket.number} what you need instead, or press [Talk to a person].`,
    );
  });
}

type Offer =
  | { readonly type: 'open'; readonly plan: StoredPlan; readonly ticket: Ticket }
  | Exclude<Outcome, { type: 'done' }>;

function* openOffer(work: Work, by: Actor, planId: string): Step<Offer> {
  const plan = yield* selectPlan(work, planId);
  if (!plan) return unknown('This question does not exist any more.');
  const found = yield* forAction(work, by, 'ticket.answer', plan.ticketId);
  if (found.type === 'refused') return found;
  if (plan.status !== 'proposed') return refused(OVER[plan.status] ?? 'This question is closed.');
  return { type: 'open', plan, ticket: found.thing };
}

const OVER: Readonly<Partial<Record<PlanStatus, string>>> = {
  confirmed: 'You said yes to this already.',
  declined: 'You said no to this already. Please write again what you need.',
  unconfirmed:
    'This question is closed: you wrote something newer, or a day went by. Please write again what you need.',
};

function* close(
  work: Work,
  { person }: Actor,
  { plan, ticket }: { readonly plan: StoredPlan; readonly ticket: Ticket },
  said: 'confirmed' | 'declined',
): Step<void> {
  work.cancel(expireProposalJob(plan.id));
  const sentences = plan.body.steps.map(({ sentence }) => sentence).join('; ');
  const text =
    said === 'confirmed'
      ? `You said yes: ${sentences}.`
      : `You said no. Nothing of this is done: ${sentences}.`;
  work.send({ kind: 'update_all', subject: subjectOf(plan.id), content: text });
  const what = said === 'confirmed' ? 'confirmed' : 'declined';
  yield* insertEntry(work, {
    ticketId: ticket.id,
    kind: 'event',
    author: person.name,
    text: `${person.name} ${what}: ${sentences}`,
  });
  work.audit({
    actor: `person:${person.email}`,
    verb: said === 'confirmed' ? 'plan.confirmed' : 'plan.declined',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `${person.name} ${what} plan ${plan.hash.slice(0, 8)} of ticket ${ticket.number}: ${sentences}.`,
  });
}

/** What is newer than an open offer ends it. */
export function* endOffer(work: Work, plan: StoredPlan): Step<void> {
  if (!(yield* movePlan(work, plan.id, ['proposed'], 'unconfirmed'))) return;
  work.cancel(expireProposalJob(plan.id));
  work.send({
    kind: 'update_all',
    subject: subjectOf(plan.id),
    content: 'This question is closed. Nothing of it was done.',
  });
}

/** A new request of the same person in the same place takes the place of what they were asked to confirm. */
export function* endOffersOf(work: Work, waiting: readonly Ticket[]): Step<void> {
  for (const ticket of waiting) {
    const plan = yield* selectPlanOf(work, ticket.id);
    if (plan?.status !== 'proposed') continue;
    yield* endOffer(work, plan);
    yield* changeTicket(
      work,
      ticket.id,
      { state: 'closed', resolvedAt: work.now },
      { from: ['waiting_requester'] },
    );
    const text = 'Closed: the requester wrote something else instead of confirming it';
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'event', author: 'Deskhand', text });
  }
}

/** A day without a yes or a no: a person looks at it. */
export async function expireProposal(core: Core, job: Job<'proposal.expire'>): Promise<JobOutcome> {
  const plan = await core.plans.get(job.payload.planId);
  const client = plan && core.desk.client(plan.clientId);
  if (plan?.status !== 'proposed' || !client) return { type: 'done' };
  const audience = await technicianAudience(core, client, [plan.body.requester.email]);
  await core.unit(function* (work) {
    const ticket = yield* selectTicket(work, plan.ticketId);
    yield* endOffer(work, plan);
    if (ticket?.state !== 'waiting_requester') return;
    yield* handOff(core, work, {
      ticket,
      reason: 'The requester was asked whether they want what was understood, and did not answer for a day.',
      audience,
    });
  });
  return { type: 'done' };
}
