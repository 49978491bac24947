// Somebody leaves: the account is disabled, sessions end, groups and licences are taken back, all at the time that was named.

import type { ProposedStep } from '../../planner.ts';
import { ask, handOff, propose, type Recipe } from '../recipe.ts';
import { findSubject, nameOf } from '../slots/subject.ts';
import { findWhen } from '../slots/when.ts';

const LAST_HOUR = 17;

export const offboard: Recipe = async (cook) => {
  const subject = await findSubject(cook, 'Who is leaving? Please give the name or the e-mail address.');
  if (subject.type === 'stop') return subject.proposal;
  const person = subject.value;
  if (person.id === cook.request.requester.id) {
    return handOff(
      cook,
      `${person.name} asks to be offboarded themselves, or nobody was named. A person should talk to them first.`,
    );
  }
  if (!person.enabled) return handOff(cook, `The account of ${nameOf(person)} is disabled already.`);
  const { now, timeZone } = cook.request;
  const text = cook.state.slot === 'date' ? (cook.answer ?? '') : cook.wish;
  const when = findWhen(text, { now, timeZone, hour: LAST_HOUR });
  if (when.type === 'past') {
    return ask(
      cook,
      'date',
      `That day is over. On which day does ${person.name} leave? "now" does it at once.`,
      { person: person.id },
    );
  }
  const at = when.type === 'at' ? { notBefore: when.at } : {};
  const steps: ProposedStep[] = [
    { tool: 'disable_user', args: { person: person.id }, why: 'They leave.', ...at },
    { tool: 'revoke_sessions', args: { person: person.id }, why: 'Open sessions would stay valid.', ...at },
    ...person.groupIds.map((group) => ({
      tool: 'remove_group_member',
      args: { group, person: person.id },
      why: 'Access ends with the job.',
      ...at,
    })),
    ...person.appIds.map((app) => ({
      tool: 'revoke_app',
      args: { app, person: person.id },
      why: 'Access ends with the job.',
      ...at,
    })),
    ...person.licenceIds.map((licence) => ({
      tool: 'remove_licence',
      args: { licence, person: person.id },
      why: 'The seat becomes free.',
      ...at,
    })),
  ];
  return propose(cook, {
    diagnosis: `${cook.request.requester.name} says that ${nameOf(person)} leaves. The account is enabled, in ${person.groupIds.length} groups, with ${person.appIds.length} applications and ${person.licenceIds.length} licences.`,
    evidence: [`${person.name}: ${person.title ?? 'no title on record'}`],
    steps,
    reply: `Done. ${person.name} is offboarded: the account is disabled, all sessions ended, and groups, applications and licences are taken back.`,
    subject: person.id,
  });
};
