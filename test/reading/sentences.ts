// The table of generated sentences: what can be asked of the shipped recipes, in plain words, and the ways in which people say that they
// do not ask for it. Made of parts, so that a new recipe is a row and a new way of speaking is a row.
import { DANA, MIA } from '../support/test-desk.ts';

interface Deed {
  readonly name: string;
  /** Imperatives without a name for whom, said of oneself. */
  readonly self: readonly string[];
  /** Imperatives about somebody: `{who}` is a name. */
  readonly other: readonly string[];
  /** The deed as a gerund, for "stop …", "thanks for …". */
  readonly doing: readonly string[];
  /** The deed as a noun, for "the … worked". */
  readonly noun: readonly string[];
  /** What the plan's sentences say where it is asked for, by whom it is about. */
  readonly allow: (name: string) => RegExp;
}

export interface Sentence {
  readonly text: string;
  readonly from: string;
  readonly allow?: RegExp | undefined;
}

export interface Way {
  readonly name: string;
  /** Share of the rows in which the wish is recognised, at least. */
  readonly recognised?: number;
  /** Outcomes that no row may have. */
  readonly never?: readonly string[];
  readonly make: (deed: Deed) => readonly Sentence[];
}

const any = (...words: string[]) => new RegExp(words.join('|'), 'i');
const group = (name: string) => (who: string) => any(`${who}.*${name}`);

export const DEEDS: readonly Deed[] = [
  {
    name: 'password',
    self: [
      'reset my password',
      'give me a new password',
      'change my windows password',
      'reset my login password',
      'set a new password for my account',
    ],
    other: [
      'reset the password of {who}',
      "reset {who}'s password",
      'give {who} a new password',
      'change the password for {who}',
    ],
    doing: ['resetting my password', 'changing my password'],
    noun: ['password reset', 'new password', 'pw reset'],
    allow: (who) => any(`password of ${who}`, `account of ${who}`),
  },
  {
    name: 'unlock',
    self: ['unlock my account', 'unblock my account', 'unlock my login'],
    other: ['unlock the account of {who}', "unlock {who}'s account", 'unblock {who}'],
    doing: ['unlocking my account', 'unblocking my account'],
    noun: ['account unlock', 'unlocking of my account'],
    allow: (who) => any(`account of ${who}`, `password of ${who}`),
  },
  {
    name: 'mfa',
    self: [
      'reset my MFA',
      'reset my authenticator',
      'set up my authenticator on my new phone',
      'clear my two-factor registration',
    ],
    other: ["reset {who}'s MFA", 'reset the MFA of {who}', 'clear the authenticator of {who}'],
    doing: ['resetting my MFA', 'removing my authenticator'],
    noun: ['MFA reset', 'authenticator reset'],
    allow: (who) => any(`${who}`),
  },
  {
    name: 'group in',
    self: [
      'add me to the Newsletter group',
      'put me on the Newsletter list',
      'add me to Treatment Rooms',
      'include me in the Newsletter distribution list',
    ],
    other: [
      'add {who} to the Newsletter group',
      'put {who} on the Newsletter list',
      'add {who} to Newsletter',
    ],
    doing: ['adding me to the Newsletter group', 'putting me on the Newsletter list'],
    noun: ['Newsletter group membership', 'membership of the Newsletter group'],
    allow: (who) => any(`${who}.*(?:newsletter|treatment rooms)`),
  },
  {
    name: 'group out',
    self: [
      'remove me from the All Staff list',
      'take me off the All Staff list',
      'take me out of All Staff',
      'unsubscribe me from the All Staff list',
    ],
    other: ['remove {who} from the All Staff list', 'take {who} off the All Staff list'],
    doing: ['removing me from the All Staff list', 'taking me off the All Staff list'],
    noun: ['removal from the All Staff list'],
    allow: group('all staff'),
  },
  {
    name: 'app',
    self: [
      'give me access to Ledger',
      'grant me access to Team Planner',
      'assign me a Team Planner licence',
      'get me access to Team Planner',
    ],
    other: [
      'give {who} access to Team Planner',
      'grant {who} access to Team Planner',
      'assign {who} a Team Planner licence',
    ],
    doing: ['giving me access to Team Planner', 'assigning me a Team Planner licence'],
    noun: ['Team Planner access', 'Team Planner licence'],
    allow: (who) => any(`${who}.*(?:ledger|planner)`, `(?:ledger|planner).*${who}`),
  },
  {
    name: 'install',
    self: [
      'install Zoom on my laptop',
      'install PDF Reader on my laptop',
      'put Zoom on my laptop',
      'install the VPN Client on my computer',
    ],
    other: ['install Zoom on the laptop of {who}', "install PDF Reader on {who}'s laptop"],
    doing: ['installing Zoom on my laptop', 'installing PDF Reader'],
    noun: ['Zoom installation', 'installation of Zoom'],
    allow: () => any('install'),
  },
  {
    name: 'printer',
    self: [
      'restart the print spooler of PRN-LYON-1',
      'fix the stuck printer PRN-LYON-1',
      'restart the queue of printer PRN-LYON-2',
      'clear the print queue of PRN-LYON-1',
    ],
    other: [],
    doing: ['restarting the printer PRN-LYON-1', 'fixing the printer PRN-LYON-1'],
    noun: ['restart of the printer PRN-LYON-1', 'printer PRN-LYON-1 restart'],
    allow: () => any('spooler', 'print'),
  },
  {
    name: 'offboard',
    self: [],
    other: [
      'offboard {who} now',
      'disable the account of {who} now',
      'deactivate {who} now, last day is today',
      'remove all access of {who} immediately, they left the company',
    ],
    doing: ['offboarding Sam Ortiz', 'disabling the account of Sam Ortiz'],
    noun: ['offboarding of Sam Ortiz'],
    allow: (who) => any(who),
  },
  {
    name: 'onboard',
    self: [
      'create an account for Ana Silva, new hygienist, manager Mia Fontaine, starts tomorrow',
      'onboard Ana Silva as dental assistant from tomorrow, manager Mia Fontaine',
      'set up a new employee: Ana Silva, receptionist, starts tomorrow, manager is Mia Fontaine',
    ],
    other: [],
    doing: ['creating an account for Ana Silva', 'onboarding Ana Silva'],
    noun: ['onboarding of Ana Silva'],
    allow: () => any('ana silva'),
  },
];

