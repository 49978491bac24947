// "Where do I add a command?": the row followed with a command that is not there yet, and every command of the registry held
// to what the row promises: its words are typed and work, everywhere, and nothing that lists commands forgets one.
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type FormCommandName, opensForm } from '../../cards/action.ts';
import type { Platform } from '../../src/chat.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { Command } from '../../src/inbound/commands/command.ts';
import { COMMANDS } from '../../src/inbound/commands/registry.ts';
import { say } from '../../src/inbound/replies.ts';
import { cards } from '../cards/examples.ts';
import { buttonsOf, MEMORY_TENANT, MemoryChat, privateText } from '../support/memory-chat.ts';
import { ADA, createTestDesk, DANA, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

const PLATFORMS: readonly Platform[] = ['slack', 'teams', 'playground'];

let desk: TestDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

async function raise(platform: Platform, commands?: readonly Command[]): Promise<TestDesk> {
  const file = defaultDeskFile();
  const here = {
    slack: { slackTeams: [MEMORY_TENANT] },
    teams: { teamsTenants: [MEMORY_TENANT] },
    playground: {},
  }[platform];
  desk = await createTestDesk({
    ...(commands === undefined ? {} : { commands }),
    chat: new MemoryChat(platform),
    desk: {
      ...file,
      msp: { ...file.msp, ...here },
      clients: file.clients.map((client) => ({ ...client, ...here })),
    },
  });
  return desk;
}

/** Types into one's own chat with the bot and gives what came back. */
async function types(on: TestDesk, who: string, text: string): Promise<string> {
  const before = on.chat.seenBy(who).length;
  await on.says(who, text);
  return on.chat.textsOf(who).slice(before).join('\n');
}
const openTickets = async (on: TestDesk) => (await on.app.core.tickets.open(100)).length;

describe('one more command', () => {
  const jobs: Command = {
    name: 'jobs',
    usage: 'jobs [CLIENT]',
    summary: 'What the desk is working on',
    role: 'technician',
    typed: 'any_words_of_staff',
    run: async ({ words }) => say(`Nothing is worked on for ${words[0] ?? 'anybody'}.`),
  };

  test.each(PLATFORMS)('typed as a message on %s it runs and opens no ticket', async (platform) => {
    const on = await raise(platform, [...COMMANDS, jobs]);
    expect(await types(on, TINA, 'jobs')).toBe('Nothing is worked on for anybody.');
    expect(await types(on, TINA, 'Jobs acme-dental')).toBe('Nothing is worked on for acme-dental.');
    expect(await types(on, TINA, '/jobs')).toBe('Nothing is worked on for anybody.');
    expect(await on.command(TINA, 'jobs birch-legal')).toBe('Nothing is worked on for birch-legal.');
    expect(await openTickets(on)).toBe(0);
  });

  test('an employee who begins a request with its name gets a ticket', async () => {
    const on = await raise('teams', [...COMMANDS, jobs]);
    await types(on, DANA, 'Jobs sent to the printer never come out');
    expect(await openTickets(on)).toBe(1);
  });

  test('help lists it for whom it is, and a slip of the pen finds it', async () => {
    const on = await raise('slack', [...COMMANDS, jobs]);
    expect(await on.command(TINA, 'help')).toMatch(/\/desk jobs \[CLIENT\].*What the desk is working on/);
    expect(await on.command(DANA, 'help')).not.toContain('jobs');
    expect(await on.command(TINA, 'jbos')).toBe(
      'There is no command "jbos" for you. Did you mean "jobs"? Usage: jobs [CLIENT]',
    );
    expect(await on.command(DANA, 'jobs')).toBe(
      'There is no command "jobs" for you. "help" lists what you can do.',
    );
  });
});

describe('the registry', () => {
  test('has every command of the folder', async () => {
    const files = globSync('src/inbound/commands/*.ts');
    expect(files.length).toBeGreaterThan(10);
    const missing: string[] = [];
    for (const file of files) {
      const exported: Record<string, unknown> = await import(/* @vite-ignore */ resolve(file));
      for (const [name, value] of Object.entries(exported))
        if (isCommand(value) && !COMMANDS.includes(value)) missing.push(`${name} of ${basename(file)}`);
    }
    expect(missing).toEqual([]);
  });

  test('has each name once, one word in lower case, and a usage that begins with it', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^[a-z]{2,20}$/.test(name))).toEqual([]);
    expect(COMMANDS.filter(({ name, usage }) => !`${usage} `.startsWith(`${name} `))).toEqual([]);
  });

  test.each(PLATFORMS)(
    'has no command on %s whose words, as its usage has them, open a ticket',
    async (platform) => {
      const on = await raise(platform);
      const opened: string[] = [];
      for (const command of COMMANDS) {
        for (const words of asTyped(command)) {
          const before = await openTickets(on);
          const answer = await types(on, WHO[command.role], words);
          if (answer === '' || answer.includes('There is no command') || (await openTickets(on)) !== before)
            opened.push(words);
        }
      }
      expect(opened).toEqual([]);
    },
  );

  test('has every command that a button or a shortened card names', () => {
    const named = Object.values(cards).flatMap((card) => [
      ...(card.full === undefined ? [] : [card.full]),
      ...buttonsOf(card).flatMap(({ action }) => (action.type === 'command.run' ? [action.text] : [])),
    ]);
    expect(named).toContain('new');
    expect(named.filter((text) => !COMMANDS.some(({ name }) => text.split(' ')[0] === name))).toEqual([]);
  });

  test.each([
    { who: DANA, sees: 'New request' },
    { who: TINA, sees: 'Activity' },
    { who: ADA, sees: 'Policies' },
  ])('has what the buttons of Home run for $who', async ({ who, sees }) => {
    const { chat } = await raise('playground');
    await chat.send({ type: 'home', id: 'h1', from: chat.user(who), at: chat.direct(who) });
    const home = chat.homes.get(who);
    const buttons = home ? buttonsOf(home) : [];
    expect(buttons.map(({ label }) => label)).toContain(sees);
    for (const { label, action } of buttons) {
      const reply = await chat.click(who, action);
      expect(privateText(reply), label).not.toContain('There is no command');
      expect(reply.type === 'form', label).toBe(opensForm(action));
    }
  });
});

