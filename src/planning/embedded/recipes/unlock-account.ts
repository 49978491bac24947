// Unlocks an account that locked itself after wrong attempts. Where the attempts do not look like the person's own, or the
// account is disabled, a technician decides; an account that is not locked is only told about.
import { accountEvidence, signInEvidence } from '../account-evidence.ts';
import { judgeSignIns } from '../judge-sign-ins.ts';
import { handOff, isRequester, propose, type Recipe } from '../recipe.ts';
import { settleSubject } from '../settle-subject.ts';
import { accountState, upperFirst, whose } from '../words.ts';

export const unlockAccount: Recipe = {
  ticketType: 'unlock',
  uses: { reads: ['list_sign_ins'], writes: ['reset_password', 'unlock_account'] },
  asks: {
    deed: /\b(?:unlock|un-lock|unblock|release|unfreeze|enable|reactivate|re-?set|open|help)\w*\b/,
    situation:
      /\b(?:lock(?:ed|s|ing|out)|locked-out|lockout|blocked|block(?:s|ing)|frozen|suspended|too many (?:\w+ ){0,2}(?:attempts|tries|times))\b/,
    account: true,
    personal: true,
  },
  async plan(context) {
    const subject = await settleSubject(context, { text: context.dialogue.opening, defaultsToSelf: true });
    if (!subject.ok) return subject.proposal;
    const person = subject.value;
    if (!person.enabled) return handOff(context, `${accountState(person)}; unlocking would not help.`);
    if (!person.locked) {
      const evidence = (await accountEvidence(context, person)).join(' ');
      return handOff(
        context,
        `${evidence} There is nothing to unlock; a password reset may be what is needed.`,
      );
    }
    const signIns = await context.look.signIns(person.id);
    const { now } = context.request;
    const { verdict, why } = judgeSignIns(signIns, now, false);
    if (verdict === 'suspicious' || verdict === 'compromised') {
      return handOff(
        context,
        `${accountState(person)}, and the attempts may not be their own: ${why}. Seen: ${signInEvidence(signIns, now).join('; ')}.`,
      );
    }
    return propose(
      context,
      {
        diagnosis: `${accountState(person)}. ${why}.`,
        evidence: [`${accountState(person)}.`, ...signInEvidence(signIns, now)],
        steps: [
          {
            tool: 'unlock_account',
            args: { person: person.id },
            why: 'The account is locked after failed sign-ins.',
          },
        ],
        reply: `Done. ${upperFirst(whose(context, person))} account is unlocked. ${isRequester(context, person) ? 'You' : 'They'} can sign in again with the same password; if it is not known any more, ask for a password reset here.`,
      },
      person,
    );
  },
};
