// Gives or takes access to an application and its licence. An application is looked for first, then a licence; without a
// free seat nothing is planned, because buying is a person's decision.
import type { DirectoryItem, DirectoryPerson, Licence } from '../../../ports/directory.ts';
import type { ChangeTool } from '../../../tools/tool-name.ts';
import type { Proposal } from '../../planner.ts';
import { handOff, propose, type Recipe, type RecipeContext, type RecipeStep } from '../recipe.ts';
import { settleSubject } from '../settle-subject.ts';
import { settleThings, type Thing } from '../settle-thing.ts';
import { directionOf } from '../slots/direction.ts';
import { PRODUCT_SPEECH } from '../slots/speech.ts';
import { joinWords, who } from '../words.ts';

/** What people ask for by one name: an application, a licence, or both. */
interface Product extends Thing {
  readonly app: DirectoryItem | undefined;
  readonly licence: Licence | undefined;
}

export const appAccess: Recipe = {
  ticketType: 'access',
  uses: {
    reads: ['find_apps', 'find_licences'],
    writes: ['assign_app', 'assign_licence', 'remove_licence', 'revoke_app'],
  },
  asks: {
    personal: true,
    deed: /\b(?:access|licen[cs]\w*|seats?|subscription|need|needs|want|wants|give|grant|assign|get|remove|revoke|add|provide|have|order|request|use|take|cancel|allow|enable|open)\b/,
    notice:
      /\b(?:(?:not|n't|no) (?:have |longer have )?(?:any )?(?:access|licen[cs]e)|(?:cannot|can't|can not) (?:access|open|get into|use)|ran out|expired|works? (?:in|with|on) .* now)\b/,
  },
  async plan(context) {
    const text = context.dialogue.opening;
    const saysLicence = /\b(?:licen[cs]es?|seats?|subscription)\b/i.test(text);
    const products = await settleThings(context, {
      kind: saysLicence ? 'licence' : 'application',
      speech: PRODUCT_SPEECH,
      text,
      find: (query) => findProducts(context, query, saysLicence),
    });
    if (!products.ok) return products.proposal;
    const isTaken = directionOf(text) === 'remove';
    // "Remove the access": nobody means their own without saying so.
    const subject = await settleSubject(context, { text: products.value.rest, defaultsToSelf: !isTaken });
    if (!subject.ok) return subject.proposal;
    const wanted = products.value.things.map(({ thing }) => thing);
    // Asking for a product is asking to have it, unless the message takes it away.
    return isTaken ? takeAway(context, subject.value, wanted) : give(context, subject.value, wanted);
  },
};

async function findProducts(
  context: RecipeContext,
  query: string,
  saysLicence: boolean,
): Promise<readonly Product[]> {
  const [apps, licences] = [await context.look.findApps(query), await context.look.findLicences(query)];
  const licenceOf = (app: DirectoryItem) =>
    licences.find(({ name }) => name === app.name) ??
    (apps.length === 1 && licences.length === 1 ? licences[0] : undefined);
  const appOf = (licence: Licence) =>
    apps.find(({ name }) => name === licence.name) ??
    (apps.length === 1 && licences.length === 1 ? apps[0] : undefined);
  if (apps.length > 0 && !(saysLicence && licences.length > 0)) {
    return apps.map((app) => ({ id: app.id, name: app.name, app, licence: licenceOf(app) }));
  }
  return licences.map((licence) => ({ id: licence.id, name: licence.name, app: appOf(licence), licence }));
}

function give(context: RecipeContext, person: DirectoryPerson, wanted: readonly Product[]): Proposal {
  const steps: RecipeStep[] = [];
  const evidence: string[] = [];
  for (const { app, licence } of wanted) {
    if (licence && !person.licenceIds.includes(licence.id)) {
      const seats = `${licence.name}: ${licence.used} of ${licence.seats} seats are in use`;
      if (licence.used >= licence.seats) {
        return handOff(
          context,
          `${seats}; none is free for ${person.name}. Somebody has to decide about buying one.`,
        );
      }
      evidence.push(`${seats}.`);
      steps.push(
        step(
          'assign_licence',
          { licence: licence.id, person: person.id },
          `A seat of ${licence.name} is free.`,
        ),
      );
    }
    if (app && !person.appIds.includes(app.id)) {
      evidence.push(`${person.name} does not have ${app.name}.`);
      steps.push(step('assign_app', { app: app.id, person: person.id }, `${app.name} was asked for.`));
    }
  }
  const names = joinWords(
    wanted.map(({ name }) => name),
    'and',
  );
  const isYou = who(context, person) === 'you';
  const subject = isYou ? 'You' : person.name;
  if (steps.length === 0) {
    return answer(
      context,
      `${subject} ${isYou ? 'have' : 'has'} ${names} already. If it does not open, reply here and a technician looks at it.`,
    );
  }
  return propose(
    context,
    {
      diagnosis: `${person.name} asks for ${names} and does not have it yet.`,
      evidence,
      steps,
      reply: `Done. ${subject} now ${isYou ? 'have' : 'has'} ${names}. It can take a few minutes to appear; signing out and in again helps.`,
    },
    person,
  );
}

function takeAway(context: RecipeContext, person: DirectoryPerson, wanted: readonly Product[]): Proposal {
  const steps = wanted.flatMap(({ app, licence }) => [
    ...(app && person.appIds.includes(app.id)
      ? [step('revoke_app', { app: app.id, person: person.id }, `${app.name} is not needed any more.`)]
      : []),
    ...(licence && person.licenceIds.includes(licence.id)
      ? [
          step(
            'remove_licence',
            { licence: licence.id, person: person.id },
            `Frees a seat of ${licence.name}.`,
          ),
        ]
      : []),
  ]);
  const names = joinWords(
    wanted.map(({ name }) => name),
    'and',
  );
  const isYou = who(context, person) === 'you';
  if (steps.length === 0) {
    return answer(
      context,
      `Nothing has to change: ${isYou ? 'you do' : `${person.name} does`} not have ${names}.`,
    );
  }
  return propose(
    context,
    {
      diagnosis: `${names} is to be taken from ${person.name}, who has it.`,
      evidence: [`${person.name} (${person.email}) has ${names}.`],
      steps,
      reply: `Done. ${isYou ? 'You do' : `${person.name} does`} not have ${names} any more.`,
    },
    person,
  );
}

function step(tool: ChangeTool, args: Readonly<Record<string, string>>, why: string): RecipeStep {
  return { tool, args, why };
}

function answer(context: RecipeContext, text: string): Proposal {
  return { type: 'answer', text, sources: [], ticketType: context.ticketType };
}