const WHO = { everyone: DANA, manager: MIA, technician: TINA, admin: ADA } as const;

/** The name with its first argument, and without where it may be left out: `status`, `status 1001`. */
function asTyped({ name, usage, typed }: Command): readonly string[] {
  const [argument = ''] = usage.slice(name.length).trim().split(/[\s|]/);
  const samples = new Map([
    ['N', '1001'],
    ['P-N', 'P-1001'],
    ['CODE', 'Zx81-_Zx81-_Zx81'],
  ]);
  const sample = samples.get(argument.replace(/[[\]]/g, '')) ?? 'acme-dental';
  // "approve" alone is what somebody may answer in everyday words; it decides nothing.
  const alone = typed === 'with_approval' ? [] : [name];
  return argument === '' ? alone : [...alone, `${name} ${sample}`];
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'run' in value && 'usage' in value && 'name' in value;
}

describe('a command that a form answers', () => {
  /** Another name in cards/action.ts wants its line here. */
  const ANSWERS = {
    new: { form: 'New request', by: ['new', '/desk new'], words: [] },
    reply: { form: 'Reply on 1001', by: ['reply 1001', '/reply #1001'], words: ['reply 1001 It is done'] },
    note: { form: 'Note on 1001', by: ['note #1001'], words: ['note 1001 Called back'] },
    plan: { form: 'New plan for 1001', by: ['plan 1001'], words: ['plan 1001 Try the guide for printers'] },
    secret: {
      form: 'Set a secret',
      by: ['secret set RMM_TOKEN', '/desk secret set RMM_TOKEN acme-dental'],
      words: ['secret', 'secret set lower', 'secret remove RMM_TOKEN'],
    },
  } satisfies Record<FormCommandName, { form: string; by: readonly string[]; words: readonly string[] }>;

  test.each(Object.entries(ANSWERS))(
    '%s, typed on Teams, is a press away from its form',
    async (name, answers) => {
      const on = await raise('teams');
      await on.says(DANA, 'My printer is on fire and I do not know what to do');
      expect(COMMANDS.map((command) => command.name)).toContain(name);
      for (const text of answers.by) {
        await types(on, ADA, text);
        const { button } = on.chat.button(ADA, 'Open');
        expect(opensForm(button.action), text).toBe(true);
        expect(privateText(await on.chat.click(ADA, button.action)), text).toBe(`form ${answers.form}`);
      }
      for (const text of answers.words) {
        const reply = await on.chat.click(ADA, { type: 'command.run', text });
        // A word that does not fit is refused, whatever the button promised.
        if (opensForm({ type: 'command.run', text })) expect(privateText(reply), text).toContain('Usage:');
        else expect(reply.type, text).toBe('private');
      }
    },
  );
});
