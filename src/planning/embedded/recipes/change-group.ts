// Adds people to groups and distribution lists or takes them out. Exactly the people and groups that were named; whoever is
// a member already, or is none, is left out of the plan and said so.
import type { DirectoryGroup, DirectoryPerson } from '../../../ports/directory.ts';
import {
  propose,
  type Recipe,
  type RecipeContext,
  type RecipeStep,
  type Settled,
  settled,
  stopped,
} from '../recipe.ts';
import { settlePeople } from '../settle-people.ts';
import { type FoundThings, settleThings } from '../settle-thing.ts';
import { type Direction, directionOf } from '../slots/direction.ts';
import { GROUP_SPEECH } from '../slots/speech.ts';
import { joinWords, upperFirst, who } from '../words.ts';

interface Change {
  readonly group: DirectoryGroup;
  readonly person: DirectoryPerson;
  readonly adds: boolean;
}

export const changeGroup: Recipe = {
  ticketType: 'access',
  uses: { reads: ['find_groups'], writes: ['add_group_member', 'remove_group_member'] },
  asks: {
    personal: true,
    deed: /\b(?:add|adding|added|include|included|invite|put|join|joining|enrol\w*|subscribe|unsubscribe|remove|removing|removed|delete|take|taken|drop|kick|leave|move|switch|transfer|access|need|needs|want|wants|give|grant|get|be (?:in|on|part of|a member)|belongs?|membership|member|let)\b/,
    notice:
      /\b(?:should be (?:in|on|part)|belongs? (?:in|on|to)|is (?:still )?missing (?:in|on|from)|not (?:yet )?(?:in|on|a member))\b/,
  },
  async plan(context) {
    const text = context.dialogue.opening;
    const groups = await settleThings(context, {
      kind: 'group',
      speech: GROUP_SPEECH,
      text,
      find: context.look.findGroups,
      detail: ({ kind }) => kind.replaceAll('_', ' '),
    });
    if (!groups.ok) return groups.proposal;
    const direction = settleDirection(context, text, groups.value);
    if (!direction.ok) return direction.proposal;
    const people = await settlePeople(context, groups.value.rest);
    if (!people.ok) return people.proposal;
    const changes = toChanges(groups.value, people.value, direction.value);
    return planChanges(context, changes);
  },
};

function settleDirection(
  context: RecipeContext,
  text: string,
  { things }: FoundThings<DirectoryGroup>,
): Settled<Direction> {
  const said = directionOf(text);
  const isSaid =
    said === 'move' ? things.every(({ direction }) => direction !== undefined) : said !== 'unclear';
  if (isSaid) return settled(said);
  const group = joinWords(
    things.map(({ thing }) => thing.name),
    'and',
  );
  const answer = context.dialogue.answer('direction');
  const answered = answer ? directionOf(answer.text) : 'unclear';
  if (answered === 'add' || answered === 'remove') return settled(answered);
  return stopped(
    context.dialogue.ask(
      'direction',
      `Should somebody be added to ${group} or removed from it? Please answer "add" or "remove".`,
    ),
  );
}

function toChanges(
  { things }: FoundThings<DirectoryGroup>,
  people: readonly DirectoryPerson[],
  direction: Direction,
): readonly Change[] {
  return things.flatMap(({ thing: group, direction: own }) =>
    people.map((person) => ({
      group,
      person,
      adds: direction === 'move' ? own !== 'remove' : direction === 'add',
    })),
  );
}

function planChanges(context: RecipeContext, changes: readonly Change[]) {
  const isThere = ({ group, person, adds }: Change) => person.groupIds.includes(group.id) === adds;
  const open = changes.filter((change) => !isThere(change));
  const settledAlready = changes.filter(isThere).map((change) => alreadySo(context, change));
  if (open.length === 0) {
    return {
      type: 'answer' as const,
      text: `Nothing has to change: ${settledAlready.join('; ')}.`,
      sources: [],
      ticketType: context.ticketType,
    };
  }
  const people = new Map(open.map(({ person }) => [person.id, person]));
  const [only] = people.values();
  const note =
    settledAlready.length > 0 ? ` Nothing had to change for the rest: ${settledAlready.join('; ')}.` : '';
  return propose(
    context,
    {
      diagnosis: `Membership asked for: ${joinWords(open.map(wish), 'and')}.${note}`,
      evidence: open.map(evidenceOf),
      steps: open.map(toStep),
      reply: `Done. ${outcomes(context, open)}.${note}`,
    },
    people.size === 1 ? only : undefined,
  );
}

/** "you are now a member of Payroll and Newsletter; Alex Petit is no longer a member of Finance". */
function outcomes(context: RecipeContext, changes: readonly Change[]): string {
  const grouped = new Map<string, string[]>();
  for (const { group, person, adds } of changes) {
    const name = who(context, person);
    const key = `${name} ${name === 'you' ? 'are' : 'is'} ${adds ? 'now' : 'no longer'} a member of`;
    grouped.set(key, [...(grouped.get(key) ?? []), group.name]);
  }
  return upperFirst([...grouped].map(([key, names]) => `${key} ${joinWords(names, 'and')}`).join('; '));
}

function alreadySo(context: RecipeContext, { group, person, adds }: Change): string {
  const name = who(context, person);
  const be = name === 'you' ? 'are' : 'is';
  return adds
    ? `${name} ${be} a member of ${group.name} already`
    : `${name} ${be} not a member of ${group.name}`;
}

function wish({ group, person, adds }: Change): string {
  return adds ? `${person.name} into ${group.name}` : `${person.name} out of ${group.name}`;
}

function evidenceOf({ group, person, adds }: Change): string {
  const kind = group.kind.replaceAll('_', ' ');
  return `${person.name} (${person.email}) is ${adds ? 'not ' : ''}a member of ${group.name}, a ${kind} group with ${group.memberCount} members.`;
}

function toStep({ group, person, adds }: Change): RecipeStep {
  return {
    tool: adds ? 'add_group_member' : 'remove_group_member',
    args: { group: group.id, person: person.id },
    why: adds ? `Asked to be in ${group.name}.` : `Asked to be out of ${group.name}.`,
  };
}
