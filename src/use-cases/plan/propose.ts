// A subject becomes a proposal, by planner or model, held to what the message says. It looks with read tools and writes nothing.
import type { Core } from '../../core.ts';
import { errorText } from '../../lib/errors.ts';
import { deadline } from '../../lib/timers.ts';
import type { Proposed } from '../../planning/planner.ts';
import { readMessage } from '../../reading/read-message.ts';
import { handedOverIn, languageName } from './in-english.ts';
import { knownNames } from './known-names.ts';
import { matchOwnNames } from './match-own-names.ts';
import { type PlanningSubject, workflowsFor } from './planning-subject.ts';
import { readsFor, summaries } from './reads-for.ts';
import { createProgress } from './show-progress.ts';

/** The whole diagnosis, whatever hangs. */
const PLANNING_TIMEOUT_MS = 90_000;

/** Diagnoses with read tools and proposes; writes nothing. What the message's own words lead to no plan for, its gist may. */
export async function propose(core: Core, subject: PlanningSubject): Promise<Proposed> {
  if (subject.hints.length === 0 && (subject.understood === 'none' || subject.understood === 'alarm'))
    return notUnderstood(subject.language, subject.understood === 'alarm');
  using time = deadline(core.clock, PLANNING_TIMEOUT_MS);
  try {
    const proposal = await proposeOnce(core, subject, time.signal);
    if (!mayHaveGist(subject, proposal)) return proposal;
    const other = await proposeByGist(core, subject, time.signal);
    return other?.type === 'plan' ? other : proposal;
  } catch (error) {
    core.log.warn({ ticket: subject.ticket.number, error: errorText(error) }, 'planning failed; handing off');
    return {
      type: 'hand_off',
      by: 'embedded',
      reason: core.redactor.text(`The diagnosis could not be made: ${errorText(error)}`),
    };
  }
}

/** A first message that says what is wished, and that nothing was made of, or only words. */
function mayHaveGist(
  { understood, messages, hints, reading, ticket }: PlanningSubject,
  proposal: Proposed,
): boolean {
  const { instead, security, whole } = reading;
  const isOpen =
    proposal.type === 'question' ||
    (proposal.type === 'hand_off' && proposal.urgent !== true) ||
    (proposal.type === 'answer' && instead === undefined);
  return (
    isOpen &&
    proposal.by === 'embedded' &&
    understood === 'all' &&
    messages.length === 1 &&
    hints.length === 0 &&
    ticket.requesterId === ticket.submitterId &&
    whole &&
    !security &&
    (instead === undefined || instead === 'statement' || instead === 'question')
  );
}

async function proposeByGist(
  core: Core,
  subject: PlanningSubject,
  signal: AbortSignal,
): Promise<Proposed | undefined> {
  const { gistOf, phrasesToLookUp } = await import('../../languages/gist.ts');
  const [message = ''] = subject.messages;
  const { language } = subject;
  const names = await knownNames(core, subject, phrasesToLookUp(message, language));
  const gist = gistOf(message, language, names);
  if (gist?.type !== 'wish') return undefined;
  const again = await matchOwnNames(core, {
    ...subject,
    said: [gist.text],
    understood: 'gist',
    ...workflowsFor(core, subject.client.id, gist.text, gist.topic),
  });
  return proposeOnce(core, again, signal, true);
}

/**
 * The embedded planner's invariants hold for a model's proposals too: what reads as no wish is asked about, and a report of an attack
 * is a person's, whatever the model makes of it.
 */
function heldToReading({ said, submitter, requester, hints }: PlanningSubject, proposal: Proposed): Proposed {
  if (proposal.by !== 'model' || proposal.type !== 'plan') return proposal;
  if (submitter.id !== requester.id || hints.length > 0) return proposal;
  const { instead, security } = readMessage(said.join('\n'));
  if (security)
    return {
      type: 'hand_off',
      by: 'model',
      urgent: true,
      ticketType: 'security',
      reason: proposal.diagnosis,
    };
  return instead === undefined
    ? proposal
    : { ...proposal, unsure: `The message reads as no wish (${instead.replaceAll('_', ' ')}).` };
}

function notUnderstood(language: string, isAlarm: boolean): Proposed {
  const tell = handedOverIn(language);
  return isAlarm
    ? {
        type: 'hand_off',
        by: 'embedded',
        urgent: true,
        ticketType: 'security',
        reason: `The message is in ${languageName(language)} and reports what looks like an attack. Nothing was touched.`,
        tell,
      }
    : {
        type: 'hand_off',
        by: 'embedded',
        reason: `The message is in ${languageName(language)}, and not all of it was understood.`,
        tell,
      };
}

/** What only the gist of a message asks for is asked about, once, in the words of the plan. */
function heldToGist({ understood, language, hints }: PlanningSubject, proposal: Proposed): Proposed {
  return understood === 'gist' && proposal.type === 'plan' && hints.length === 0
    ? {
        ...proposal,
        unsure: proposal.unsure ?? `Only the gist of the message (${languageName(language)}) was understood.`,
      }
    : proposal;
}

async function proposeOnce(
  core: Core,
  subject: PlanningSubject,
  signal: AbortSignal,
  byRules = false,
): Promise<Proposed> {
  const { ticket, client, systems, requester } = subject;
  const progress = createProgress(core, ticket);
  try {
    const [entry] = (await systems.directory?.findPeople(requester.email, signal)) ?? [];
    const request = core.redactor.value({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      clientId: client.id,
      messages: subject.said,
      hints: subject.hints,
      state: ticket.planning,
      requester: { id: entry?.id, email: requester.email, name: requester.name },
      onBehalf: ticket.requesterId !== ticket.submitterId,
      clientName: client.name,
      timeZone: client.timeZone,
      workflows: subject.workflows,
      wished: subject.wished,
      byRules,
    });
    const proposal = await core.planner.plan(
      { ...request, now: core.clock.now(), onProgress: progress.tell },
      readsFor(core, subject, signal),
      core.redactor.value(summaries(systems, (tool) => tool.risk !== 'read')),
      signal,
    );
    return core.redactor.value(heldToGist(subject, heldToReading(subject, proposal)));
  } finally {
    progress.end();
  }
}
