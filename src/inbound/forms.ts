// A submitted form → what happens. What is wrong with a field is said at the field, and nothing typed is lost.
import { verifyCard } from '../../cards/verify-card.ts';
import { MAX_REASON } from '../approvals/approval.ts';
import type { ChatEvent, ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import { technicianCopies } from '../notices/audience.ts';
import { isAdmin, mayServe, type Person } from '../people/person.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { meetStranger } from '../use-cases/message/stranger.ts';
import { MAX_HINT, planAnew } from '../use-cases/plan/plan-anew.ts';
import { openTicket } from '../use-cases/ticket/open-ticket.ts';
import { noteOnTicket, replyToRequester } from '../use-cases/ticket/technician-actions.ts';
import { decideByClick } from './decision-reply.ts';
import { say } from './replies.ts';

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
  const { person } = who;
  const { form, values } = event;
  switch (form.type) {
    case 'form.close':
      return { type: 'accepted' };
    case 'form.new':
      return newTicket(core, event, person);
    case 'form.send_to_it':
      return sendToIt(core, event, person, form.messageKey);
    case 'form.deny': {
      const reason = (values.reason ?? '').trim();
      if (reason === '') return wrong('reason', 'Please give a reason.');
      if (reason.length > MAX_REASON) return wrong('reason', `At most ${MAX_REASON} characters.`);
      return decideByClick(core, form.approvalId, person, {
        status: 'denied',
        reason,
        tellRequester: values.tell === 'true',
      });
    }
    case 'form.reply':
    case 'form.note':
      return onTicket(core, form.ticketId, person, values.text ?? '', form.type);
    case 'form.plan':
      return newPlan(core, form.ticketId, person, (values.hint ?? '').trim());
    case 'form.secret':
      return setSecret(core, form, person, values.value ?? '');
  }
}

async function newTicket(core: Core, event: Submission, person: Person): Promise<ChatReply> {
  const text = (event.values.text ?? '').trim();
  if (text === '') return wrong('text', 'Please say what you need.');
  if (text.length > MAX_TEXT) return wrong('text', `At most ${MAX_TEXT} characters.`);
  const ticket = await open(core, event, { person, requester: person, text, source: 'form' });
  return core.desk.client(ticket.clientId)?.receipt === false
    ? say(`Your ticket is ${ticket.number}.`)
    : { type: 'accepted' };
}

/** A technician or colleague sends somebody's message to IT: the author is the requester, and only typed for. */
async function sendToIt(
  core: Core,
  event: Submission,
  person: Person,
  messageKey: string,
): Promise<ChatReply> {
  const text = (event.values.text ?? '').trim();
  if (text === '') return wrong('text', 'Please say what is needed.');
  const authorId = messageKey.split('\n')[0] ?? '';
  const author = await core.people.recognise({ ...event.from, id: authorId });
  const known = author.type === 'known' ? author.person : undefined;
  // Colleagues of the same client, or staff who serve the author's client; nobody else speaks for anybody.
  const may = known && (known.clientId === person.clientId || mayServe(person, known.clientId));
  if (!may) return say('The author of this message is not somebody you can open a ticket for.');
  const ticket = await open(core, event, { person, requester: known, text, source: 'shortcut' });
  await askToVerify(core, ticket, known, person);
  return say(`Ticket ${ticket.number} is open for ${known.name}.`);
}

/** Only the submitter's word says who asks: a technician who reaches the requester vouches, and then it counts. */
async function askToVerify(core: Core, ticket: Ticket, requester: Person, submitter: Person): Promise<void> {
  const client = core.desk.client(ticket.clientId);
  if (ticket.verified || !client) return;
  const copies = await technicianCopies(core, client, [requester.email, submitter.email]);
  const content = verifyCard({
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    client: client.name,
    requester,
    came: `sent to IT by ${submitter.name}`,
    reader: 'technician',
  });
  await core.unit(function* (work) {
    for (const copy of copies) {
      const key = `verify:${ticket.id}:${copy.id}`;
      work.send({ kind: 'post', key, to: copy.to, content, subject: `verify:${ticket.id}` });
    }
  });
}

async function open(
  core: Core,
  event: Submission,
  wish: { person: Person; requester: Person; text: string; source: Ticket['source'] },
): Promise<Ticket> {
  const adapter = core.adapters.get(event.from.platform);
  const address = adapter ? await adapter.openDirectMessage(event.from) : event.at;
  return core.unit((work) =>
    openTicket(core, work, {
      text: wish.text,
      requester: wish.requester,
      submitter: wish.person,
      address,
      message: undefined,
      attachments: [],
      source: wish.source,
    }),
  );
}

async function onTicket(
  core: Core,
  ticketId: string,
  person: Person,
  typed: string,
  form: 'form.reply' | 'form.note',
): Promise<ChatReply> {
  const text = typed.trim();
  if (text === '') return wrong('text', 'Please write something.');
  const ticket = await core.tickets.get(ticketId);
  if (!ticket || !mayServe(person, ticket.clientId)) return say('This ticket is not yours to work on.');
  const result =
    form === 'form.reply'
      ? await replyToRequester(core, ticket, person, text)
      : await noteOnTicket(core, ticket, person, text);
  return say(result.type === 'done' ? result.text : result.why);
}

async function newPlan(core: Core, ticketId: string, person: Person, hint: string): Promise<ChatReply> {
  if (hint === '') return wrong('hint', 'Please say what it should do differently.');
  if (hint.length > MAX_HINT) return wrong('hint', `At most ${MAX_HINT} characters.`);
  const ticket = await core.tickets.get(ticketId);
  if (!ticket || !mayServe(person, ticket.clientId)) return say('This ticket is not yours to work on.');
  const result = await planAnew(core, ticket, person, hint);
  return say(result.type === 'done' ? result.text : result.why);
}

async function setSecret(
  core: Core,
  form: { readonly name: string; readonly client: string },
  person: Person,
  value: string,
): Promise<ChatReply> {
  if (!isAdmin(person)) return say('This is for admins.');
  if (value === '') return wrong('value', 'Please give the value.');
  if (value.length > MAX_SECRET) return wrong('value', `At most ${MAX_SECRET} characters.`);
  await core.unit(function* (work) {
    const secret = { scope: form.client, name: form.name, value, by: person.email };
    yield* core.vault.write(work, secret);
    work.audit({
      actor: `person:${person.email}`,
      verb: 'secret.set',
      subject: `secret:${form.client}/${form.name}`,
      text: `${person.name} set the secret ${form.name} (${form.client}).`,
    });
  });
  return say(`${form.name} is in the vault.`);
}
