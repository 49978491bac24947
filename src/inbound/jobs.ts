// A job that is due → what carries it out, one entry a kind: the compiler asks for every kind of jobs/kinds.ts. A door: it
// translates and decides nothing.
import { openFormCard } from '../../cards/open-form-card.ts';
import type { ChatReply, MessageEvent } from '../chat.ts';
import type { Core } from '../core.ts';
import type { Job, JobHandlers, JobOutcome } from '../jobs/job.ts';
import { expireDelivery } from '../runs/deliveries.ts';
import { createExecutor, type Executor } from '../runs/executor.ts';
import { expireRequest, remindApprovers } from '../use-cases/approval/expire-approval.ts';
import { applyChange } from '../use-cases/desk/change-rules.ts';
import { takeMessage } from '../use-cases/message/take-message.ts';
import { expireProposal } from '../use-cases/plan/confirm-plan.ts';
import { planTicket } from '../use-cases/plan/plan-ticket.ts';
import { recheckStep } from '../use-cases/run/recheck-step.ts';
import { createRunEvents } from '../use-cases/run/run-events.ts';
import { sendNotice } from '../use-cases/run/tell-outcome.ts';
import type { CommandRunner } from './commands/command.ts';
import { withoutStroke } from './commands/run-command.ts';

export function createJobHandlers(core: Core, commands: CommandRunner): JobHandlers {
  const executor = executorOf(core);
  return {
    message: (job) => workMessage(core, commands, job),
    plan: (job) => planTicket(core, job),
    run: async (job) => {
      const outcome = await executor.handle(job);
      if (outcome.type === 'ended') void markFinished(core, job.payload.runId);
      return outcome;
    },
    notice: (job) => sendNotice(core, job),
    'proposal.expire': (job) => expireProposal(core, job),
    'approval.expire': (job) => expireRequest(core, job),
    'approval.remind': (job) => remindApprovers(core, job),
    'change.apply': (job) => applyChange(core, job),
    'delivery.expire': async (job) => {
      await core.unit((work) => expireDelivery(work, job.payload.deliveryId));
      return { type: 'done' };
    },
  };
}

function executorOf(core: Core): Executor {
  return createExecutor({
    database: core.database,
    unit: core.unit,
    clock: core.clock,
    deliveries: core.deliveries,
    events: createRunEvents(core),
    tool: (clientId, name) => core.systems(clientId).tools.get(name)?.tool,
    recheck: async (plan, step) => core.redactor.value(await recheckStep(core, plan, step)),
    secret: (clientId, name) => core.vault.value(clientId, name),
    stopped: () => core.desk.stopped,
    redactor: core.redactor,
  });
}

async function workMessage(core: Core, commands: CommandRunner, job: Job<'message'>): Promise<JobOutcome> {
  const { event } = job.payload;
  // On Teams a mention, or the "/" of a chat, is how commands are typed in a group; on Slack they have their slash.
  const typed = event.direct || ((event.mentioned || event.targeted) && event.from.platform === 'teams');
  if (typed && !event.edited && !event.deleted) {
    const who = await core.people.recognise(event.from);
    if (who.type === 'known' && commands.isCommand(event.own, who.person)) {
      await answerTyped(
        core,
        event,
        await commands.run({ text: event.own, person: who.person, by: who.by, event }),
      );
      return { type: 'done' };
    }
  }
  return (await takeMessage(core, job)) ? { type: 'ended' } : { type: 'done' };
}

/** A command typed as a message is answered by a message that only its author sees; a form is opened by the button on it. */
async function answerTyped(core: Core, event: MessageEvent, reply: ChatReply): Promise<void> {
  const content =
    reply.type === 'private'
      ? reply.content
      : reply.type === 'form'
        ? openFormCard({ title: reply.form.title, command: withoutStroke(event.own) })
        : undefined;
  if (content === undefined) return;
  await core.unit(function* (work) {
    work.send({
      kind: 'post',
      key: `typed:${event.from.platform}:${event.id}`,
      to: { type: 'address', address: event.at },
      content,
      onlyFor: event.direct ? undefined : event.from,
    });
  });
}

async function markFinished(core: Core, runId: string): Promise<void> {
  const run = await core.runs.get(runId);
  const ticket = run?.status === 'complete' ? await core.tickets.get(run.ticketId) : undefined;
  if (ticket?.message)
    await core.adapters.get(ticket.message.platform)?.acknowledge(ticket.message, 'finished');
}
