// A sign-in that looks wrong, judged by rules that are written here: benign, suspicious or compromised.

import { DAY_MS, HOUR_MS } from '../../../lib/clock.ts';
import type { SignInRead } from '../directory-reads.ts';
import { answerWith, handOff, propose, type Recipe } from '../recipe.ts';
import { findSubject } from '../slots/subject.ts';
import { isSelf } from './reset-password.ts';

const RECENT_MS = 2 * DAY_MS;
const BURST_MS = 2 * HOUR_MS;
const BURST = 2;

export type Finding =
  | { readonly type: 'benign'; readonly why: string }
  | { readonly type: 'suspicious'; readonly why: string }
  | { readonly type: 'compromised'; readonly why: string };

/**
 * Compromised: a success from a place never seen before, after refused MFA prompts. Suspicious: such a success alone, or
 * refused prompts alone. Benign: every recent sign-in comes from a place seen before.
 * @param signIns newest first
 */
export function judgeSignIns(signIns: readonly SignInRead[], now: number): Finding {
  const recent = signIns.filter((entry) => now - entry.at <= RECENT_MS);
  if (recent.length === 0) return { type: 'suspicious', why: 'no sign-in of the last two days is on record' };
  const usual = new Set(signIns.filter((entry) => entry.outcome === 'success').map((entry) => entry.place));
  for (const entry of recent) {
    const others = signIns.filter(
      (other) => other !== entry && other.outcome === 'success' && other.place === entry.place,
    );
    if (entry.outcome === 'success' && others.length === 0 && usual.size > 1) {
      const refused = signIns.filter(
        (other) => other.outcome === 'mfa_denied' && Math.abs(other.at - entry.at) <= BURST_MS,
      );
      return refused.length >= BURST
        ? {
            type: 'compromised',
            why: `a sign-in from ${entry.place} succeeded after ${refused.length} refused MFA prompts`,
          }
        : { type: 'suspicious', why: `a sign-in from ${entry.place}, a place not seen before, succeeded` };
    }
  }
  const refused = recent.filter((entry) => entry.outcome === 'mfa_denied');
  if (refused.length >= BURST)
    return { type: 'suspicious', why: `${refused.length} MFA prompts were refused` };
  return {
    type: 'benign',
    why: `every recent sign-in comes from ${[...usual].join(', ') || 'the usual places'}`,
  };
}

export const suspiciousSignIn: Recipe = async (cook) => {
  const subject = await findSubject(cook, 'Whose account is it? Please give the name or the e-mail address.');
  if (subject.type === 'stop') return subject.proposal;
  const person = subject.value;
  const signIns = await cook.reads.signIns(person.id);
  const finding = judgeSignIns(signIns, cook.request.now.getTime());
  const evidence = signIns
    .slice(0, 5)
    .map(
      (entry) =>
        `${new Date(entry.at).toISOString().slice(0, 16)} ${entry.place} ${entry.ip}: ${entry.outcome}`,
    );
  if (finding.type === 'benign') {
    return answerWith(
      cook,
      `I looked at the latest sign-ins: ${finding.why}. Nothing points to a stranger. If you see something else, press [Talk to a person].`,
    );
  }
  if (finding.type === 'suspicious') {
    return handOff(
      cook,
      `Sign-ins of ${person.name}: suspicious, ${finding.why}. Seen: ${evidence.join('; ')}`,
    );
  }
  const self = isSelf(cook, person);
  return propose(cook, {
    diagnosis: `The account of ${person.name} looks compromised: ${finding.why}.`,
    evidence,
    steps: [
      { tool: 'revoke_sessions', args: { person: person.id }, why: 'Ends what the stranger has open.' },
      {
        tool: 'reset_password',
        args: { person: person.id },
        why: 'The old password is known to somebody else.',
      },
    ],
    reply: self
      ? 'Your account was signed out everywhere and your password is reset. Press [Show temporary password]; it is shown once, within 15 minutes. Please do not accept MFA prompts that you did not cause.'
      : `The account of ${person.name} was signed out everywhere and the password is reset. ${person.name} gets a message with the temporary password.`,
    subject: self ? undefined : person.id,
  });
};
