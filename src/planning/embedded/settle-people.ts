// The people of a request that may name several ("add me, Dana and Sam to ..."). Each is settled on its own; one that
// cannot be settled stops the whole, so that nobody is left out silently.
import type { DirectoryPerson } from '../../ports/directory.ts';
import { type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import {
  askUnknown,
  askWhich,
  askWho,
  candidates,
  fromAnswer,
  requesterAccount,
  settleMention,
  wishedFor,
} from './settle-person.ts';
import { type PersonMention, personMentions } from './slots/person-mentions.ts';
import { aboutSelf, saysMe } from './slots/self.ts';

const SLOT = 'people';
const ALSO_ME =
  /\b(?:add|put|include|invite|remove|give|get|assign|grant|take|subscribe|unsubscribe|drop|and|both|me,)\s+(?:me|myself)\b|\b(?:me|myself)\s*(?:,|and|&)\s|\bmyself\b/i;

/** @param text the message without names of groups and products */
export async function settlePeople(
  context: RecipeContext,
  text: string,
): Promise<Settled<readonly DirectoryPerson[]>> {
  const answered = await fromAnswer(context, SLOT);
  if (answered) return answered.ok ? settled([answered.value]) : answered;
  const people = new Map<string, DirectoryPerson>();
  const mentions = wishedFor(personMentions(text), context);
  for (const mention of mentions) {
    const person =
      mention.strength === 'strong' ? await settleMention(context, mention, slotOf(mention)) : undefined;
    if (person && !person.ok) return person;
    if (person?.ok) people.set(person.value.id, person.value);
  }
  const weak = mentions.filter(({ strength }) => strength === 'weak');
  const problem = await addWeak(context, weak, people);
  if (problem) return problem;
  const self = aboutSelf(text);
  const meansMe = people.size > 0 ? ALSO_ME.test(text) : self !== 'somebody_else' && saysMe(text);
  if (meansMe) {
    const requester = await requesterAccount(context);
    if (!requester.ok) return requester;
    people.set(requester.value.id, requester.value);
  }
  return people.size > 0 ? settled([...people.values()]) : stopped(askWho(context, SLOT));
}

function slotOf(mention: PersonMention): string {
  return `person:${mention.query.toLowerCase()}`;
}

async function addWeak(
  context: RecipeContext,
  weak: readonly PersonMention[],
  people: Map<string, DirectoryPerson>,
): Promise<Settled<never> | undefined> {
  for (const mention of weak) {
    const hits = await candidates(context, mention);
    const [only] = hits;
    if (only && hits.length === 1) {
      people.set(only.id, only);
      continue;
    }
    // A word that is nobody's name is dropped only where somebody else is clearly meant.
    const isNoName =
      hits.length === 0 && (people.size > 0 || aboutSelf(context.dialogue.opening) === 'explicit');
    if (isNoName) continue;
    const slot = slotOf(mention);
    const answered = await fromAnswer(context, slot);
    if (answered?.ok) people.set(answered.value.id, answered.value);
    else if (answered) return answered;
    else
      return stopped(
        hits.length > 1 ? askWhich(context, slot, hits) : await askUnknown(context, slot, mention.query),
      );
  }
  return undefined;
}
