// Turns a name into one person of the directory. It never guesses: no hit or several become a question that names the
// candidates, and only an answer from the requester picks one of them.
import type { DirectoryPerson } from '../../ports/directory.ts';
import { handOff, isRequester, type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import { isCommonWord } from './slots/common-words.ts';
import { foldings } from './slots/foldings.ts';
import { type PersonMention, personMentions } from './slots/person-mentions.ts';
import { type Option, pickOption } from './slots/pick-option.ts';
import { aboutSelf, isJustMe } from './slots/self.ts';
import { tokensOf } from './slots/tokens.ts';
import { choices, personOption, quote } from './words.ts';

const HOW = 'Please answer with the e-mail address.';

/** The requester's own account. */
export async function requesterAccount(context: RecipeContext): Promise<Settled<DirectoryPerson>> {
  const { id, email, name } = context.request.requester;
  const found = id === undefined ? await byAddress(context, email) : await context.look.person(id);
  if (found && isRequester(context, found)) return settled(found);
  return stopped(handOff(context, `${name} (${email}) has no account in the directory.`));
}

/** Candidates for a mention; an address that only looks like one has none. */
export async function candidates(
  context: RecipeContext,
  mention: PersonMention,
): Promise<readonly DirectoryPerson[]> {
  if (mention.unreadable) return [];
  if (!mention.query.includes('@')) {
    const hits = await context.look.findPeople(mention.query);
    return hits.filter(({ name }) => hasName(name, mention.query));
  }
  const found = await byAddress(context, mention.query);
  return found ? [found] : [];
}

/** Whole words of the name, whatever the accents: "Dan" is not Dana, "Muller" may be Müller. */
function hasName(name: string, query: string): boolean {
  const parts = foldings(name).flatMap((folded) => folded.split(/[\s-]+/));
  return query
    .replace(/^(?:dr|mr|mrs|ms|miss|prof)\.?\s+/i, '')
    .split(/[\s-]+/)
    .every((word) => foldings(word).some((folded) => parts.includes(folded)));
}

async function byAddress(context: RecipeContext, address: string): Promise<DirectoryPerson | undefined> {
  const hits = await context.look.findPeople(address);
  return hits.find(({ email }) => email.toLowerCase() === address.toLowerCase());
}

const POINTS_BACK = /\b(?:him|her|them|his|their|she|he|they|both|everybody)\b/;

/** Names of the wish itself; those of other sentences only where it points back to somebody: "Nina is new. Please add her". */
export function wishedFor(
  mentions: readonly PersonMention[],
  { dialogue }: RecipeContext,
): readonly PersonMention[] {
  const { reading } = dialogue;
  // "Add me to Payroll. Nina asked me to help her": whom else the message names is not whom it is for.
  const forMe = reading.clauses.filter(({ mood, text }) => mood === 'wish' && aboutSelf(text) === 'explicit');
  if (forMe.length > 0) {
    const others = reading.clauses.filter(({ mood, plain }) => mood === 'wish' && POINTS_BACK.test(plain));
    const said = [...forMe, ...others.filter((clause) => !forMe.includes(clause))]
      .map(({ plain }) => plain)
      .join(' ');
    return mentions.filter(({ query }) => said.includes(query.toLowerCase()));
  }
  const wish = reading.wish.toLowerCase();
  if (wish === '' || POINTS_BACK.test(wish)) return mentions;
  return mentions.filter(({ query }) => wish.includes(query.toLowerCase()));
}

/** One person for one mention, with the earlier answer to this slot if there was one. */
export async function settleMention(
  context: RecipeContext,
  mention: PersonMention,
  slot: string,
): Promise<Settled<DirectoryPerson>> {
  const hits = await candidates(context, mention);
  const [only] = hits;
  if (only && hits.length === 1) return settled(only);
  const answered = await fromAnswer(context, slot);
  if (answered) return answered;
  return stopped(
    hits.length > 1 ? askWhich(context, slot, hits) : await askUnknown(context, slot, mention.query),
  );
}

/** What the answer to this slot's question says, or undefined if none came yet. */
export async function fromAnswer(
  context: RecipeContext,
  slot: string,
): Promise<Settled<DirectoryPerson> | undefined> {
  const answer = context.dialogue.answer(slot);
  if (!answer) return undefined;
  const picked = pickOption(answer.text, answer.options);
  const person = picked && (await context.look.person(picked.id));
  if (person) return settled(person);
  if (isJustMe(answer.text)) return requesterAccount(context);
  const mention = mentionIn(answer.text);
  if (!mention) return stopped(askWho(context, slot));
  const hits = await candidates(context, mention);
  const [only] = hits;
  if (only && hits.length === 1) return settled(only);
  return stopped(
    hits.length > 1 ? askWhich(context, slot, hits) : await askUnknown(context, slot, mention.query),
  );
}

/** The one name in an answer; a bare "dana reyes" counts. */
function mentionIn(text: string): PersonMention | undefined {
  const mentions = personMentions(text);
  const strong = mentions.filter(({ strength }) => strength === 'strong');
  const found = strong.length > 0 ? strong : mentions;
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const words = tokensOf(text)
    .filter(({ isWord, lower }) => isWord && !isCommonWord(lower))
    .map(({ text: word }) => word);
  if (words.length === 0 || words.length > 4) return undefined;
  return { query: words.join(' ').slice(0, 80), strength: 'strong', unreadable: false };
}

export function askWhich(context: RecipeContext, slot: string, people: readonly DirectoryPerson[]) {
  const options = people.map(personOption);
  return context.dialogue.ask(slot, `Who do you mean: ${choices(options)}? ${HOW}`, options);
}

export function askWho(context: RecipeContext, slot: string) {
  return context.dialogue.ask(slot, 'Who is this about? Please answer with a name or an e-mail address.');
}

/** Nobody of that name: people who share one of its words are offered, none is chosen. */
export async function askUnknown(context: RecipeContext, slot: string, query: string) {
  const options = query.includes('@') ? [] : await similar(context, query);
  const near = options.length > 0 ? ` Did you mean ${choices(options)}?` : '';
  return context.dialogue.ask(
    slot,
    `I could not find ${quote(query)} in the directory.${near} ${HOW}`,
    options,
  );
}

async function similar(context: RecipeContext, query: string): Promise<readonly Option[]> {
  const found = new Map<string, Option>();
  for (const word of query.split(/\s+/).slice(0, 3)) {
    if (word.length < 3) continue;
    for (const person of await context.look.findPeople(word)) found.set(person.id, personOption(person));
  }
  return [...found.values()].slice(0, 5);
}
