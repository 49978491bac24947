// "I need access to the Ledger": the application first, then a licence of that name if seats are free.

import type { Proposal, ProposedStep } from '../../planner.ts';
import type { ItemRead, LicenceRead, PersonRead } from '../directory-reads.ts';
import { answerWith, type Cook, handOff, propose, type Recipe } from '../recipe.ts';
import { findItem } from '../slots/item.ts';
import { findSubject } from '../slots/subject.ts';

export const appAccess: Recipe = async (cook) => {
  const find = async (query: string): Promise<readonly ItemRead[]> => {
    const [apps, licences] = [await cook.reads.findApps(query), await cook.reads.findLicences(query)];
    return apps.length > 0 ? apps : licences;
  };
  const wanted = await findItem(cook, 'app', { what: 'application or licence', find });
  if (wanted.type === 'stop') return wanted.proposal;
  const wish = cook.wish.replace(wanted.value.name, ' ');
  const subject = await findSubject(
    { ...cook, wish },
    'Who needs it? Please give the name or the e-mail address.',
  );
  if (subject.type === 'stop') return subject.proposal;
  const licence = await licenceFor(cook, wanted.value);
  return decide(cook, subject.value, wanted.value, licence);
};

/** A licence of the same name, or one whose name begins with it: "Ledger" needs "Ledger Pro". */
async function licenceFor(cook: Cook, wanted: ItemRead): Promise<LicenceRead | undefined> {
  const licences = await cook.reads.findLicences(wanted.name);
  return licences.find((licence) => licence.id === wanted.id || licence.name === wanted.name) ?? licences[0];
}

function decide(
  cook: Cook,
  person: PersonRead,
  wanted: ItemRead,
  licence: LicenceRead | undefined,
): Proposal {
  const isApp = wanted.id !== licence?.id;
  const needsApp = isApp && !person.appIds.includes(wanted.id);
  const needsLicence = licence !== undefined && !person.licenceIds.includes(licence.id);
  if (!needsApp && !needsLicence) {
    return answerWith(
      cook,
      `${person.name} has ${wanted.name} already. If it does not open, please write what you see.`,
    );
  }
  if (needsLicence && licence.used >= licence.seats) {
    return handOff(
      cook,
      `${licence.name} has no free seat: ${licence.used} of ${licence.seats} are used. Somebody has to order one or take one back.`,
    );
  }
  const steps: ProposedStep[] = [];
  if (needsApp)
    steps.push({
      tool: 'assign_app',
      args: { app: wanted.id, person: person.id },
      why: 'They do not have it yet.',
    });
  if (needsLicence) {
    steps.push({
      tool: 'assign_licence',
      args: { licence: licence.id, person: person.id },
      why: `${licence.used} of ${licence.seats} seats are used.`,
    });
  }
  const self = person.id === cook.request.requester.id;
  return propose(cook, {
    diagnosis: `${cook.request.requester.name} asks for ${wanted.name}${self ? '' : ` for ${person.name}`}. ${person.name} does not have it yet.`,
    evidence: licence ? [`${licence.name}: ${licence.used} of ${licence.seats} seats used`] : [],
    steps,
    reply: `Done. ${self ? 'You have' : `${person.name} has`} ${wanted.name} now. Please sign out and in again if it does not show.`,
    subject: self ? undefined : person.id,
  });
}
