// "Add me to the Finance group": groups and distribution lists, adding and removing, for one or several people.

import type { GroupRead, PersonRead } from '../directory-reads.ts';
import { answerWith, ask, propose, type Recipe } from '../recipe.ts';
import { findItem, knowing } from '../slots/item.ts';
import { findSubjects } from '../slots/subject.ts';

const REMOVES =
  /\b(?:remove|take|drop|delete|leave|leaving|unsubscribe|kick|exclude|no longer (?:be )?(?:in|on|part))\b/i;
const MOST_PEOPLE = 10;

export const changeGroup: Recipe = async (cook) => {
  const group = await findItem(cook, 'group', { what: 'group or list', find: cook.reads.findGroups });
  if (group.type === 'stop') return group.proposal;
  // Words of the group's own name are no person's: "the Grace team".
  const wish = cook.wish.replace(group.value.name, ' ');
  const people = await findSubjects(
    { ...cook, wish },
    'Who should be added or removed? Please give the name or the e-mail address.',
  );
  if (people.type === 'stop') {
    const { proposal } = people;
    return proposal.type === 'question'
      ? { ...proposal, state: { ...proposal.state, ...knowing(group.value, 'group') } }
      : proposal;
  }
  if (people.value.length > MOST_PEOPLE) {
    return ask(
      cook,
      'person',
      `At most ${MOST_PEOPLE} people at a time, please. Who are the first ones?`,
      knowing(group.value, 'group'),
    );
  }
  const removes = REMOVES.test(cook.wish);
  const open = people.value.filter((person) => person.groupIds.includes(group.value.id) === removes);
  if (open.length === 0) return answerWith(cook, nothingToDo(people.value, group.value, removes));
  const names = open
    .map((person) => (person.id === cook.request.requester.id ? 'you' : person.name))
    .join(', ');
  const other = open.find((person) => person.id !== cook.request.requester.id);
  return propose(cook, {
    diagnosis: `${cook.request.requester.name} asks to ${removes ? 'remove' : 'add'} ${open.map((person) => person.name).join(', ')} ${removes ? 'from' : 'to'} ${group.value.name}, which has ${group.value.memberCount} members.`,
    evidence: people.value.map(
      (person) =>
        `${person.name} is ${person.groupIds.includes(group.value.id) ? 'a' : 'no'} member of ${group.value.name}`,
    ),
    steps: open.map((person) => ({
      tool: removes ? 'remove_group_member' : 'add_group_member',
      args: { group: group.value.id, person: person.id },
      why: removes ? 'They are a member now.' : 'They are not a member yet.',
    })),
    reply: removes
      ? `Done. ${capital(names)} ${open.length === 1 && !other ? 'are' : 'is'} no longer in ${group.value.name}.`
      : `Done. ${capital(names)} ${names === 'you' ? 'are' : open.length > 1 ? 'are' : 'is'} now in ${group.value.name}. It can take a few minutes to show everywhere.`,
    subject: open.length === 1 ? other?.id : undefined,
  });
};

function nothingToDo(people: readonly PersonRead[], group: GroupRead, removes: boolean): string {
  const names = people.map((person) => person.name).join(', ');
  return removes
    ? `${names}: not in ${group.name}, so there is nothing to remove.`
    : `${names}: in ${group.name} already, so there is nothing to do.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
