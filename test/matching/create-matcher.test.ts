import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import type { Trigger } from '../../src/matching/matcher.ts';
import { readTriggers } from './fixtures.ts';

const password: Trigger = {
  id: 'pw',
  title: 'Reset password',
  trigger: 'When someone forgot their password',
};
const group: Trigger = {
  id: 'group',
  title: 'Group access',
  trigger: 'When someone asks to be added to a group, or to be removed from one',
};
const custom: readonly Trigger[] = [
  password,
  group,
  { id: 'mailbox', title: 'Shared mailbox', trigger: 'When a shared mailbox is requested' },
  { id: 'drone', title: 'Drone calibration', trigger: 'When a drone needs calibrating' },
  { id: 'door', title: 'Badge reader', trigger: 'When a badge reader at a door is offline' },
  { id: 'dentrix', title: 'Dentrix slow', trigger: 'When Dentrix or Eaglesoft is slow or crashes' },
  {
    id: 'quarantine',
    title: 'Quarantined mail',
    trigger: 'When someone asks to release an e-mail from quarantine',
  },
  { id: 'cert', title: 'Certificates', trigger: 'When a web certificate is about to expire' },
  { id: 'backup', title: 'Backup failed', trigger: 'When a backup job reports a failure' },
  { id: 'laptop', title: 'Order a laptop', trigger: 'When an employee asks for a new laptop' },
];

function ids(text: string, triggers: readonly Trigger[] = custom, client?: string): readonly string[] {
  return createMatcher(triggers)
    .match(text, client)
    .matches.map((match) => match.id);
}

describe('triggers in an admin’s own words', () => {
  test.each([
    { name: 'named outright', text: 'Can we get a shared mailbox for the events team?', want: ['mailbox'] },
    { name: 'no word in the lexicon', text: 'please calibrate the drone', want: ['drone'] },
    { name: 'several plain words', text: 'door badge reader is dead', want: ['door'] },
    { name: 'a product name', text: 'eaglesoft crashed again', want: ['dentrix'] },
    { name: 'synonyms', text: 'our ssl cert expires on Friday', want: ['cert'] },
    { name: 'a vendor', text: 'Veeam backup failed for SRV2', want: ['backup'] },
    {
      name: 'a typo of a trigger word',
      text: 'release a mail from the quarantne please',
      want: ['quarantine'],
    },
    { name: 'a typo of a known word', text: 'I forgott my pasword', want: ['pw'] },
    { name: 'half of the words is not enough', text: 'my mailbox is full', want: [] },
    { name: 'the other half neither', text: 'shared drive', want: [] },
    { name: 'nothing in common', text: 'the coffee machine is broken', want: [] },
    { name: 'only filler', text: 'can you please help me with this', want: [] },
    { name: 'empty', text: '', want: [] },
  ])('$name', ({ text, want }) => {
    expect(ids(text)).toEqual(want);
  });
});

describe('words that only look like a situation', () => {
  const twelve = readTriggers('plain');
  test.each([
    'Forgot the password of a PDF file I got from our auditor',
    'The excel sheet is locked by another user',
    'need a wireless mouse',
    'replace laptop battery, lock broken',
    'suspicious mail received, please look',
    'my bank account has been locked after wrong pin',
    'we are leaving for lunch now',
    'add milk to the shopping list',
    'status of my loan application',
    'computer locks itself after two minutes',
    'please remind me in 30 minutes',
    'can you raise a ticket for me',
  ])('%s', (text) => {
    expect(ids(text, twelve)).toEqual([]);
  });
});

describe('several workflows', () => {
  test('two situations in one message both apply, a detail of a larger one does not', () => {
    const twelve = readTriggers('plain');
    expect([...ids('I forgot my password. Also please add me to the Finance group', twelve)].sort()).toEqual([
      'group_membership',
      'reset_password',
    ]);
    expect(ids('New starter on Monday, she needs a Visio licence and the Finance group', twelve)).toEqual([
      'onboard_user',
    ]);
  });

  test('two guides for the same situation both apply', () => {
    expect(
      [
        ...ids('I forgot my password', [password, { ...password, id: 'pw2', title: 'Reset passwords' }]),
      ].sort(),
    ).toEqual(['pw', 'pw2']);
  });

  test('the workflow that has the situation in its title goes before one that only mentions it', () => {
    const mentions = { ...password, trigger: 'When someone forgot their password or is locked out' };
    const lock = { id: 'lock', title: 'Lockouts', trigger: 'When sign-in trouble of that kind is reported' };
    expect(ids('I am locked out', [mentions])).toEqual(['pw']);
    expect(ids('my profile got blocked', [mentions, lock])).toEqual(['lock']);
  });

  test('what a trigger rules out is not matched', () => {
    const triggers = [
      {
        id: 'lock',
        title: 'Locked out',
        trigger: 'When an account is locked (not when the password was forgotten)',
      },
    ];
    expect(ids('my account is locked', triggers)).toEqual(['lock']);
    expect(ids('I forgot my password', triggers)).toEqual([]);
  });

  test('a detail that a trigger mentions does not carry a match alone', () => {
    const phone = { id: 'mfa', title: 'MFA', trigger: 'When a user has a new phone and needs MFA again' };
    expect(ids('new phone for Tom', [phone])).toEqual([]);
    const onboarding = readTriggers('detailed').filter(({ id }) => id === 'onboard_user');
    expect(onboarding[0]?.trigger).toContain('licences');
    expect(ids('need additional licences', onboarding)).toEqual([]);
    expect(ids('new hire on Monday', onboarding)).toEqual(['onboard_user']);
  });

  test('a trigger that speaks of "a ticket" is not about tickets', () => {
    const triggers = [
      { id: 'vpn', title: 'Working elsewhere', trigger: 'When a ticket is opened about the VPN' },
    ];
    expect(ids('what is the status of my ticket', triggers)).toEqual([]);
    expect(ids('vpn is down', triggers)).toEqual(['vpn']);
  });
});