const NAMES = ['Nina Roux', 'Erin Cole', 'Claire Dubois', 'Sam Ortiz'];
const GREETINGS = ['', 'Hi, ', 'Good morning, ', 'hello team, '];
const POLITE = ['please ', 'can you ', 'could you please ', 'Please '];
const typo = (text: string) =>
  text
    .replace('password', 'pasword')
    .replace('account', 'acount')
    .replace('printer', 'pinter')
    .replace('group', 'gruop');
const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const fromDana = (text: string): Sentence => ({ text, from: DANA });
/** Every imperative of a deed with whom it is about. */
function imperatives(deed: Deed): readonly (Sentence & { readonly text: string })[] {
  return [
    ...deed.self.map((text) => ({ text, from: DANA, allow: deed.allow('dana reyes') })),
    ...deed.other.flatMap((text) =>
      NAMES.map((who) => ({
        text: text.replace('{who}', who),
        from: MIA,
        allow: deed.allow(who.toLowerCase()),
      })),
    ),
  ];
}
const wishes = (change: (text: string) => readonly string[]) => (deed: Deed) =>
  imperatives(deed).flatMap((row) => change(row.text).map((text) => ({ ...row, text })));
/** Nothing of it may happen. */
const none = (change: (text: string) => readonly string[]) => (deed: Deed) =>
  imperatives(deed).flatMap(({ text, from }) => change(text).map((said) => ({ text: said, from })));
const nouns = (change: (noun: string, doing: string) => readonly string[]) => (deed: Deed) =>
  deed.noun.flatMap((noun) => deed.doing.flatMap((doing) => change(noun, doing))).map(fromDana);

