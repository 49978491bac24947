// Creates the account of a new colleague on their first day. What is missing is asked for in one question; the temporary
// password goes to the manager, never to the new person and never into a message.

import { localText } from '../../../lib/local-time.ts';
import type { DirectoryPerson } from '../../../ports/directory.ts';
import {
  handOff,
  isRequester,
  propose,
  type Recipe,
  type RecipeContext,
  type RecipeStep,
  type Settled,
  settled,
  stopped,
} from '../recipe.ts';
import { requesterAccount, settleMention } from '../settle-person.ts';
import { questionFor } from '../settle-when.ts';
import { isCommonWord } from '../slots/common-words.ts';
import { emailAddresses } from '../slots/email-addresses.ts';
import { jobTitle, mailName, managerOf, newHireName, titleInAnswer } from '../slots/new-hire.ts';
import { personMentions } from '../slots/person-mentions.ts';
import { isJustMe } from '../slots/self.ts';
import { findWhen } from '../slots/when.ts';
import { joinWords, upperFirst } from '../words.ts';

/** Accounts are ready when the working day starts. */
const START_OF_DAY = 8;
const SLOT = 'new_hire';

interface NewHire {
  readonly name: string;
  readonly email: string;
  readonly title: string | undefined;
  readonly manager: DirectoryPerson;
  /** False: nobody was named, and it is whoever asks. */
  readonly isManagerSaid: boolean;
  /** Milliseconds since 1970 UTC; undefined: at once. */
  readonly start: number | undefined;
}

export const onboard: Recipe = {
  ticketType: 'onboarding',
  uses: {
    reads: ['find_groups', 'find_licences', 'find_apps'],
    writes: ['create_user', 'add_group_member', 'assign_app', 'assign_licence'],
  },
  asks: {
    deed: /\b(?:onboard\w*|on-board\w*|create|set ?up|add|accounts?|new|prepare|make|arrange|need|needs|want|get|give|starter|hire|joiner)\b/,
    notice:
      /\b(?:starts?|starting|joins?|joining|new (?:\w+ ){0,2}(?:hire|starter|joiner|colleague|employee|intern|assistant|nurse|hygienist|dentist|receptionist|paralegal|associate|trainee|temp|worker|member|person)|first day|begins?|onboarding|hired|coming on board|on board)\b/,
  },
  async plan(context) {
    const hire = await settleHire(context);
    if (!hire.ok) return hire.proposal;
    const clash = await existing(context, hire.value);
    if (clash) return handOff(context, clash);
    return planHire(context, hire.value);
  },
};

async function settleHire(context: RecipeContext): Promise<Settled<NewHire>> {
  const { opening, answer } = context.dialogue;
  const replies = [answer(SLOT)?.text ?? '', answer('when')?.text ?? ''].filter((text) => text !== '');
  const text = [opening, ...replies].join('\n');
  const reply = answer(SLOT)?.text;
  const name = newHireName(text) ?? (reply === undefined ? undefined : nameIn(reply));
  const title = jobTitle(text) ?? (reply === undefined ? undefined : titleInAnswer(reply, name));
  const start = findWhen(replies.length > 0 ? whenText(replies, opening) : opening, rules(context));
  if (name !== undefined && (await isThing(context, name)))
    return stopped(
      handOff(context, `${name} is no person: it is one of the client's applications or groups.`),
    );
  const manager = await settleManager(context, text, name);
  if (!manager.ok) return manager;
  // Only what an account cannot do without is worth a question; the rest is asked for in the same breath.
  const isAsked = name === undefined || start.type === 'none';
  const open = [
    ...(name === undefined ? ['the full name'] : []),
    ...(title === undefined ? ['the job title'] : []),
    ...(start.type === 'none' ? ['the start date'] : []),
    ...(manager.value === undefined ? ['the manager (name or e-mail address, or "me")'] : []),
  ];
  if (start.type !== 'none' && start.type !== 'at' && start.type !== 'now') {
    const who = name ?? 'the new colleague';
    return stopped(context.dialogue.ask('when', `On which day does ${who} start? ${questionFor(start, '')}`));
  }
  if (isAsked) {
    const what = joinWords(open, 'and');
    return stopped(
      context.dialogue.ask(
        SLOT,
        `To set up the account of ${name ?? 'your new colleague'} I still need ${what}. Please answer in one message.`,
      ),
    );
  }
  const inCharge = manager.value === undefined ? await requesterAccount(context) : settled(manager.value);
  if (!inCharge.ok) return inCharge;
  const email = addressOf(context, text, name);
  if (email === undefined) {
    return stopped(
      handOff(context, `No address can be derived from the name ${name}; somebody has to choose one.`),
    );
  }
  return settled({
    name,
    email,
    title,
    manager: inCharge.value,
    isManagerSaid: manager.value !== undefined,
    start: start.type === 'at' ? start.at : undefined,
  });
}

