// A submitted form → what happens. What is wrong with a field is said at the field, and nothing typed is lost.
import { MAX_REASON } from '../approvals/approval.ts';
import type { Address, ChatEvent, ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import type { Actor } from '../people/actor.ts';
import { setSecret } from '../use-cases/desk/change-secret.ts';
import { meetStranger } from '../use-cases/message/stranger.ts';
import { MAX_HINT, planAnew } from '../use-cases/plan/plan-anew.ts';
import { openFor } from '../use-cases/ticket/open-for.ts';
import { noteOnTicket, replyToRequester } from '../use-cases/ticket/technician-actions.ts';
import { decideByClick } from './decision-reply.ts';
import { handled, say } from './replies.ts';

type Submission = Extract<ChatEvent, { type: 'submission' }>;

const MAX_TEXT = 3000;
const MAX_SECRET = 4000;

const wrong = (field: string, problem: string): ChatReply => ({
  type: 'form_errors',
  errors: { [field]: problem },
});

export async function handleSubmission(core: Core, event: Submission): Promise<ChatReply> {
  const who = await core.people.recognise(event.from);
  if (who.type === 'unknown') return meetStranger(core, who);
  const { by } = who;
  const { form, values } = event;
  switch (form.type) {
    case 'form.close':
      return { type: 'accepted' };
    case 'form.new':
      return newTicket(core, event, by);
    case 'form.send_to_it':
      return sendToIt(core, event, by, form.messageKey);
    case 'form.deny': {
      const reason = (values.reason ?? '').trim();
      if (reason === '') return wrong('reason', 'Please give a reason.');
      if (reason.length > MAX_REASON) return wrong('reason', `At most ${MAX_REASON} characters.`);
      return decideByClick(core, by, form.approvalId, {
        status: 'denied',
        reason,
        tellRequester: values.tell === 'true',
      });
    }
    case 'form.reply':
    case 'form.note':
      return onTicket(core, by, form.ticketId, values.text ?? '', form.type);
    case 'form.plan':
      return newPlan(core, by, form.ticketId, (values.hint ?? '').trim());
    case 'form.secret':
      return newSecret(core, by, form, values.value ?? '');
  }
}

async function newTicket(core: Core, event: Submission, by: Actor): Promise<ChatReply> {
  const text = (event.values.text ?? '').trim();
  if (text === '') return wrong('text', 'Please say what you need.');
  if (text.length > MAX_TEXT) return wrong('text', `At most ${MAX_TEXT} characters.`);
  const address = await answersTo(core, event);
  const opened = await openFor(core, by, { requester: by.person, text, source: 'form', address });
  if (opened.type === 'refused') return handled(opened);
  const { ticket } = opened;
  return core.desk.client(ticket.clientId)?.receipt === false
    ? say(`Your ticket is ${ticket.number}.`)
    : { type: 'accepted' };
}

/** A technician or colleague sends somebody's message to IT: the author is the requester, and only typed for. */
async function sendToIt(core: Core, event: Submission, by: Actor, messageKey: string): Promise<ChatReply> {
  const text = (event.values.text ?? '').trim();
  if (text === '') return wrong('text', 'Please say what is needed.');
  const authorId = messageKey.split('\n')[0] ?? '';
  const author = await core.people.recognise({ ...event.from, id: authorId });
  if (author.type === 'unknown')
    return say('The author of this message is not somebody you can open a ticket for.');
  const address = await answersTo(core, event);
  const opened = await openFor(core, by, { requester: author.person, text, source: 'shortcut', address });
  if (opened.type === 'refused') return handled(opened);
  return say(`Ticket ${opened.ticket.number} is open for ${author.person.name}.`);
}

/** The direct message with whoever filled the form in. */
async function answersTo(core: Core, event: Submission): Promise<Address> {
  const adapter = core.adapters.get(event.from.platform);
  return adapter ? await adapter.openDirectMessage(event.from) : event.at;
}

async function onTicket(
  core: Core,
  by: Actor,
  ticketId: string,
  typed: string,
  form: 'form.reply' | 'form.note',
): Promise<ChatReply> {
  const text = typed.trim();
  if (text === '') return wrong('text', 'Please write something.');
  return handled(
    form === 'form.reply'
      ? await replyToRequester(core, by, ticketId, text)
      : await noteOnTicket(core, by, ticketId, text),
  );
}

async function newPlan(core: Core, by: Actor, ticketId: string, hint: string): Promise<ChatReply> {
  if (hint === '') return wrong('hint', 'Please say what it should do differently.');
  if (hint.length > MAX_HINT) return wrong('hint', `At most ${MAX_HINT} characters.`);
  return handled(await planAnew(core, by, ticketId, hint));
}

async function newSecret(
  core: Core,
  by: Actor,
  form: { readonly name: string; readonly client: string },
  value: string,
): Promise<ChatReply> {
  if (value === '') return wrong('value', 'Please give the value.');
  if (value.length > MAX_SECRET) return wrong('value', `At most ${MAX_SECRET} characters.`);
  return handled(await setSecret(core, by, { name: form.name, scope: form.client }, value));
}
