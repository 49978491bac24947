// What happened on a platform → what becomes of it. A message is on disk with its job before the platform hears that it came;
// whoever pressed or typed a command is answered here. A door: it translates and decides nothing.

import { sendToItForm } from '../../cards/forms.ts';
import { problemCard } from '../../cards/problem-card.ts';
import type { ChatEvent, ChatReply, MessageEvent } from '../chat.ts';
import type { Core } from '../core.ts';
import { hideSecrets } from '../intake/hide-secrets.ts';
import { acceptOnce } from '../intake/inbox.ts';
import { messageJob } from '../jobs/kinds.ts';
import { errorText } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import { homeOf } from '../notices/home-view.ts';
import { noteRemoval } from '../use-cases/desk/note-installation.ts';
import { meetStranger } from '../use-cases/message/stranger.ts';
import { handleAction } from './clicks.ts';
import type { CommandRunner } from './commands/command.ts';
import { handleSubmission } from './forms.ts';

/** Every event of every platform comes in here. Resolves when it is on disk or decided. */
export function createReceiver(
  core: Core,
  commands: CommandRunner,
): (event: ChatEvent) => Promise<ChatReply> {
  const handle = async (typed: ChatEvent): Promise<ChatReply> => {
    const event = hideSecrets(typed, core.redactor, (id) => core.desk.client(id) !== undefined);
    switch (event.type) {
      case 'message':
        return receiveMessage(core, event, typed.type === 'message' && typed.own !== event.own);
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
  return (event) =>
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
    });
}

/** What is shown at once. The one reply that shows a secret is the temporary password to its recipient. */
async function masked(core: Core, event: ChatEvent, work: Promise<ChatReply>): Promise<ChatReply> {
  const reply = await work;
  const reveals = event.type === 'action' && event.action.type === 'secret.reveal';
  return reveals ? reply : core.redactor.value(reply);
}

/** On disk with its job before the platform is told; a second delivery is dropped here. */
async function receiveMessage(core: Core, event: MessageEvent, hidden: boolean): Promise<ChatReply> {
  // Nobody typed it, so nobody asks, answers or decides anything with it, and two programs never talk to each other.
  if (event.automatic) return { type: 'accepted' };
  await acceptOnce(core, event, messageJob(event, hidden));
  return { type: 'accepted' };
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
