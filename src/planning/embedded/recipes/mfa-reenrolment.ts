// Lets somebody with a new or lost phone register multi-factor sign-in again: removes the old methods and signs them out
// everywhere. If the sign-ins do not look like theirs, it stops: this is how accounts are stolen.
import { accountEvidence, signInEvidence } from '../account-evidence.ts';
import { judgeSignIns } from '../judge-sign-ins.ts';
import { handOff, isRequester, propose, type Recipe } from '../recipe.ts';
import { settleSubject } from '../settle-subject.ts';
import { accountState, joinWords, upperFirst, whose } from '../words.ts';

export const mfaReenrolment: Recipe = {
  ticketType: 'mfa',
  uses: { reads: ['list_sign_ins', 'list_devices'], writes: ['reset_mfa', 'revoke_sessions'] },
  asks: {
    deed: /\b(?:re-?set|remove|set ?up|re-?register|register|new|move|transfer|re-?enrol\w*|clear|change|switch|help|wipe|delete|add|update)\w*\b.*\b(?:mfa|2fa|authenticator|multi-?factor|two-?factor|two-?step|verification|authentication|token|otp|codes?)\b|\b(?:mfa|2fa|authenticator|multi-?factor|two-?factor|two-?step|verification|authentication|token|otp)\b.*\b(?:re-?set|removed?|set ?up|re-?register\w*|move|transfer|re-?enrol\w*|cleared?|changed?)\b/,
    situation:
      /\b(?:lost|los(?:e|ing)|new|broke|broken|stolen|dead|gone|replaced|wiped|dropped|smashed|changed|switched|deleted|uninstalled|old|(?:not|cannot|can'?t|won'?t|don'?t|doesn'?t|didn'?t|isn'?t|aren'?t|no longer|never) (?:\w+ ){0,3}(?:work\w*|have|get|accept\w*|receiv\w*|com\w+|arriv\w*|use|access|approve))\b.*\b(?:mfa|2fa|authenticator|multi-?factor|two-?factor|verification|token|otp)\b|\b(?:mfa|2fa|authenticator|multi-?factor|two-?factor|verification|token|otp)\b.*\b(?:lost|new|broke|broken|stolen|dead|gone|replaced|wiped|deleted|old|not work\w*|stopped)\b|\b(?:lost|broke|smashed|dropped|stolen|replaced) (?:\w+ ){0,2}(?:phone|mobile|iphone|handset)\b/,
    notice:
      /\b(?:new|another|other|replacement|old|lost|broke|broken|stolen) (?:\w+ ){0,2}(?:phone|mobile|iphone|handset|device|smartphone)\b/,
    account: true,
    personal: true,
  },
  async plan(context) {
    const subject = await settleSubject(context, { text: context.dialogue.opening, defaultsToSelf: true });
    if (!subject.ok) return subject.proposal;
    const person = subject.value;
    if (!person.enabled)
      return handOff(context, `${accountState(person)}; its sign-in methods are left alone.`);
    const signIns = await context.look.signIns(person.id);
    const { now } = context.request;
    const { verdict, why } = judgeSignIns(signIns, now, false);
    if (verdict === 'suspicious' || verdict === 'compromised') {
      return handOff(
        context,
        `MFA was not reset: the recent sign-ins of ${person.name} look ${verdict}. ${why}. Seen: ${signInEvidence(signIns, now).join('; ')}.`,
      );
    }
    const methods = person.mfa.length > 0 ? joinWords(person.mfa, 'and') : 'no method';
    const target = { person: person.id };
    const isSelf = isRequester(context, person);
    return propose(
      context,
      {
        diagnosis: `${person.name} has to register multi-factor sign-in again. Registered now: ${methods}. ${why}.`,
        evidence: [...(await accountEvidence(context, person)), `Registered: ${methods}.`],
        steps: [
          { tool: 'reset_mfa', args: target, why: 'The registered device is gone or was replaced.' },
          { tool: 'revoke_sessions', args: target, why: 'Sessions on the old device must end.' },
        ],
        reply: `Done. ${upperFirst(whose(context, person))} sign-in methods were removed. Open the sign-in page on a computer with ${isSelf ? 'your' : 'their'} new phone at hand and follow the steps; every device asks to sign in again.`,
      },
      person,
    );
  },
};
