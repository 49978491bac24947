// A plan that needs approval: the request is made in the same unit as the ticket's new state, then people are told. A request
// that nobody could decide is not made; the requester hears the truth about who was asked.
import type { Core } from '../../core.ts';
import type { Job } from '../../jobs/job.ts';
import { localText } from '../../lib/local-time.ts';
import { type Audience, type Copy, personCopies, technicianAudience } from '../../notices/audience.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { PlanBody } from '../../plans/plan.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket } from '../../tickets/store.ts';
import type { Work } from '../../work/work.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from '../plan/bound-plan.ts';
import type { PlanningSubject } from '../plan/planning-subject.ts';
import { isStillCurrent } from '../plan/still-current.ts';
import { handOff } from '../ticket/hand-off.ts';
import { askForHalves, openRequest } from './open-request.ts';

export async function requestApproval(
  core: Core,
  subject: PlanningSubject,
  bound: BoundPlan,
  typed: TypedBy,
  job: Job,
): Promise<void> {
  const { manager } = bound.body;
  const technicians = await technicianAudience(core, subject.client, involvedIn(bound.body));
  const managers = manager ? await personCopies(core, manager.email) : [];
  await core.unit(function* (work) {
    if (yield* isStillCurrent(work, subject)) {
      if (manager && managers.length === 0) {
        const reason = `${manager.name} has to approve as manager and cannot be reached in chat: no account there is joined to ${manager.email}. Ask them to write to the desk once.`;
        yield* handOff(core, work, { ticket: subject.ticket, reason, audience: technicians });
      } else {
        yield* ask(core, work, { subject, bound, typed, technicians, managers });
      }
    }
    yield* work.end(job);
  });
}

/** Everybody whose own request this is in one way or another: none of them is asked to decide it. */
export function involvedIn({ requester, submitter, subject, manager }: PlanBody): readonly string[] {
  return [requester, submitter, subject, manager].flatMap((person) => person?.email ?? []);
}

interface Asking {
  readonly subject: PlanningSubject;
  readonly bound: BoundPlan;
  readonly typed: TypedBy;
  readonly technicians: Audience;
  readonly managers: readonly Copy[];
}

function* ask(core: Core, work: Work, asking: Asking): Step<void> {
  const { subject, bound, technicians } = asking;
  const { ticket, client } = subject;
  const moved = yield* changeTicket(
    work,
    ticket.id,
    { state: 'awaiting_approval', ...typeOf(asking.typed) },
    { from: ['new', 'working'] },
  );
  if (!moved) return;
  const opened = yield* openRequest(work, moved, bound);
  yield* writePlanNote(work, subject, bound, 'Waiting for approval.');
  askForHalves(core, work, moved, opened, asking);
  const who = bound.body.manager ? `a technician and ${bound.body.manager.name}` : 'a technician';
  work.audit({
    actor: 'planner',
    verb: 'approval.requested',
    subject: `ticket:${ticket.number}`,
    clientId: client.id,
    text: `Ticket ${ticket.number} asks ${who} to approve plan ${opened.plan.hash.slice(0, 8)}: ${bound.body.steps.map((step) => step.sentence).join('; ')}.`,
  });
  if (client.requesterNotices || technicians.reached === 'nobody')
    tellRequester(work, ticket, {
      key: `waiting:${opened.plan.id}`,
      content: `${WAITING[technicians.reached]}${momentSaid(bound.body, client.timeZone)}`,
    });
}

/** The date as it was understood, so that who wrote it can correct it. */
function momentSaid({ steps }: PlanBody, timeZone: string): string {
  const starts = [...new Set(steps.flatMap((step) => step.notBefore ?? []))].sort((a, b) => a - b);
  if (starts.length === 0) return '';
  const moments = starts.map((at) => localText(at, timeZone)).join(' and ');
  return ` If it is approved, it happens on ${moments}. If that is not the time you meant, please write it here.`;
}

const WAITING: Readonly<Record<Audience['reached'], string>> = {
  technicians: 'Your request needs an approval. I will tell you as soon as it is decided.',
  admins:
    'Your request needs an approval. None of the technicians can be reached in chat right now, so the admins of the desk were asked. I will tell you as soon as it is decided.',
  nobody:
    'Your request needs an approval, and nobody who can give it can be reached in chat right now. It is kept for 24 hours. If it is urgent, please contact your IT provider directly.',
};
