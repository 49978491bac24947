// "I forgot my password": a temporary password, and the account unlocked where failed sign-ins locked it.

import type { PersonRead } from '../directory-reads.ts';
import { type Cook, handOff, propose, type Recipe } from '../recipe.ts';
import { findSubject } from '../slots/subject.ts';

export const resetPassword: Recipe = async (cook) => {
  const subject = await findSubject(
    cook,
    'Whose password is it? Please give the name or the e-mail address.',
  );
  if (subject.type === 'stop') return subject.proposal;
  const person = subject.value;
  const self = person.id === cook.request.requester.id;
  if (!person.enabled) {
    return handOff(
      cook,
      `The account of ${person.name} is disabled, so a new password would not help. Somebody has to decide whether it is enabled again.`,
    );
  }
  const unlock = person.locked
    ? [
        {
          tool: 'unlock_account',
          args: { person: person.id },
          why: 'The account is locked after failed sign-ins.',
        },
      ]
    : [];
  return propose(cook, {
    diagnosis: `${cook.request.requester.name} ${self ? 'forgot their password' : `asks for a new password for ${person.name}`}. ${accountState(person)}`,
    evidence: [accountState(person)],
    steps: [
      ...unlock,
      {
        tool: 'reset_password',
        args: { person: person.id },
        why: 'Sets a temporary password that has to be changed at sign-in.',
      },
    ],
    reply: self
      ? 'Done. Your password is reset. Press [Show temporary password]; it is shown once, within 15 minutes, and you will choose your own at sign-in.'
      : `Done. The password of ${person.name} is reset. ${person.name} gets a message with a button that shows the temporary password once, within 15 minutes.`,
    subject: self ? undefined : person.id,
  });
};

/** One sentence on an account, for diagnosis and evidence. */
export function accountState(person: PersonRead): string {
  const enabled = person.enabled ? 'enabled' : 'disabled';
  return `The account of ${person.name} (${person.email}) is ${enabled} and ${person.locked ? 'locked' : 'not locked'}.`;
}

export function isSelf(cook: Cook, person: PersonRead): boolean {
  return person.id === cook.request.requester.id;
}
