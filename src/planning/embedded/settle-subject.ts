// Whom a request acts on: its writer, or exactly one person that it names. Where both are possible it asks.
import type { DirectoryPerson } from '../../ports/directory.ts';
import { isRequester, type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
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
import { aboutSelf } from './slots/self.ts';

const SLOT = 'person';

export interface SubjectRules {
  /** The message without names of groups, products and devices. */
  readonly text: string;
  /** Nobody named means the requester; else it is asked. */
  readonly defaultsToSelf: boolean;
}

export async function settleSubject(
  context: RecipeContext,
  { text, defaultsToSelf }: SubjectRules,
): Promise<Settled<DirectoryPerson>> {
  const answered = await fromAnswer(context, SLOT);
  if (answered) return answered;
  const mentions = wishedFor(personMentions(text), context);
  const self = aboutSelf(text);
  const strong = await settleAll(
    context,
    mentions.filter(({ strength }) => strength === 'strong'),
  );
  if (!strong.ok) return strong;
  const others = strong.value.filter((person) => !isRequester(context, person));
  const [other] = others;
  if (others.length > 1) return stopped(askWhich(context, SLOT, others));
  const requester = await requesterAccount(context);
  if (other) {
    // "my password" and somebody's name in one message: either could be meant.
    if (self !== 'explicit') return settled(other);
    return requester.ok ? stopped(askWhich(context, SLOT, [requester.value, other])) : settled(other);
  }
  if (self === 'explicit' || strong.value.length > 0) return requester;
  const weak = await weakly(
    context,
    mentions.filter(({ strength }) => strength === 'weak'),
  );
  if (weak) return weak;
  return self === 'somebody_else' || !defaultsToSelf ? stopped(askWho(context, SLOT)) : requester;
}

async function settleAll(
  context: RecipeContext,
  mentions: readonly PersonMention[],
): Promise<Settled<readonly DirectoryPerson[]>> {
  const people = new Map<string, DirectoryPerson>();
  for (const mention of mentions) {
    const person = await settleMention(context, mention, SLOT);
    if (!person.ok) return person;
    people.set(person.value.id, person.value);
  }
  return settled([...people.values()]);
}

/** Names that merely stand there: one that is found decides, several are asked about, an unknown one is asked about. */
async function weakly(
  context: RecipeContext,
  mentions: readonly PersonMention[],
): Promise<Settled<DirectoryPerson> | undefined> {
  const found = new Map<string, DirectoryPerson>();
  for (const mention of mentions) {
    for (const person of await candidates(context, mention)) found.set(person.id, person);
  }
  const people = [...found.values()];
  const [only] = people;
  if (only && people.length === 1) return settled(only);
  if (people.length > 1) return stopped(askWhich(context, SLOT, people));
  const [unknown] = mentions;
  return unknown && stopped(await askUnknown(context, SLOT, unknown.query));
}
