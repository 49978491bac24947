// Whom a request is about: the requester, or people found in the directory. Nobody is guessed; nobody or several of one
// name is a question.
import type { PersonRead } from '../directory-reads.ts';
import { ask, type Cook, filled, handOff, type Slot, stop } from '../recipe.ts';
import { findMentions, type Mention } from './mentions.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ABOUT_ME = /\b(?:me|my|mine|myself|i|i'm|im|i've|ive)\b/i;
const FOR_ME =
  /\b(?:add|put|give|get|grant|remove|take|let|assign|include|invite|unlock|help|subscribe|reset)\s+me\b|\bfor me\b|\bmy\s+(?:\w+\s+)?(?:password|account|mfa|authenticator|phone|laptop|login|sign-?in|vpn|access)\b|\bi\s+(?:need|want|would|forgot|cannot|can't|cant|am|lost|have)\b|\blocked me\b/i;
const SOMEBODY =
  /\b(?:colleague|coworker|co-worker|somebody|someone|a user|an employee|the user|his|her|their|our (?:new|intern|temp)|one of (?:us|my|our))\b/i;
/** Who is named only as a witness, a signature or the sender. */
const ASIDE =
  /(?:manager|boss|supervisor|cc|thanks|thank|regards|cheers|from|by|told|asked|per|sincerely|signed|am|is)$/;

/** The person that a single change is about. @param question asked when it is not clear */
export async function findSubject(cook: Cook, question: string): Promise<Slot<PersonRead>> {
  const found = await findSubjects(cook, question);
  if (found.type === 'stop') return found;
  const [first, second] = found.value;
  if (first && !second) return filled(first);
  const names = found.value.map(nameOf).join(', ');
  return stop(
    ask(
      cook,
      'person',
      `You name several people: ${names}. Whom is this about? Please ask for one at a time.`,
    ),
  );
}

/** Everybody that the request is about; at least one. */
export async function findSubjects(cook: Cook, question: string): Promise<Slot<readonly PersonRead[]>> {
  const known =
    typeof cook.state.person === 'string' ? await cook.reads.person(cook.state.person) : undefined;
  if (known) return filled([known]);
  if (cook.state.slot === 'person' && cook.answer !== undefined)
    return readAnswer(cook, cook.answer, question);
  const fromEmail = await byEmail(cook, cook.wish);
  if (fromEmail) return fromEmail;
  if (!cook.request.onBehalf && FOR_ME.test(cook.wish) && !SOMEBODY.test(cook.wish))
    return requesterSelf(cook);
  const named = await peopleNamed(cook, cook.wish);
  if (named.length > 0) return resolve(cook, named);
  if (SOMEBODY.test(cook.wish)) return stop(ask(cook, 'person', question));
  return ABOUT_ME.test(cook.wish) || named.length === 0
    ? requesterSelf(cook)
    : stop(ask(cook, 'person', question));
}

/** People whom the text names, without those named as an aside and without the requester's own signature. */
async function peopleNamed(cook: Cook, text: string): Promise<readonly Mention<PersonRead>[]> {
  const mentions = await findMentions(text, cook.reads.findPeople);
  return mentions.filter(
    (mention) =>
      !ASIDE.test(mention.before) && !mention.hits.every((hit) => hit.id === cook.request.requester.id),
  );
}

/** The people that a text names, each once; a name of several people is asked about. */
export async function findNamed(cook: Cook, text: string): Promise<Slot<readonly PersonRead[]>> {
  const found = await byEmail(cook, text);
  if (found) return found;
  const mentions = await peopleNamed(cook, text);
  return mentions.length > 0 ? resolve(cook, mentions) : filled([]);
}

async function requesterSelf(cook: Cook): Promise<Slot<readonly PersonRead[]>> {
  const { requester } = cook.request;
  const entry = requester.id === undefined ? undefined : await cook.reads.person(requester.id);
  if (entry) return filled([entry]);
  return stop(handOff(cook, `${requester.name} (${requester.email}) is not in the client's directory.`));
}

async function byEmail(cook: Cook, text: string): Promise<Slot<readonly PersonRead[]> | undefined> {
  const emails = [
    ...new Set([...text.matchAll(EMAIL)].map(([email]) => email.toLowerCase().replace(/\.+$/, ''))),
  ];
  if (emails.length === 0) return undefined;
  const people: PersonRead[] = [];
  for (const email of emails.slice(0, 10)) {
    const [person] = await cook.reads.findPeople(email);
    // The whole address must be that person's: nothing alike counts.
    if (person?.email.toLowerCase() !== email) {
      return stop(
        ask(
          cook,
          'person',
          `I find nobody with the address ${email} in your company. Whom do you mean? Please give the name or the e-mail address.`,
        ),
      );
    }
    people.push(person);
  }
  return filled(people);
}

function resolve(cook: Cook, mentions: readonly Mention<PersonRead>[]): Slot<readonly PersonRead[]> {
  const people = new Map<string, PersonRead>();
  for (const mention of mentions) {
    const [only, other] = mention.hits;
    if (!only) continue;
    if (other) {
      return stop(
        ask(
          cook,
          'person',
          `There are several people called ${mention.text}: ${mention.hits.slice(0, 5).map(nameOf).join(', ')}. Whom do you mean?`,
          { candidates: mention.hits.slice(0, 5).map((hit) => hit.id) },
        ),
      );
    }
    people.set(only.id, only);
  }
  return filled([...people.values()]);
}

async function readAnswer(
  cook: Cook,
  answer: string,
  question: string,
): Promise<Slot<readonly PersonRead[]>> {
  const email = await byEmail(cook, answer);
  if (email) return email;
  if (/^\s*(?:me|myself|for me|it'?s me|its for me)\b/i.test(answer)) return requesterSelf(cook);
  const mentions = await findMentions(answer, cook.reads.findPeople);
  const candidates = Array.isArray(cook.state.candidates) ? cook.state.candidates : [];
  const among = mentions.map((mention) => ({
    ...mention,
    hits: narrowTo(mention.hits, candidates),
  }));
  if (among.length > 0) return resolve(cook, among);
  return stop(ask(cook, 'person', `I find nobody by that name in your company. ${question}`));
}

/** An answer picks from those that were offered, where it can. */
function narrowTo(hits: readonly PersonRead[], candidates: readonly unknown[]): readonly PersonRead[] {
  const offered = hits.filter((hit) => candidates.includes(hit.id));
  return offered.length > 0 ? offered : hits;
}

export function nameOf(person: { readonly name: string; readonly email: string }): string {
  return `${person.name} (${person.email})`;
}
