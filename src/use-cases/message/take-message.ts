// What a message is: a wish, an answer, a follow-up, a withdrawal, small talk, or nothing for the desk. Decides by the person's own
// words alone and opens tickets; it never plans.
import type { Address, MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { isBareConsent, isSmallTalk } from '../../intake/small-talk.ts';
import { splitWishes } from '../../intake/wishes.ts';
import type { Job } from '../../jobs/job.ts';
import type { Actor } from '../../people/actor.ts';
import type { Person } from '../../people/person.ts';
import { fitsQuestion } from '../../planning/answers.ts';
import type { Step } from '../../store/database.ts';
import { type Ticket, threadKeyOf } from '../../tickets/ticket.ts';
import { endOffersOf } from '../plan/confirm-plan.ts';
import { openTicket, openToAsk } from '../ticket/open-ticket.ts';
import { materialOf, noteMaterial } from './material.ts';
import { nameMentions, withoutNames } from './name-mentions.ts';
import { replyAddress } from './reply-address.ts';
import { sendBack } from './send-back.ts';
import { showPending } from './show-pending.ts';
import { answerStranger } from './stranger.ts';
import { readFirst, takeDeletion, takeEdit } from './take-edit.ts';
import { takeCorrection, takeFollowUp } from './take-follow-up.ts';
import { takeTalk } from './take-talk.ts';
import { tellHidden } from './tell-hidden.ts';

const NOTHING_ASKED =
  'Nothing waits for a yes or no of yours here. Write what you need, or "status" to see your requests.';
const GONE = 'You had deleted this message, so its request is cancelled. Please write again what you need.';

/** Longer texts are cut: no sound request needs more, and everything behind it has to read them. */
const MAX_TEXT = 12_000;
/** @returns true if the job ended in the unit that opened the ticket, so that a crash repeats all or nothing */
export async function takeMessage(core: Core, job: Job<'message'>): Promise<boolean> {
  const { hidden } = job.payload;
  const who = await core.people.recognise(job.payload.event.from);
  if (who.type === 'unknown') {
    // Nobody is told that they are unknown because they deleted something.
    if (!job.payload.event.deleted) await answerStranger(core, who, job.payload.event);
    return false;
  }
  const { person, by } = who;
  const event = await nameMentions(core, await inPrivate(core, job.payload.event));
  const text = event.own.slice(0, MAX_TEXT).trim();
  const address = replyAddress(event);
  const opened = await core.tickets.ofMessage(event.message);
  if (event.deleted) {
    await takeDeletion(core, event, by, opened);
    return false;
  }
  // Its edit came first, or it came twice.
  if (opened.length > 0 && !event.edited) return false;
  const wish = { event, by, person, text, address, opened };
  const ticket = await ticketOfMessage(core, event, person);
  if (hidden) await tellHidden(core, event);
  if (await takeOther(core, wish, ticket)) return false;
  return openTickets(core, wish, job);
}

/** What only the bot sees is talk between two: it goes on in the person's own chat, where the answers stay with them. */
async function inPrivate(core: Core, event: MessageEvent): Promise<MessageEvent> {
  const adapter = core.adapters.get(event.from.platform);
  if (!event.targeted || event.direct || !adapter) return event;
  return { ...event, at: await adapter.openDirectMessage(event.from), direct: true };
}

interface Received {
  readonly event: MessageEvent;
  readonly by: Actor;
  readonly person: Person;
  readonly text: string;
  readonly address: Address;
  /** The tickets that this message opened. */
  readonly opened: readonly Ticket[];
}

/** Everything that opens no ticket; false if the message is a wish, or carries one of somebody else. */
async function takeOther(
  core: Core,
  { event, by, person, text, opened }: Received,
  ticket: Ticket | undefined,
): Promise<boolean> {
  const isSilent = text === '' && event.files.length === 0;
  // An edit of a message that was never taken is a new message: the mention may have been added by the edit.
  if (event.edited && ticket) {
    // Only the message that opened a ticket counts as an edit of the request.
    if (isSilent || opened.length === 0) return true;
    if ((await takeEdit(core, event, by, opened, text)) === 'gone') await sendBack(core, event, 'gone', GONE);
    return true;
  }
  const bare = withoutNames({ own: text, mentions: event.mentions });
  if (isBareConsent(bare) && (await showPending(core, person, event))) return true;
  if (ticket) {
    if (isSilent) await noteMaterial(core, by, ticket, event);
    else await takeFollowUp(core, event, by, ticket, text);
    return true;
  }
  // In a channel only a mention speaks to the desk.
  if (!event.direct && !event.mentioned) return true;
  if (event.forwarded.length > 0 && isUnsaid(event, text)) return false;
  const talk = isSmallTalk(bare);
  if (event.direct && isBareConsent(bare) && event.files.length === 0) {
    await sendBack(core, event, 'consent', NOTHING_ASKED);
    return true;
  }
  if (event.direct && (await takeCorrection(core, event, by, text))) return true;
  if (talk !== 'none' && event.files.length === 0) {
    await answerSmallTalk(core, event, talk, person);
    return true;
  }
  if (await takeTalk(core, event, by, text)) return true;
  if (isSilent && event.quoted.length > 0)
    await sendBack(core, event, 'quoted', 'You quoted a message. What should be done?');
  return isSilent;
}

/** Nothing of one's own that asks for something: "fyi" is more, a greeting is not. */
function isUnsaid({ mentions }: MessageEvent, text: string): boolean {
  return text === '' || isSmallTalk(withoutNames({ own: text, mentions })) !== 'none';
}

/** @returns true if it ended the job */
async function openTickets(core: Core, wish: Received, job: Job): Promise<boolean> {
  const { event, by, person, text, address } = wish;
  const material = materialOf(event);
  const base = {
    requester: person,
    submitter: person,
    address,
    message: event.message,
    attachments: event.files,
    source: 'chat',
  } as const;
  const isForward = material !== undefined && event.forwarded.length > 0 && isUnsaid(event, text);
  const wishes = isForward ? [] : splitWishes(text, core.book.matcher);
  const waiting = event.direct ? await core.tickets.waitingOn(person.id) : [];
  const here = waiting.filter((ticket) => ticket.address.channel === event.at.channel);
  const isFirst = await core.unit(function* (work): Step<boolean> {
    if (!(yield* readFirst(work, event))) return false;
    yield* endOffersOf(work, here);
    if (isForward) {
      const { author } = event.forwarded[0] ?? {};
      const title = author === undefined ? 'Forwarded message' : `Forwarded message from ${author}`;
      const question = 'You forwarded a message. What should be done?';
      yield* openToAsk(core, work, { ...base, title, material, question });
    }
    for (const part of wishes) yield* openTicket(core, work, { ...base, text: part, material });
    yield* work.end(job);
    return true;
  });
  if (!isFirst) {
    // The message was faster than its edit.
    if (event.edited) await takeEdit(core, event, by, await core.tickets.ofMessage(event.message), text);
    return false;
  }
  void core.adapters.get(event.from.platform)?.acknowledge(event.message, 'received');
  return true;
}

/** The ticket that a message belongs to: by its thread, or as an answer that fits the one open question in a direct message. */
async function ticketOfMessage(core: Core, event: MessageEvent, person: Person): Promise<Ticket | undefined> {
  const inThread = await core.tickets.ofThread(threadKeyOf(replyAddress(event)));
  if (inThread && (inThread.state !== 'closed' || event.edited)) return inThread;
  // Somebody else's words alone answer nothing.
  if (!event.direct || (event.own.trim() === '' && event.files.length === 0)) return undefined;
  const waiting = await core.tickets.waitingOn(person.id);
  const here = waiting.filter((ticket) => ticket.address.channel === event.at.channel);
  if (isSmallTalk(event.own) !== 'none') return undefined;
  // Something that clearly is another wish is not an answer, and neither is what does not fit the question.
  const { workflows } = core.book.match(event.own, person.clientId);
  const fitting: Ticket[] = [];
  for (const ticket of here) {
    if (await hasNoWish(core, ticket)) return ticket;
    if (workflows.length === 0 && fitsQuestion(event.own, ticket.planning)) fitting.push(ticket);
  }
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** It holds somebody else's words and waits for the requester's first: whatever they ask for now is what it waits for. */
async function hasNoWish(core: Core, { id }: Ticket): Promise<boolean> {
  return (await core.tickets.entries(id)).every(({ kind }) => kind !== 'requester');
}

async function answerSmallTalk(
  core: Core,
  event: MessageEvent,
  talk: 'greeting' | 'thanks',
  person: Person,
): Promise<void> {
  const first = person.name.split(' ')[0];
  const content =
    talk === 'thanks'
      ? 'You are welcome.'
      : `Hello ${first}. Tell me what you need, for example "I forgot my password". "help" lists what I understand.`;
  await sendBack(core, event, 'small', content);
}
