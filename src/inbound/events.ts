// The sentence: message in → intake → match → plan → policy → approval → execute → reply. The only place that calls across
// stages; each stage does its part and knows nothing of the next.
import { sendToItForm } from '../../cards/forms.ts';
import { openFormCard } from '../../cards/open-form-card.ts';
import { problemCard } from '../../cards/problem-card.ts';
import type { ChatEvent, ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import { hideSecrets } from '../intake/hide-secrets.ts';
import { acceptOnce } from '../intake/inbox.ts';
import type { Job, JobHandler } from '../jobs/job.ts';
import { errorText } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import { homeOf } from '../notices/home-view.ts';
import { expireDelivery } from '../runs/deliveries.ts';
import { createExecutor } from '../runs/executor.ts';
import { expireRequest, remindApprovers } from '../use-cases/approval/expire-approval.ts';
import { applyChange } from '../use-cases/desk/change-rules.ts';
import { noteRemoval } from '../use-cases/desk/note-installation.ts';
import type { MessageEvent } from '../use-cases/message/reply-address.ts';
import { meetStranger } from '../use-cases/message/stranger.ts';
import { takeMessage } from '../use-cases/message/take-message.ts';
import { planTicket } from '../use-cases/plan/plan-ticket.ts';
import { recheckStep } from '../use-cases/run/recheck-step.ts';
import { createRunEvents } from '../use-cases/run/run-events.ts';
import { sendNotice } from '../use-cases/run/tell-outcome.ts';
import { handleAction } from './clicks.ts';
import type { Command, CommandRunner } from './commands/command.ts';
import { createCommandRunner, withoutStroke } from './commands/run-command.ts';
import { handleSubmission } from './forms.ts';

export interface Agent {
  /** Every event of every platform comes in here. Resolves when it is on disk or decided. */
  receive(event: ChatEvent): Promise<ChatReply>;
  /** What the desk owes, by kind of job. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
}

/** @param registry absent: every command there is */
export function createAgent(core: Core, registry?: readonly Command[]): Agent {
  const commands = createCommandRunner(core, registry);
  const executor = createExecutor({
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
  const handle = async (typed: ChatEvent): Promise<ChatReply> => {
    const event = hideSecrets(typed, core.redactor, (id) => core.desk.client(id) !== undefined);
    switch (event.type) {
      case 'message':
        return receiveMessage(core, event, typed.type === 'message' && typed.text !== event.text);
      case 'action':
        return handleAction(core, commands, event);
      case 'submission':
        return (await acceptOnce(core, event)) ? handleSubmission(core, event) : { type: 'accepted' };
      case 'command':
        return (await acceptOnce(core, event)) ? runCommand(core, commands, event) : { type: 'accepted' };
      case 'shortcut':
        return openShortcut(core, event);
      case 'home':
        return showHome(core, event);
      case 'removed':
        await noteRemoval(core, event);
        return { type: 'accepted' };
    }
  };
  return {
    receive: (event) =>
      masked(core, event, handle(event)).catch((error: unknown): ChatReply => {
        // A message is kept and retried by its job; whoever clicked or typed a command is told.
        const id = `e-${newId(core.clock.now().getTime()).slice(-6)}`;
        core.log.error({ id, event: event.type, error: errorText(error) }, 'an event failed');
        if (event.type === 'message') throw error;
        return {
          type: 'private',
          content: problemCard({
            what: 'Nothing was changed.',
            remedy:
              'Please try again. If it stays, tell your admin the id below; the log has the reason under it.',
            errorId: id,
          }),
        };
      }),
    handlers: {
      message: (job) => workMessage(core, commands, job),
      plan: (job) => planTicket(core, job),
      run: async (job) => {
        const outcome = await executor.handle(job);
        if (outcome.type === 'ended') void markFinished(core, String(job.payload.runId));
        return outcome;
      },
      notice: (job) => sendNotice(core, job),
      'approval.expire': (job) => expireRequest(core, job),
      'approval.remind': (job) => remindApprovers(core, job),
      'change.apply': (job) => applyChange(core, job),
      'delivery.expire': async (job) => {
        await core.unit((work) => expireDelivery(work, String(job.payload.deliveryId)));
        return { type: 'done' };
      },
    },
  };
}

/** What is shown at once. The one reply that shows a secret is the temporary password to its recipient. */
async function masked(core: Core, event: ChatEvent, work: Promise<ChatReply>): Promise<ChatReply> {
  const reply = await work;
  const reveals = event.type === 'action' && event.action.type === 'secret.reveal';
  return reveals ? reply : core.redactor.value(reply);
}

/** On disk with its job before the platform is told; a second delivery is dropped here. */
async function receiveMessage(core: Core, event: MessageEvent, hidden: boolean): Promise<ChatReply> {
  await acceptOnce(core, event, {
    kind: 'message',
    key: `message:${event.from.platform}:${event.id}`,
    payload: { event: JSON.parse(JSON.stringify(event)), hidden },
  });
  return { type: 'accepted' };
}

async function workMessage(core: Core, commands: CommandRunner, job: Job) {
  const event = job.payload.event as unknown as MessageEvent;
  // On Teams a mention is how commands are typed in a group; on Slack they have their slash.
  const typed = event.direct || (event.mentioned && event.from.platform === 'teams');
  if (typed && !event.edited) {
    const who = await core.people.recognise(event.from);
    if (who.type === 'known' && commands.isCommand(event.text, who.person)) {
      await answerTyped(
        core,
        event,
        await commands.run({ text: event.text, person: who.person, by: who.by, event }),
      );
      return { type: 'done' } as const;
    }
  }
  const ended = await takeMessage(core, event, job);
  return ended ? ({ type: 'ended' } as const) : ({ type: 'done' } as const);
}

/** A command typed as a message is answered by a message that only its author sees; a form is opened by the button on it. */
async function answerTyped(core: Core, event: MessageEvent, reply: ChatReply): Promise<void> {
  const content =
    reply.type === 'private'
      ? reply.content
      : reply.type === 'form'
        ? openFormCard({ title: reply.form.title, command: withoutStroke(event.text) })
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

async function runCommand(
  core: Core,
  commands: CommandRunner,
  event: Extract<ChatEvent, { type: 'command' }>,
): Promise<ChatReply> {
  const who = await core.people.recognise(event.from);
  if (who.type === 'unknown') return meetStranger(core, who);
  return commands.run({ text: event.text, person: who.person, by: who.by, event });
}

async function openShortcut(core: Core, event: Extract<ChatEvent, { type: 'shortcut' }>): Promise<ChatReply> {
  const author = await core.people.recognise(event.author);
  if (author.type === 'unknown') {
    return {
      type: 'private',
      content: 'The service desk does not know who wrote this, so it cannot open a ticket for them.',
    };
  }
  const messageKey = `${event.author.id}\n${event.message.message}`;
  return { type: 'form', form: sendToItForm({ messageKey, author: author.person.name, text: event.text }) };
}

async function showHome(core: Core, event: Extract<ChatEvent, { type: 'home' }>): Promise<ChatReply> {
  const who = await core.people.recognise(event.from);
  if (who.type === 'unknown') return { type: 'accepted' };
  await core.adapters
    .get(event.from.platform)
    ?.publishHome(event.from, core.redactor.value(await homeOf(core, who.person)));
  return { type: 'accepted' };
}

async function markFinished(core: Core, runId: string): Promise<void> {
  const run = await core.runs.get(runId);
  const ticket = run?.status === 'complete' ? await core.tickets.get(run.ticketId) : undefined;
  if (ticket?.message)
    await core.adapters.get(ticket.message.platform)?.acknowledge(ticket.message, 'finished');
}