/** "Access to Patient Records starting today" is about no new colleague of that name. */
async function isThing({ look }: RecipeContext, name: string): Promise<boolean> {
  const things = [
    ...(await look.findApps(name)),
    ...(await look.findGroups(name)),
    ...(await look.findLicences(name)),
  ];
  return things.some((thing) => thing.name.toLowerCase() === name.toLowerCase());
}

function rules({ request: { now, timeZone } }: RecipeContext) {
  return { now, timeZone, defaultHour: START_OF_DAY };
}

/** The latest answer that names a day, else the first message. */
function whenText(replies: readonly string[], opening: string): string {
  const dated = replies.findLast((text) => /\d|day\b|tomorrow|today|week|month|now|asap/i.test(text));
  return dated ?? opening;
}

/** An answer that is a bare name: "Priya Nair, ...". */
function nameIn(reply: string): string | undefined {
  const words = (reply.split(/[,;\n]/)[0] ?? '').trim().split(/\s+/);
  const isName = words.every(
    (word) => /^\p{L}[\p{L}\p{M}'-]*$/u.test(word) && !isCommonWord(word.toLowerCase()),
  );
  if (!isName || words.length < 2 || words.length > 4) return undefined;
  return words.map(upperFirst).join(' ').slice(0, 100);
}

/** Undefined: not said yet. */
async function settleManager(
  context: RecipeContext,
  text: string,
  hire: string | undefined,
): Promise<Settled<DirectoryPerson | undefined>> {
  const said = managerOf(text);
  const reply = context.dialogue.answer(SLOT)?.text ?? '';
  const named = said.type === 'named' && said.query !== hire ? said.query : undefined;
  if (named !== undefined) {
    return settleMention(context, { query: named, strength: 'strong', unreadable: false }, 'manager');
  }
  const meant = said.type === 'requester' || reply.split(/[,;\n]/).some((piece) => isJustMe(piece));
  if (meant) return requesterAccount(context);
  const mention = personMentions(reply).find(({ query }) => query !== hire && !isOwnPart(query, hire));
  if (mention && reply !== '') return settleMention(context, mention, 'manager');
  return settled(undefined);
}

function isOwnPart(query: string, hire: string | undefined): boolean {
  return hire?.toLowerCase().includes(query.toLowerCase()) === true;
}

/** The address that was given at the requester's own domain, else first.last there. */
function addressOf({ request }: RecipeContext, text: string, name: string): string | undefined {
  const domain = request.requester.email.toLowerCase().split('@')[1] ?? '';
  const local = mailName(name);
  const given = emailAddresses(text).find(({ address }) => {
    const first = name.toLowerCase().split(/\s+/)[0] ?? '';
    return address?.endsWith(`@${domain}`) === true && address.includes(first.slice(0, 3));
  });
  return given?.address ?? (local === undefined ? undefined : `${local}@${domain}`);
}

/** Why the account cannot simply be created, if it cannot. */
async function existing({ look }: RecipeContext, { name, email }: NewHire): Promise<string | undefined> {
  const [sameAddress] = await look.findPeople(email);
  if (sameAddress)
    return `${email} belongs to ${sameAddress.name} already; somebody has to choose an address for ${name}.`;
  const sameName = (await look.findPeople(name)).find(
    (person) => person.name.toLowerCase() === name.toLowerCase(),
  );
  return (
    sameName &&
    `There is an account of ${sameName.name} (${sameName.email}) already; it may be the same person.`
  );
}

function planHire(context: RecipeContext, { name, email, title, manager, isManagerSaid, start }: NewHire) {
  const time = start === undefined ? 'now' : `on ${localText(start, context.request.timeZone)}`;
  const step: RecipeStep = {
    tool: 'create_user',
    args: { email, name, ...(title === undefined ? {} : { title }), manager: manager.id },
    why: `${name} starts and has no account.`,
    deliverTo: manager.id,
    ...(start === undefined ? {} : { notBefore: start }),
  };
  const reader = isRequester(context, manager)
    ? 'Press [Show temporary password]'
    : `${manager.name} opens the temporary password with [Show temporary password]`;
  return propose(context, {
    diagnosis: `New colleague: ${name}${title === undefined ? '' : `, ${title}`}, manager ${manager.name}. The account ${email} is created ${time}.`,
    evidence: [
      `No account has the address ${email} or the name ${name}.`,
      `Manager: ${manager.name} (${manager.email})${isManagerSaid ? '' : ', who asks; nobody was named'}.`,
      ...(title === undefined ? ['No job title was given.'] : []),
      'Groups, applications and licences are not part of this plan: they can be given once the account exists.',
    ],
    steps: [step],
    reply: `Done. The account of ${name} is created: ${email}. ${reader}; it is shown once, within 15 minutes, and ${name} chooses their own at the first sign-in. Ask here for the groups, applications and licences that ${name} needs.`,
  });
}
