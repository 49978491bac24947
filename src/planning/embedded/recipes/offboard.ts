// Ends the access of somebody who leaves, at the time that was said and not before: account, sessions, groups, licences,
// applications, each as a step of its own. It never deletes, and nobody offboards themselves.

import { localText } from '../../../lib/local-time.ts';
import type { Device, DirectoryPerson } from '../../../ports/directory.ts';
import {
  handOff,
  isRequester,
  propose,
  type Recipe,
  type RecipeContext,
  type RecipeStep,
  type Settled,
} from '../recipe.ts';
import { settleSubject } from '../settle-subject.ts';
import { settleWhen } from '../settle-when.ts';
import { accountState, joinWords } from '../words.ts';
import { appAccess } from './app-access.ts';

/** A last day without a time ends with the working day. */
const END_OF_DAY = 17;

const ONE_ACCESS =
  /\b(?:access|licen[cs]e|permission|rights?) (?:to|for|of|on) (?!everything|all\b|him|her|them|the company|our|\p{Lu}\p{Ll}+ \p{Lu})/iu;

export const offboard: Recipe = {
  ticketType: 'offboarding',
  uses: {
    reads: ['list_devices', 'find_groups'],
    writes: ['disable_user', 'remove_group_member', 'remove_licence', 'revoke_app', 'revoke_sessions'],
  },
  asks: {
    deed: /\b(?:offboard\w*|off-board\w*|disable|deactivate|terminate|remove|close|block|suspend|revoke|cut|end|delete|lock|leaver|shut|switch off|access|kill)\w*\b/,
    notice:
      /\b(?:leaves?|leaving|last (?:working )?day|left|resigned|quits?|has gone|is gone|retir\w+|fired|let go|dismissed|terminated|final day|parting|contract ends?|no longer (?:works?|with|employed)|offboarding|leaver)\b/,
  },
  async plan(context) {
    // One application taken away is no farewell.
    if (ONE_ACCESS.test(context.dialogue.opening)) {
      const other = await appAccess.plan(context);
      return other.type === 'plan'
        ? other
        : handOff(context, 'Access to one thing is to be taken away, which is no offboarding.');
    }
    const subject = await settleSubject(context, { text: context.dialogue.opening, defaultsToSelf: false });
    if (!subject.ok) return subject.proposal;
    const person = subject.value;
    if (isRequester(context, person)) {
      return handOff(
        context,
        `${person.name} asks to end their own access. Nobody offboards themselves; please confirm with their manager.`,
      );
    }
    const when: Settled<number | undefined> = settleWhen(context, {
      defaultHour: END_OF_DAY,
      missing: `When should the access of ${person.name} end? Please give the last day, and a time if it is not ${END_OF_DAY}:00, or write "now".`,
    });
    if (!when.ok) return when.proposal;
    const devices = context.look.isOffered('list_devices') ? await context.look.devicesOf(person.id) : [];
    return planLeaving(context, person, when.value, devices);
  },
};

function planLeaving(
  context: RecipeContext,
  person: DirectoryPerson,
  at: number | undefined,
  devices: readonly Device[],
) {
  const time = at === undefined ? 'now' : `on ${localText(at, context.request.timeZone)}`;
  const { groupIds, licenceIds, appIds } = person;
  const held = `${count(groupIds, 'group')}, ${count(licenceIds, 'licence')} and ${count(appIds, 'application')}`;
  const back =
    devices.length > 0
      ? ` To be returned: ${joinWords(
          devices.map(({ name, kind }) => `${name} (${kind})`),
          'and',
        )}.`
      : '';
  return propose(
    context,
    {
      diagnosis: `${person.name} leaves; access ends ${time}. ${accountState(person)}, with ${held}. Nothing is deleted.`,
      evidence: [
        `${accountState(person)}.`,
        `${person.name} (${person.email}) has ${held}.`,
        ...(back === '' ? [] : [back.trim()]),
      ],
      steps: leavingSteps(context, person).map((step) =>
        at === undefined ? step : { ...step, notBefore: at },
      ),
      reply: `Done. The access of ${person.name} has ended: the account is disabled, all sessions are closed, groups and licences are removed. Nothing was deleted.${back}`,
    },
    person,
  );
}

function leavingSteps(
  context: RecipeContext,
  { id: person, groupIds, licenceIds, appIds }: DirectoryPerson,
): readonly RecipeStep[] {
  // A disabled account opens no application; where they cannot be revoked one by one, the rest still ends access.
  const apps = context.writes.has('revoke_app') ? appIds : [];
  return [
    { tool: 'disable_user', args: { person }, why: 'Sign-in ends with the last day.' },
    { tool: 'revoke_sessions', args: { person }, why: 'Open sessions would outlive the account.' },
    ...groupIds.map(
      (group): RecipeStep => ({
        tool: 'remove_group_member',
        args: { group, person },
        why: 'Member of this group.',
      }),
    ),
    ...apps.map(
      (app): RecipeStep => ({ tool: 'revoke_app', args: { app, person }, why: 'Has this application.' }),
    ),
    ...licenceIds.map(
      (licence): RecipeStep => ({
        tool: 'remove_licence',
        args: { licence, person },
        why: 'Frees the seat.',
      }),
    ),
  ];
}

function count(ids: readonly string[], noun: string): string {
  return `${ids.length} ${noun}${ids.length === 1 ? '' : 's'}`;
}
