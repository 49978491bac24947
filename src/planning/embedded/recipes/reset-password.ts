// Resets a forgotten password, and unlocks the account first if it is locked. A disabled account is left to a technician.
import { accountEvidence } from '../account-evidence.ts';
import { handOff, isRequester, propose, type Recipe, type RecipeStep } from '../recipe.ts';
import { settleSubject } from '../settle-subject.ts';
import { accountState, upperFirst, whose } from '../words.ts';
import { unlockAccount } from './unlock-account.ts';

const SHOWN_ONCE = 'it is shown once, within 15 minutes';

export const resetPassword: Recipe = {
  ticketType: 'password',
  uses: { reads: ['list_sign_ins'], writes: ['reset_password', 'unlock_account'] },
  asks: {
    deed: /\bre-?set\w*\b|\b(?:chang\w+|renew\w*|new|another|fresh|recover|retrieve|set|give|send|temporary)\b.*\b(?:passwords?|pass ?words?|passcode|pw|pwd|credentials|log-?in)\b|\b(?:passwords?|pw|pwd|credentials|log-?in)\b.*\b(?:chang\w+|renew\w*|recover\w*)\b/,
    situation:
      /\b(?:forgot(?:ten)?|forget\w*|lost|los(?:e|ing)|expired|expires today|(?:not|cannot|can'?t|won'?t|don'?t|doesn'?t|didn'?t|isn'?t|aren'?t|no longer|never) (?:\w+ ){0,3}(?:remember|recall|know|accept\w*|work\w*|valid|recogni[sz]\w*)|rejected|refused|invalid|incorrect|wrong|mistyped|blanked|locked|stopped working)\b.*\b(?:passwords?|pass ?words?|pw|pwd|credentials|log-?in)\b|\b(?:passwords?|pass ?words?|pw|pwd|credentials)\b.*\b(?:forgot(?:ten)?|expired|lost|(?:not|cannot|can'?t|won'?t|don'?t|doesn'?t|didn'?t|isn'?t|aren'?t|no longer|never) (?:\w+ ){0,3}(?:accept\w*|work\w*|valid|recogni[sz]\w*|known)|rejected|refused|invalid|incorrect|wrong|gone|stopped working)\b/,
    account: true,
    personal: true,
  },
  async plan(context) {
    // Who asks to be unlocked keeps the password.
    const { opening } = context.dialogue;
    if (/\b(?:unlock|unblock)/i.test(opening) && !/\b(?:re-?set|new|forgot|forget|change)/i.test(opening))
      return unlockAccount.plan(context);
    const subject = await settleSubject(context, { text: context.dialogue.opening, defaultsToSelf: true });
    if (!subject.ok) return subject.proposal;
    const person = subject.value;
    if (!person.enabled) {
      return handOff(
        context,
        `${accountState(person)}. A disabled account is not given a new password; somebody has to decide.`,
      );
    }
    const target = { person: person.id };
    const reset: RecipeStep = {
      tool: 'reset_password',
      args: target,
      why: 'The password is not known any more.',
      // The person acted on, whoever asks: a colleague who helps never sees it.
      deliverTo: person.id,
    };
    const unlock: RecipeStep = { tool: 'unlock_account', args: target, why: 'The account is locked.' };
    const isSelf = isRequester(context, person);
    const done = person.locked
      ? `${whose(context, person)} account is unlocked and the password is reset`
      : `${whose(context, person)} password is reset`;
    return propose(
      context,
      {
        diagnosis: `${person.name} cannot use their password. ${accountState(person)}.`,
        evidence: await accountEvidence(context, person),
        steps: person.locked ? [unlock, reset] : [reset],
        reply: isSelf
          ? `Done. ${upperFirst(done)}. Press [Show temporary password]; ${SHOWN_ONCE}, and you will choose your own at sign-in.`
          : `Done. ${upperFirst(done)}. ${person.name} opens the temporary password with [Show temporary password]; ${SHOWN_ONCE}, and they choose their own at sign-in.`,
      },
      person,
    );
  },
};
