// "I am locked out": unlocks an account that is locked; if it is not, says what was seen and leaves it to a person.
import { handOff, propose, type Recipe } from '../recipe.ts';
import { findSubject } from '../slots/subject.ts';
import { accountState, isSelf } from './reset-password.ts';

export const unlockAccount: Recipe = async (cook) => {
  const subject = await findSubject(
    cook,
    'Whose account is locked? Please give the name or the e-mail address.',
  );
  if (subject.type === 'stop') return subject.proposal;
  const person = subject.value;
  const seen = accountState(person);
  if (!person.enabled)
    return handOff(
      cook,
      `${seen} Unlocking would not help; somebody has to decide whether it is enabled again.`,
    );
  if (!person.locked)
    return handOff(
      cook,
      `${seen} So the sign-in fails for another reason: perhaps a forgotten password or a device that keeps an old one.`,
    );
  const self = isSelf(cook, person);
  return propose(cook, {
    diagnosis: `${seen} Failed sign-ins locked it.`,
    evidence: [seen],
    steps: [{ tool: 'unlock_account', args: { person: person.id }, why: 'The account is locked.' }],
    reply: self
      ? 'Done. Your account is unlocked; please sign in again. If you have forgotten the password, write that here.'
      : `Done. The account of ${person.name} is unlocked; they can sign in again.`,
    subject: self ? undefined : person.id,
  });
};
