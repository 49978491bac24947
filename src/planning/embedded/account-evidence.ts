// What was read about an account, in sentences for technicians.
import type { DirectoryPerson, SignIn } from '../../ports/directory.ts';
import { ReadFailed } from './lookups.ts';
import type { RecipeContext } from './recipe.ts';
import { accountState, ago } from './words.ts';

const SHOWN = 5;

/** The account's state and its last sign-in; sign-ins that cannot be read are said to be unread, not held against the plan. */
export async function accountEvidence(
  context: RecipeContext,
  person: DirectoryPerson,
): Promise<readonly string[]> {
  const state = `${accountState(person)}.`;
  if (!context.look.isOffered('list_sign_ins')) return [state];
  try {
    const [last] = await context.look.signIns(person.id);
    return [
      state,
      last ? `Last sign-in: ${signInText(last, context.request.now)}.` : 'No sign-in is recorded.',
    ];
  } catch (error) {
    if (error instanceof ReadFailed) return [state, 'The sign-ins could not be read.'];
    throw error;
  }
}

/** The latest sign-ins, newest first. */
export function signInEvidence(signIns: readonly SignIn[], now: Date): readonly string[] {
  return [...signIns]
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN)
    .map((entry) => signInText(entry, now));
}

const OUTCOMES: Readonly<Record<SignIn['outcome'], string>> = {
  success: 'succeeded',
  failure: 'failed',
  mfa_denied: 'MFA prompt refused',
};

function signInText({ at, place, ip, app, outcome }: SignIn, now: Date): string {
  return `${ago(at, now)} from ${place} (${ip}), ${app}, ${OUTCOMES[outcome]}`;
}
