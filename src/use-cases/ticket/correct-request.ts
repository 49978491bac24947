// "No wait, PDF Reader": the request that was just made, with what is meant instead in the place of what was said. A name takes the place
// of the one name of its kind, a day that of the one day, and a whole wish that of the whole request; what fits none corrects nothing.
import type { Core } from '../../core.ts';
import { correctionIn, withTime } from '../../intake/correction.ts';
import type { NameKind, Names } from '../../languages/gist-clauses.ts';
import { MINUTE_MS } from '../../lib/clock.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { Actor } from '../../people/actor.ts';
import { readMessage } from '../../reading/read-message.ts';
import { type Ticket, titleOf } from '../../tickets/ticket.ts';
import { knownNames } from '../plan/known-names.ts';
import { editRequest, REPLANNED } from './edit-request.ts';
import { noteFollowUp } from './follow-up.ts';
import { askForPerson } from './requester-actions.ts';

const TAKES_BACK =
  /\b(?:wait|hold on|hang on|mean[t]?|scratch that|correction|instead|meinte|warte|attends|attendez|voulais dire)\b/iu;
const NO_DEEDS: readonly string[] = ['ticket_status', 'guidance', 'log_time'];
/** Later, it is a request of its own. */
const FRESH_MS = 30 * MINUTE_MS;

/** Whether words outside every thread may correct this ticket. */
export function isFresh(core: Pick<Core, 'clock'>, { state, updatedAt }: Ticket): boolean {
  const isOpen = REPLANNED.some((open) => open === state);
  return isOpen && core.clock.now().getTime() - updatedAt.getTime() < FRESH_MS;
}

/** @returns false if the words correct nothing of this ticket; then nothing was changed */
export async function correctRequest(
  core: Core,
  by: Actor,
  ticket: Ticket,
  text: string,
  eventId: string,
): Promise<boolean> {
  const meant = correctionIn(text);
  if (meant === undefined || !REPLANNED.some((open) => open === ticket.state)) return false;
  const [first] = (await core.tickets.entries(ticket.id)).filter(({ kind }) => kind === 'requester');
  if (!first) return false;
  const isPlain = TAKES_BACK.test(text);
  const corrected = await correct(core, ticket, first.text, meant, { by, isPlain });
  if (corrected === undefined) return isPlain && objectTo(core, by, ticket, text, meant);
  const noted = `Corrected the request, which was: ${first.text}`;
  if (await editRequest(core, by, ticket, corrected, eventId, noted))
    await tellChange(core, ticket, corrected, eventId);
  return true;
}

async function correct(
  core: Core,
  ticket: Ticket,
  request: string,
  meant: string,
  { by: { person }, isPlain }: { readonly by: Actor; readonly isPlain: boolean },
): Promise<string | undefined> {
  // "Wait, how do I install PDF Reader?" says nothing of what is meant.
  const { instead, security } = readMessage(meant);
  if (security || (instead !== undefined && instead !== 'statement')) return undefined;
  if (isWholeWish(core, ticket, request, meant, isPlain)) return meant;
  const timed = withTime(request, meant);
  if (timed !== undefined) return timed;
  const client = core.desk.client(ticket.clientId);
  if (!client) return undefined;
  const { phrasesToLookUp } = await import('../../languages/gist.ts');
  const subject = { ticket, client, systems: core.systems(client.id), requester: person };
  const namesOf = (words: string) => knownNames(core, subject, phrasesToLookUp(words, 'en'));
  return withName(request, await namesOf(request), meant, await namesOf(meant));
}

/** So that whoever corrected sees what is planned now, and may correct again. */
async function tellChange(core: Core, ticket: Ticket, corrected: string, eventId: string): Promise<void> {
  await core.unit(function* (work) {
    tellRequester(work, ticket, {
      key: `corrected:${ticket.id}:${eventId}`,
      content: `All right, your request on ticket ${ticket.number} is now: “${titleOf(corrected)}”.`,
    });
  });
}

/** "No wait, not on my laptop": what was asked for is not what is meant, and what is meant a person finds out. */
async function objectTo(
  core: Core,
  by: Actor,
  ticket: Ticket,
  text: string,
  meant: string,
): Promise<boolean> {
  const { instead, retracts, security } = readMessage(text);
  const isOther = core.book.match(meant, ticket.clientId).workflows.length > 0;
  if (security || retracts || instead === 'question' || isOther) return false;
  const why = `${by.person.name} corrected the request (“${text.slice(0, 120)}”), and what is meant instead was not understood.`;
  const outcome = await askForPerson(core, by, ticket.id, why);
  if (outcome.type !== 'done') return false;
  await noteFollowUp(core, by, ticket, text, 'requester');
  return true;
}

/**
 * "I meant: add me to Newsletter". What asks how far things are is no wish, and after a mere "no" or "actually" another deed is another
 * request.
 */
function isWholeWish(
  core: Core,
  { clientId }: Ticket,
  request: string,
  meant: string,
  isPlain: boolean,
): boolean {
  const { instead, sought } = readMessage(meant);
  if (instead !== undefined || sought === '') return false;
  const [fits] = core.book.match(sought, clientId).workflows;
  if (fits === undefined || NO_DEEDS.includes(fits.recipe ?? '')) return false;
  return isPlain || core.book.match(request, clientId).workflows[0]?.id === fits.id;
}

function withName(request: string, said: Names, meant: string, instead: Names): string | undefined {
  const [now, ...more] = instead;
  if (now === undefined || more.length > 0) return undefined;
  const [name, kind] = now;
  const [was, ...others] = [...said].filter(([, other]) => kindOf(other) === kindOf(kind));
  if (was === undefined || others.length > 0 || was[0] === name) return undefined;
  const written = new RegExp(RegExp.escape(name), 'iu').exec(meant)?.[0] ?? name;
  return request.replace(new RegExp(RegExp.escape(was[0]), 'iu'), () => written);
}

/** A program may be asked for as an application too. */
function kindOf(kind: NameKind): NameKind {
  return kind === 'app' || kind === 'software' ? 'program' : kind === 'writer' ? 'person' : kind;
}
