// Notices whose audience has to be looked up first: failure and uncertainty for technicians, a password for its recipient.

import { deliveryCard } from '../../../cards/delivery-card.ts';
import { failureCard } from '../../../cards/failure-card.ts';
import { uncertainCard } from '../../../cards/uncertain-card.ts';
import type { Core } from '../../core.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import type { Notice } from '../../jobs/kinds.ts';
import { personCopies, technicianAudience, tellCopies, tellTechnicians } from '../../notices/audience.ts';
import { insertEntry } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';

export async function sendNotice(core: Core, job: Job<'notice'>): Promise<JobOutcome> {
  const notice = job.payload;
  const ticket = await core.tickets.get(notice.ticketId);
  if (!ticket) return { type: 'done' };
  switch (notice.type) {
    case 'failure':
    case 'uncertain':
      await sendRunNotice(core, ticket, notice);
      break;
    case 'delivery':
      await sendDelivery(core, ticket, notice);
      break;
  }
  return { type: 'done' };
}

async function sendRunNotice(
  core: Core,
  ticket: Ticket,
  notice: Extract<Notice, { type: 'failure' | 'uncertain' }>,
): Promise<void> {
  const run = await core.runs.get(notice.runId);
  const plan = run && (await core.plans.get(run.planId));
  const client = core.desk.client(ticket.clientId);
  if (!run || !plan || !client) return;
  const steps = (await core.runs.steps(run.id)).map((step) => ({
    sentence: plan.body.steps[step.idx]?.sentence ?? step.tool,
    status: step.status,
    error: step.error,
  }));
  const common = {
    runId: run.id,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    client: client.name,
    requester: plan.body.requester.name,
  };
  const card =
    notice.type === 'failure'
      ? failureCard({ ...common, steps })
      : uncertainCard({
          ...common,
          stepId: String(notice.idx),
          sentence: steps[notice.idx]?.sentence ?? '',
          reason: steps[notice.idx]?.error ?? '',
        });
  const { requester, subject } = plan.body;
  const audience = await technicianAudience(core, client, [requester.email, subject?.email ?? '']);
  const key = `${notice.type}:${run.id}`;
  await core.unit(function* (work) {
    tellTechnicians(work, audience, { key, content: card, subject: key });
  });
}

/** The recipient gets a button, never the password. If they cannot be reached, technicians are told what to do. */
async function sendDelivery(
  core: Core,
  ticket: Ticket,
  { deliveryId, email, forName }: Extract<Notice, { type: 'delivery' }>,
): Promise<void> {
  const copies = await personCopies(core, email);
  if (copies.length > 0) {
    const card = deliveryCard({
      secretId: deliveryId,
      forName: forName,
      ticketNumber: ticket.number,
    });
    const subject = `delivery:${deliveryId}`;
    return core.unit(function* (work) {
      tellCopies(work, copies, { key: subject, content: card, subject });
    });
  }
  const text = `The temporary password for ${forName} could not be delivered: nobody in chat is joined to ${email}. It is erased after 15 minutes; reset it again when they can be reached.`;
  const client = core.desk.client(ticket.clientId);
  const audience = client && (await technicianAudience(core, client, []));
  await core.unit(function* (work) {
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: 'Deskhand', text });
    const subject = `undelivered:${deliveryId}`;
    if (audience)
      tellTechnicians(work, audience, {
        key: subject,
        content: `Ticket ${ticket.number}: ${text}`,
        subject,
      });
  });
}
