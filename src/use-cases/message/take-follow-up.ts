// What somebody writes about a request that exists: a correction, a withdrawal, an answer, a note, a technician's hint.
import type { MessageEvent } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { correctionIn } from '../../intake/correction.ts';
import { isSmallTalk, isSolved, isWithdrawal } from '../../intake/small-talk.ts';
import type { Actor } from '../../people/actor.ts';
import { mayServe } from '../../people/person.ts';
import { readMessage } from '../../reading/read-message.ts';
import { OPEN_STATES, type Ticket, threadKeyOf } from '../../tickets/ticket.ts';
import { contentOf } from '../outcome.ts';
import { planAnew } from '../plan/plan-anew.ts';
import { correctRequest, isFresh } from '../ticket/correct-request.ts';
import { noteFollowUp } from '../ticket/follow-up.ts';
import { takeAnswer } from '../ticket/take-answer.ts';
import { withdrawTicket } from '../ticket/withdraw-ticket.ts';
import { noteMaterial } from './material.ts';
import { withoutNames } from './name-mentions.ts';
import { replyAddress } from './reply-address.ts';
import { sendBack } from './send-back.ts';

/** Of a requester's tickets, among which an unnamed withdrawal looks. */
const LATEST = 20;

/** Elsewhere a "no" may be an answer, or is for the technician to read. */
const RETRACTED_FROM: readonly Ticket['state'][] = ['new', 'working', 'awaiting_approval', 'scheduled'];

export async function takeFollowUp(
  core: Core,
  event: MessageEvent,
  by: Actor,
  ticket: Ticket,
  text: string,
): Promise<void> {
  const { person } = by;
  const own = person.id === ticket.requesterId || person.id === ticket.submitterId;
  if (!own && !mayServe(person, ticket.clientId)) return;
  await noteMaterial(core, by, ticket, event);
  if (!own) return takeTechnicianWords(core, event, by, ticket, text);
  if (await correctRequest(core, by, ticket, text, event.id)) return;
  const bare = withoutNames({ own: text, mentions: event.mentions });
  const isSilentOfDeeds = core.book.match(text, ticket.clientId).workflows.length === 0;
  const mayRetract = RETRACTED_FROM.includes(ticket.state);
  const retracts = mayRetract && isSilentOfDeeds && readMessage(text).retracts;
  if (isWithdrawal(bare) || retracts) {
    // Of a ticket that is finished it takes nothing back, and reopens nothing.
    if (OPEN_STATES.includes(ticket.state)) await withdraw(core, event, by, ticket);
    return;
  }
  if (isSmallTalk(bare) === 'thanks') return;
  if (ticket.state !== 'waiting_requester')
    return void (await noteFollowUp(core, by, ticket, text, 'requester'));
  const answered = await takeAnswer(core, by, ticket, text, event.id);
  // Another answer was faster; what this one says may still change the plan that waits by now.
  if (!answered) await noteFollowUp(core, by, ticket, text, 'requester');
  void core.adapters.get(event.from.platform)?.acknowledge(event.message, 'received');
}

/** The end of it is told in the thread; that it cannot be stopped any more, to whoever asked. */
async function withdraw(core: Core, event: MessageEvent, by: Actor, ticket: Ticket): Promise<void> {
  const solved = isSolved(withoutNames(event));
  const outcome = await withdrawTicket(core, by, ticket.id, { how: solved ? 'solved' : 'called_off' });
  if (outcome.type === 'refused') await sendBack(core, event, 'withdraw-late', contentOf(outcome));
}

/** "plan: HINT" with a mention asks for a new plan; everything else of a technician is a note. */
const HINT = /^(?:new\s+)?plan\s*:\s*(\S[\s\S]*)$/i;

async function takeTechnicianWords(
  core: Core,
  event: MessageEvent,
  by: Actor,
  ticket: Ticket,
  text: string,
): Promise<void> {
  const hint = event.mentioned ? HINT.exec(text)?.[1] : undefined;
  if (hint === undefined) return void (await noteFollowUp(core, by, ticket, text, 'technician'));
  await sendBack(core, event, 'hint', contentOf(await planAnew(core, by, ticket.id, hint)), event.from);
}

/** Outside every thread it is about the newest request of this conversation, if that was made just now. */
export async function takeCorrection(
  core: Core,
  event: MessageEvent,
  by: Actor,
  text: string,
): Promise<boolean> {
  if (correctionIn(text) === undefined) return false;
  const latest = await core.tickets.ofRequester(by.person.id, 1);
  const ticket = latest.find((one) => one.address.channel === event.at.channel && isFresh(core, one));
  return ticket !== undefined && (await correctRequest(core, by, ticket, text, event.id));
}

/** The open requests of the person in this conversation, newest first, for words outside every thread. */
export async function openHere(
  core: Core,
  event: MessageEvent,
  { person }: Actor,
): Promise<readonly Ticket[]> {
  // In the thread of a ticket that is closed it means that one, and no other.
  const known = await core.tickets.ofThread(threadKeyOf(replyAddress(event)));
  const theirs = event.direct && !known ? await core.tickets.ofRequester(person.id, LATEST) : [];
  return theirs.filter(
    (ticket) => OPEN_STATES.includes(ticket.state) && ticket.address.channel === event.at.channel,
  );
}

/** Outside every thread it means the one open request of this conversation; of several the person names one. False: there is none. */
export async function withdrawUnnamed(core: Core, event: MessageEvent, by: Actor): Promise<boolean> {
  const open = await openHere(core, event, by);
  const [only] = open;
  if (!only) return false;
  if (open.length === 1) {
    await withdraw(core, event, by, only);
    return true;
  }
  const names = open.map((ticket) => `"cancel ${ticket.number}" (${ticket.title})`).join(', ');
  await sendBack(core, event, 'withdraw', `You have ${open.length} open requests. Which one? ${names}.`);
  return true;
}