describe('scope', () => {
  const own: Trigger = { ...password, id: 'pw-acme', scope: 'acme' };
  const all = [{ ...password, scope: 'shared' }, own];

  test.each([
    { name: 'no client: shared ones only', client: undefined, want: ['pw'] },
    { name: 'another client: shared ones only', client: 'globex', want: ['pw'] },
    {
      name: 'its client: its own instead of the shared one of that title',
      client: 'acme',
      want: ['pw-acme'],
    },
  ])('$name', ({ client, want }) => {
    expect(ids('I forgot my password', all, client)).toEqual(want);
  });

  test('the shared one stays if the client’s trigger of that title does not fit', () => {
    const shared = {
      ...group,
      trigger: 'When anybody at all would like to be put into some security group by the desk',
    };
    const other = { ...group, id: 'group-acme', scope: 'acme', trigger: 'When the fax needs toner' };
    expect(ids('group access', [other], 'acme')).toEqual(['group-acme']);
    expect(ids('group access', [shared, other], 'acme')).toEqual(['group']);
  });

  test('the client’s own wins even where the shared one fits better', () => {
    const weaker = { ...own, trigger: 'When a password matter of the warehouse terminal is reported' };
    expect(ids('I forgot my password', [password, weaker], 'acme')).toEqual(['pw-acme']);
  });
});

describe('reasons', () => {
  const matcher = createMatcher(custom);

  test('a match names the part of the trigger and the writer’s own words', () => {
    const { matches, why } = matcher.match('Please add me to the Finance group');
    expect(matches[0]?.why).toBe(
      `matched: 'someone asks to be added to a group' (the message says "add", "group")`,
    );
    expect(why).toContain(`'Group access' fits`);
  });

  test('no match names the nearest, or says that nothing met', () => {
    expect(matcher.match('shared drive').why).toBe(
      `No workflow fits: nearest was 'Shared mailbox' (only "shared" met its trigger).`,
    );
    expect(matcher.match('lorem ipsum').why).toBe(
      'No workflow fits: nothing in the message meets a trigger.',
    );
    expect(createMatcher([]).match('hello').why).toBe('No workflow fits: there is no active workflow.');
  });

  test('at most eight are listed as considered, best first, with what fits', () => {
    const { considered, matches } = matcher.match('I forgot my password');
    expect(considered).toHaveLength(8);
    expect(considered[0]).toEqual({ ...matches[0], fits: true });
    const scores = considered.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, two) => two - one));
    expect(considered.filter(({ fits }) => fits)).toHaveLength(1);
  });
});

describe('mail', () => {
  test('quoted mail and signatures do not count', () => {
    const mail =
      'Please add me to the Finance group\n\nKind regards\nJo, Password Team\n> I forgot my password';
    expect(ids(mail)).toEqual(['group']);
    expect(ids('Thanks!\nOn Mon, 3 Mar 2025 Lee wrote:\n> I forgot my password')).toEqual([]);
  });

  test('a message that is nothing but a forwarded mail is read', () => {
    expect(ids('> I forgot my password')).toEqual(['pw']);
  });

  test('a wish at the beginning outweighs a mention far below', () => {
    const rest = 'The weather was fine and we walked along the river for a long while. '.repeat(12);
    const { considered } = createMatcher(custom).match(
      `Please add me to the Finance group. ${rest} I forgot my password.`,
    );
    expect(considered[0]?.id).toBe('group');
  });
});

test('noise of the longest length is read without a match', () => {
  const matcher = createMatcher(custom);
  for (const noise of ['a'.repeat(20_000), 'x '.repeat(10_000), ':+1'.repeat(5_000), '\n> '.repeat(5_000)]) {
    expect(matcher.match(noise).matches).toEqual([]);
  }
});
