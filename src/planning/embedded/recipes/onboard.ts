// A new colleague: the account on the first day, with the groups that were named. The temporary password goes to whoever asks.
import { ask, type Cook, filled, propose, type Recipe, type Slot, stop } from '../recipe.ts';
import { findMentions, foldWord } from '../slots/mentions.ts';
import { findWhen } from '../slots/when.ts';

const FIRST_HOUR = 8;
const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:van|von|de|der|da|del|la|le|di|bin|al)\s+)*\p{Lu}[\p{L}'’-]+){1,3}`;
const PATTERNS = [
  new RegExp(String.raw`(?:named|called|name is|name:|name)\s+(${NAME})`, 'u'),
  new RegExp(
    String.raw`(?:onboard|account for|hire|starter|employee|colleague|joiner|welcome|for)[:,]?\s+(${NAME})`,
    'iu',
  ),
  new RegExp(String.raw`(${NAME})\s+(?:is|will|joins?|starts?|begins?|is starting|is joining)\b`, 'u'),
];
const TITLE =
  /\b(?:as|position|title|role)[:\s]+(?:an?\s+|our\s+|the\s+)?([\p{L}][\p{L} -]{2,40}?)(?=[.,;]|\s+(?:on|from|in|next|starting|and|with|for|at)\b|$)/iu;

export const onboard: Recipe = async (cook) => {
  const name = findName(cook);
  if (name.type === 'stop') return name.proposal;
  const start = findStart(cook, name.value);
  if (start.type === 'stop') return start.proposal;
  const email = emailOf(cook, name.value);
  const [taken] = await cook.reads.findPeople(email);
  if (taken) {
    const known = { name: name.value };
    return ask(
      cook,
      'name',
      `${email} belongs to ${taken.name} already. What is the new colleague's full name, or which address should they get?`,
      known,
    );
  }
  const groups = (await findMentions(cook.wish, cook.reads.findGroups)).flatMap((mention) =>
    mention.hits.length === 1 ? mention.hits : [],
  );
  const title = TITLE.exec(cook.wish)?.[1]?.trim();
  const manager = cook.request.requester.id;
  const later =
    groups.length > 0
      ? ` Afterwards they are to be added to ${groups.map((group) => group.name).join(', ')}; ask for that once the account is there.`
      : '';
  return propose(cook, {
    diagnosis: `${cook.request.requester.name} announces a new colleague, ${name.value}${title ? `, ${title}` : ''}. The address ${email} is free.${later}`,
    evidence: [`No account with the address ${email} exists`],
    steps: [
      {
        tool: 'create_user',
        args: { email, name: name.value, ...(title ? { title } : {}), ...(manager ? { manager } : {}) },
        why: 'A new colleague starts.',
        ...(start.value === undefined ? {} : { notBefore: start.value }),
        ...(manager ? { deliverTo: manager } : {}),
      },
    ],
    reply: `Done. The account ${email} for ${name.value} is ready. Press [Show temporary password]; it is shown once, within 15 minutes. ${name.value} chooses their own at the first sign-in.${later}`,
  });
};

function findName(cook: Cook): Slot<string> {
  if (cook.state.slot === 'name' && cook.answer !== undefined) {
    const typed = cook.answer.replace(/\s+/g, ' ').trim();
    const found =
      new RegExp(NAME, 'u').exec(typed)?.[0] ??
      (/^[\p{L}'’-]+( [\p{L}'’-]+){1,3}$/u.test(typed) ? typed : undefined);
    if (found) return filled(found);
    return stop(ask(cook, 'name', "What is the new colleague's first and last name?"));
  }
  if (typeof cook.state.name === 'string') return filled(cook.state.name);
  for (const pattern of PATTERNS) {
    const found = pattern.exec(cook.wish)?.[1];
    if (found) return filled(found);
  }
  return stop(ask(cook, 'name', "What is the new colleague's first and last name?"));
}

/** Undefined: at once. */
function findStart(cook: Cook, name: string): Slot<number | undefined> {
  const { now, timeZone } = cook.request;
  const text = cook.state.slot === 'start' ? (cook.answer ?? '') : cook.wish;
  const when = findWhen(text, { now, timeZone, hour: FIRST_HOUR });
  if (when.type === 'past')
    return stop(ask(cook, 'start', 'That day is over. On which day do they start?', { name }));
  if (when.type === 'at') return filled(when.at);
  if (cook.state.slot === 'start' || /\b(?:today|now|immediately|asap|already)\b/i.test(text))
    return filled(undefined);
  return stop(ask(cook, 'start', `On which day does ${name} start?`, { name }));
}

/** first.last at the requester's own domain, as everybody else there. */
function emailOf(cook: Cook, name: string): string {
  const domain = cook.request.requester.email.split('@')[1] ?? '';
  const given = new RegExp(String.raw`\b[a-z0-9._-]+@${domain.replaceAll('.', String.raw`\.`)}\b`, 'i').exec(
    [cook.wish, cook.answer].join(' '),
  )?.[0];
  if (given && given.toLowerCase() !== cook.request.requester.email.toLowerCase()) return given.toLowerCase();
  const words = foldWord(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return `${words[0] ?? 'new'}.${words.slice(1).join('')}@${domain}`;
}
