// Looks into a suspicious sign-in and acts on the judgement: benign is explained, compromised is stopped by ending all
// sessions and resetting the password, anything between goes to a technician with what was seen.
import { accountEvidence, signInEvidence } from '../account-evidence.ts';
import { judgeSignIns } from '../judge-sign-ins.ts';
import { handOff, isRequester, propose, type Recipe } from '../recipe.ts';
import { settleSubject } from '../settle-subject.ts';
import { whose } from '../words.ts';

/** "That was not me", "she did not sign in there". */
const DENIED =
  /\b(?:(?:was|is|were)(?:n't| not)|not) (?:me|mine|us|him|her|them)\b|\b(?:I|he|she|they) (?:did(?:n't| not)|have(?:n't| not)|has(?:n't| not)|never) (?:sign|log|been|do|travel|try)|\bdo(?:n't| not) recogni[sz]e\b|\bnever been (?:to|in)\b/i;

export const suspiciousSignIn: Recipe = {
  ticketType: 'security',
  uses: { reads: ['list_sign_ins'], writes: ['reset_password', 'revoke_sessions'] },
  asks: { deed: /./, situation: /./, notice: /./, attack: true },
  async plan(context) {
    const subject = await settleSubject(context, { text: context.dialogue.opening, defaultsToSelf: true });
    if (!subject.ok) return subject.proposal;
    const person = subject.value;
    const { now } = context.request;
    const signIns = await context.look.signIns(person.id);
    const { verdict, why } = judgeSignIns(signIns, now, DENIED.test(context.dialogue.all));
    const seen = signInEvidence(signIns, now);
    if (verdict === 'benign') {
      return {
        type: 'answer',
        text: `I looked at ${whose(context, person)} recent sign-ins. ${why}. Nothing has to be changed. If one of them was not ${isRequester(context, person) ? 'yours' : 'theirs'}, say so here and a technician looks at it.`,
        sources: [],
        ticketType: context.ticketType,
      };
    }
    if (verdict !== 'compromised') {
      const list = seen.length > 0 ? ` Seen: ${seen.join('; ')}.` : '';
      return handOff(context, `Sign-ins of ${person.name} (${person.email}): ${verdict}. ${why}.${list}`);
    }
    const target = { person: person.id };
    return propose(
      context,
      {
        diagnosis: `The account of ${person.name} looks compromised. ${why}.`,
        evidence: [...(await accountEvidence(context, person)), ...seen],
        steps: [
          { tool: 'revoke_sessions', args: target, why: 'Ends the sessions of whoever signed in.' },
          {
            tool: 'reset_password',
            args: target,
            why: 'The password is known to somebody else.',
            deliverTo: person.id,
          },
        ],
        reply: `Done. ${isRequester(context, person) ? 'You were' : `${person.name} was`} signed out everywhere and ${isRequester(context, person) ? 'your' : 'their'} password is reset; the temporary one is shown once with [Show temporary password], within 15 minutes. Approve no sign-in prompt that you did not start.`,
      },
      person,
    );
  },
};
