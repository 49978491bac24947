// "I have a new phone": removes the registered methods and ends open sessions, so that a new method is registered at sign-in.
import { handOff, propose, type Recipe } from '../recipe.ts';
import { findSubject } from '../slots/subject.ts';
import { accountState, isSelf } from './reset-password.ts';

export const mfaReenrolment: Recipe = async (cook) => {
  const subject = await findSubject(cook, 'Whose MFA is it? Please give the name or the e-mail address.');
  if (subject.type === 'stop') return subject.proposal;
  const person = subject.value;
  if (!person.enabled) return handOff(cook, accountState(person));
  const self = isSelf(cook, person);
  const methods = person.mfa.length > 0 ? person.mfa.join(', ') : 'none';
  return propose(cook, {
    diagnosis: `${self ? person.name : `${cook.request.requester.name} says that ${person.name}`} cannot use the registered sign-in method any more. Registered: ${methods}.`,
    evidence: [accountState(person), `Registered methods: ${methods}`],
    steps: [
      {
        tool: 'reset_mfa',
        args: { person: person.id },
        why: 'The old method is gone; a new one can be registered.',
      },
      { tool: 'revoke_sessions', args: { person: person.id }, why: 'A lost phone must not stay signed in.' },
    ],
    reply: `Done. ${self ? 'Your' : `${person.name}'s`} old sign-in methods are removed. At the next sign-in a new one is set up; that takes about two minutes.`,
    subject: self ? undefined : person.id,
  });
};