export const WAYS: readonly Way[] = [
  {
    name: 'plain',
    recognised: 0.95,
    make: wishes((text) => GREETINGS.flatMap((hi) => POLITE.map((please) => `${hi}${please}${text}`))),
  },
  {
    name: 'imperative',
    recognised: 0.95,
    make: wishes((text) => [
      upper(text),
      `${text}.`,
      `${text} please`,
      `${text}, thanks`,
      `${text} asap`,
      `i need you to ${text}`,
      `Could someone ${text}?`,
      `would you mind to ${text}`,
      `I would be grateful if you could ${text}`,
      `It would be great if someone could ${text}`,
    ]),
  },
  {
    name: 'lower case',
    recognised: 0.9,
    make: wishes((text) => [`pls ${text.toLowerCase()}`, `hey can u ${text.toLowerCase()} thx`]),
  },
  { name: 'with a typing error', recognised: 0.8, make: wishes((text) => [`please ${typo(text)}`]) },
  {
    name: 'for somebody who is not in the directory',
    never: ['auto', 'approval_needed', 'confirm'],
    make: (deed) =>
      (deed.name === 'offboard' ? [] : deed.other).flatMap((text) =>
        ['Zoltan Unknown', 'my neighbour Zoltan', 'zoltan'].map((who) => ({
          text: `please ${text.replace('{who}', who)}`,
          from: MIA,
        })),
      ),
  },
  {
    name: 'denied',
    make: none((text) => [
      `do not ${text}`,
      `please don't ${text}`,
      `Please do not ${text}, it works again`,
      `no need to ${text}`,
      `you don't have to ${text}`,
      `never ${text}`,
      `I do not want you to ${text}`,
      `please don’t ${text} yet`,
      `Don't ${text} please`,
      `I never asked to ${text}`,
    ]),
  },
  {
    name: 'stopped',
    make: nouns((noun, doing) => [
      `stop ${doing}`,
      `please stop ${doing}`,
      `no ${noun} please`,
      `cancel the ${noun}`,
      `I don't want a ${noun}`,
      `I dont need the ${noun} any more`,
      `no ${noun} needed`,
      `we can skip the ${noun}`,
    ]),
  },
  {
    name: 'thanked',
    make: nouns((noun, doing) => [
      `Thanks for ${doing}`,
      `thank you for ${doing} so quickly`,
      `Thanks, the ${noun} worked`,
      `Great, the ${noun} worked, thanks!`,
      `Many thanks for the ${noun}`,
      `the ${noun} went fine`,
    ]),
  },
  {
    name: 'asked about',
    make: none((text) => [
      `how do I ${text}?`,
      `who can ${text}?`,
      `what happens when you ${text}?`,
      `Is it true that you can ${text}?`,
      `can you tell me how to ${text}`,
      `why did you ${text}?`,
      `did you ${text}?`,
      `do you have to ${text}?`,
      `when will you ${text}?`,
      `what does it cost to ${text}`,
      `are you able to tell me who may ${text}`,
    ]),
  },
  {
    name: 'of the past',
    make: nouns((noun, doing) => [
      `Tina did the ${noun} yesterday`,
      `the ${noun} was done last week`,
      `I had a ${noun} last year`,
      `${upper(doing)} took five minutes last month`,
      `FYI the ${noun} has been done already`,
    ]),
  },
  {
    name: 'supposed',
    make: none((text) => [
      `if I ever need it, you can ${text}`,
      `In case I forget, ${text}`,
      `if I asked you to ${text}, how long would it take?`,
      `Suppose I wanted you to ${text}`,
      `what if you ${text}`,
      `Once I am back from holidays you may ${text}`,
    ]),
  },
  {
    name: 'taken back in the same message',
    make: none((text) => [
      `please ${text}. Never mind, it works again`,
      `Please ${text}. Sorry, false alarm.`,
      `please ${text}... nvm, solved it`,
      `Can you ${text}? Forget it, not needed any more`,
      `please ${text}. Wait, no longer needed`,
    ]),
  },
  {
    name: 'refused in the next sentence',
    make: none((text) => [
      `Please ${text}. No, don't.`,
      `Please ${text}. Hold off please.`,
      `please ${text}. Do not do it yet.`,
      `Please ${text}. I'd rather not after all.`,
      `please ${text}... no, wait. Not now.`,
    ]),
  },
  {
    name: 'on a condition',
    never: ['auto'],
    make: wishes((text) => [
      `Please ${text}, but only if Mia agrees`,
      `please ${text} if it is not too late for that and my boss agrees`,
      `Please ${text} unless Alex objects`,
    ]),
  },
  {
    name: 'in front of more than is read',
    never: ['auto'],
    make: wishes((text) => [`Please ${text}. ${'This is a long story about our day. '.repeat(400)}`]),
  },
  {
    name: 'taken back a long way behind',
    make: none((text) => [
      `Please ${text}. ${'This is a long story about our day. '.repeat(130)}Never mind, it works again.`,
    ]),
  },
  {
    name: 'told by others',
    make: none((text) => [
      `My manager said you ${text} for everybody`,
      `I got a mail that says you will ${text}`,
      `the poster in the kitchen says: ${text}`,
      `Tina told me that you ${text}`,
      `I read that one should ask you to ${text}`,
    ]),
  },
  {
    name: 'with a bystander',
    recognised: 0.9,
    make: (deed) =>
      deed.self
        .flatMap((text) => [
          `please ${text}. Alex Petit said you are quick`,
          `Please ${text}. Thanks to Alex Petit for the tip`,
          `please ${text}, Alex Petit has it already`,
        ])
        .map((text) => ({ text, from: DANA, allow: deed.allow('dana reyes') })),
  },
  {
    name: 'of another system',
    make: (deed) =>
      (deed.name === 'password' || deed.name === 'unlock'
        ? [
            'Facebook',
            'the alarm panel',
            'my private mail',
            'the billing website',
            'the wifi',
            'my bank',
            'the supplier portal',
            'the door',
            'my son’s school',
            'Netflix',
            'a kiosk',
            'my tablet',
          ].flatMap((place) => [
            `please reset the password of ${place}`,
            `I forgot the password for ${place}`,
            `I am locked out of ${place}`,
            `my password for ${place} does not work`,
            `unlock my account at ${place} please`,
          ])
        : []
      ).map(fromDana),
  },
];

export function sentencesOf(way: Way): readonly Sentence[] {
  const made = DEEDS.flatMap((deed) => way.make(deed));
  return made.filter(({ text }, at) => made.findIndex((other) => other.text === text) === at);
}
