// The tools over the sandbox's ports: what they say, what they show before and after, what they do.
import { describe, expect, it } from 'vitest';
import type { Directory } from '../../src/ports/directory.ts';
import { directoryTools } from '../../src/tools/directory-tools.ts';
import { hashTool, type Names, type Tool, toolSchema } from '../../src/tools/tool.ts';
import { raiseSandbox } from '../integrations/sandbox/sandbox-stage.ts';
import { toolContext } from './tool-context.ts';

const DANA = 'dana.reyes@acme.example';
const PASSWORD = 'Kd7w-Rm3x-pQ9t-Hv4c';
const context = toolContext({ temporaryPassword: PASSWORD });
const NAMES: Names = {
  person: { id: DANA, name: 'Dana Reyes', detail: DANA },
  manager: { id: 'mia.fontaine@acme.example', name: 'Mia Fontaine' },
  group: { id: 'grp:finance-eu', name: 'Finance EU', detail: 'microsoft 365' },
  app: { id: 'app:ledger', name: 'Ledger' },
  licence: { id: 'lic:ledger-pro', name: 'Ledger Pro' },
  device: { id: 'dev:lt-dana', name: 'LT-DANA' },
  software: { id: 'sw:zoom', name: 'Zoom' },
};

function toolsOf({ tools }: { tools: readonly Tool[] }) {
  return (name: string): Tool => {
    const tool = tools.find((entry) => entry.name === name);
    if (!tool) throw new Error(`There is no tool ${name}`);
    return tool;
  };
}

interface WriteRow {
  readonly tool: string;
  readonly args: Record<string, string>;
  readonly sentence: string;
  readonly risk?: 'destructive';
  readonly before?: string;
  readonly after?: string;
  readonly undo?: string;
  /** Whether the effect can be read back. */
  readonly readBack: boolean;
  readonly result: object;
}

const person = { person: DANA };
const group = { group: 'grp:finance-eu', person: DANA };
const app = { app: 'app:ledger', person: DANA };
const licence = { licence: 'lic:ledger-pro', person: DANA };
const newUser = {
  email: 'noa@acme.example',
  name: 'Noa Brandt',
  title: 'Trainee',
  manager: 'mia.fontaine@acme.example',
};

const WRITES: readonly WriteRow[] = [
  {
    tool: 'reset_password',
    args: person,
    sentence: 'Reset the password of Dana Reyes',
    before: 'locked, own password → temporary password',
    after: 'own password → temporary password',
    readBack: false,
    result: { ok: true, change_at_sign_in: true },
  },
  {
    tool: 'unlock_account',
    args: person,
    sentence: 'Unlock the account of Dana Reyes',
    before: 'locked → unlocked',
    after: 'not locked',
    readBack: true,
    result: { ok: true, locked: false },
  },
  {
    tool: 'reset_mfa',
    args: person,
    risk: 'destructive',
    sentence: 'Remove all MFA methods of Dana Reyes',
    before: 'authenticator app, text message → none',
    after: 'no methods registered',
    readBack: true,
    result: { ok: true, methods: 0 },
  },
  {
    tool: 'revoke_sessions',
    args: person,
    sentence: 'Sign Dana Reyes out everywhere',
    readBack: false,
    result: { ok: true },
  },
  {
    tool: 'disable_user',
    args: person,
    risk: 'destructive',
    sentence: 'Disable the account of Dana Reyes',
    before: 'enabled → disabled',
    after: 'disabled already',
    undo: 'enable the account of Dana Reyes again',
    readBack: true,
    result: { ok: true, enabled: false },
  },
  {
    tool: 'add_group_member',
    args: group,
    sentence: 'Add Dana Reyes to the group Finance EU',
    before: '1 member → 2',
    after: 'has it already',
    undo: 'remove Dana Reyes from Finance EU',
    readBack: true,
    result: { ok: true, has_it: true, count: 2 },
  },
  {
    tool: 'assign_app',
    args: app,
    sentence: 'Give Dana Reyes access to Ledger',
    before: 'no access → access',
    after: 'has it already',
    undo: 'take the access of Dana Reyes to Ledger away',
    readBack: true,
    result: { ok: true, has_it: true },
  },
  {
    tool: 'assign_licence',
    args: licence,
    sentence: 'Assign the licence Ledger Pro to Dana Reyes',
    before: '0 of 1 seats used → 1',
    after: 'has it already',
    undo: 'take the licence Ledger Pro from Dana Reyes',
    readBack: true,
    result: { ok: true, has_it: true, count: 1 },
  },
  {
    tool: 'create_user',
    args: newUser,
    sentence: 'Create the account noa@acme.example for Noa Brandt, Trainee, manager Mia Fontaine',
    before: 'no account → new account',
    after: 'the account exists already',
    undo: 'disable the account of Noa Brandt',
    readBack: true,
    result: { ok: true, id: 'noa@acme.example' },
  },
  {
    tool: 'install_software',
    args: { device: 'dev:lt-dana', software: 'sw:zoom' },
    sentence: 'Install Zoom on LT-DANA',
    before: 'not installed → installed',
    after: 'installed already → installed again',
    undo: 'remove Zoom from LT-DANA',
    readBack: true,
    result: { ok: true, installed: true },
  },
  {
    tool: 'restart_spooler',
    args: { device: 'dev:lt-dana' },
    sentence: 'Restart the print spooler of LT-DANA',
    readBack: false,
    result: { ok: true, online: true },
  },
];

const TAKES: readonly WriteRow[] = [
  {
    tool: 'remove_group_member',
    args: group,
    sentence: 'Remove Dana Reyes from the group Finance EU',
    before: '2 members → 1',
    after: 'does not have it',
    undo: 'add Dana Reyes to Finance EU again',
    readBack: true,
    result: { ok: true, has_it: false, count: 1 },
  },
  {
    tool: 'revoke_app',
    args: app,
    sentence: 'Take the access of Dana Reyes to Ledger away',
    before: 'access → none',
    after: 'does not have it',
    undo: 'give Dana Reyes access to Ledger again',
    readBack: true,
    result: { ok: true, has_it: false },
  },
  {
    tool: 'remove_licence',
    args: licence,
    sentence: 'Take the licence Ledger Pro from Dana Reyes',
    before: '1 of 1 seats used → 0',
    after: 'does not have it',
    undo: 'assign the licence Ledger Pro to Dana Reyes again',
    readBack: true,
    result: { ok: true, has_it: false, count: 0 },
  },
];

async function checkWrite(row: WriteRow, tool: Tool): Promise<void> {
  const parsed = tool.args.parse(row.args);
  expect(tool.describe(parsed, NAMES)).toBe(row.sentence);
  expect(tool.undo?.(parsed, NAMES)).toBe(row.undo);
  expect(tool.risk).toBe(row.risk ?? 'write');
  expect(tool.repeat).toBe('keyed');
  expect(await tool.before?.(parsed, context)).toBe(row.before);
  expect(await tool.readBack?.(parsed, context)).toBe(row.readBack ? 'not_done' : undefined);
  const result = await tool.execute(parsed, context);
  expect(result).toEqual(row.result);
  expect(JSON.stringify(result)).not.toContain(PASSWORD);
  expect(await tool.readBack?.(parsed, context)).toBe(row.readBack ? 'done' : undefined);
  expect(await tool.before?.(parsed, context)).toBe(row.after);
  expect(await tool.execute(parsed, context)).toEqual(row.result);
}

describe('writes', () => {
  it.each(WRITES)('$tool', async (row) => {
    await checkWrite(row, toolsOf(raiseSandbox().sandbox)(row.tool));
  });

  it.each(TAKES)('$tool', async (row) => {
    const { sandbox } = raiseSandbox();
    const directory = sandbox.directory as Directory;
    const given = { key: 'given', signal: context.signal };
    await directory.addMember('grp:finance-eu', DANA, given);
    await directory.assignApp('app:ledger', DANA, given);
    await directory.assignLicence('lic:ledger-pro', DANA, given);
    await checkWrite(row, toolsOf(sandbox)(row.tool));
  });

  it.each([...WRITES, ...TAKES])('$tool takes its arguments strictly', ({ tool: name, args }) => {
    const tool = toolsOf(raiseSandbox().sandbox)(name);
    const accepts = (value: unknown) => tool.args.safeParse(value).success;
    expect(Object.keys(tool.argKinds)).toEqual(expect.arrayContaining(Object.keys(args)));
    expect(accepts(args)).toBe(true);
    expect(accepts({ ...args, requester: 'somebody' })).toBe(false);
    for (const key of Object.keys(args)) {
      expect(accepts({ ...args, [key]: '' })).toBe(key === 'title');
      expect(accepts({ ...args, [key]: 7 })).toBe(false);
      expect(accepts({ ...args, [key]: 'x'.repeat(300) })).toBe(false);
    }
  });

  it.each([...WRITES, ...TAKES].filter(({ args }) => 'person' in args))(
    '$tool says nothing about somebody who is not there, and does nothing',
    async ({ tool: name, args }) => {
      const { sandbox, changes } = raiseSandbox();
      const tool = toolsOf(sandbox)(name);
      const nobody = { ...args, person: 'nobody@acme.example' };
      expect(await tool.before?.(nobody, context)).toBeUndefined();
      expect((await tool.readBack?.(nobody, context)) ?? 'unknown').toBe('unknown');
      await expect(tool.execute(nobody, context)).rejects.toMatchObject({ outcome: 'final' });
      expect(await changes.all()).toEqual([]);
    },
  );

  it('tell the names they were given, and the id where there is none', () => {
    const tool = toolsOf(raiseSandbox().sandbox)('add_group_member');
    expect(tool.describe(group, {})).toBe(`Add ${DANA} to the group grp:finance-eu`);
    expect(tool.describe({ group: 'constructor', person: 'toString' }, {})).toBe(
      'Add toString to the group constructor',
    );
  });

  it('pass the lost outcome of a port on', async () => {
    const { sandbox, faults } = raiseSandbox();
    faults.set('addMember', 'unknown');
    const tool = toolsOf(sandbox)('add_group_member');
    await expect(tool.execute(group, context)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(await tool.readBack?.(group, context)).toBe('done');
  });

  it.each(['reset_password', 'create_user'])('%s does nothing without a sealed password', async (name) => {
    const { sandbox, changes } = raiseSandbox();
    const tool = toolsOf(sandbox)(name);
    expect(tool.delivers).toBe('temporary_password');
    const args = name === 'create_user' ? newUser : person;
    await expect(tool.execute(args, toolContext())).rejects.toMatchObject({ outcome: 'final' });
    expect(await changes.all()).toEqual([]);
  });

  it('warn of a device that is offline', async () => {
    const tool = toolsOf(raiseSandbox().sandbox)('restart_spooler');
    expect(await tool.before?.({ device: 'dev:prn-2' }, context)).toBe('the device is offline now');
  });

  it('stay done when reading back fails', async () => {
    const directory = raiseSandbox().sandbox.directory as Directory;
    const broken: Directory = { ...directory, person: () => Promise.reject(new Error('busy')) };
    const tool = toolsOf({ tools: directoryTools(broken, { repeat: 'never' }) })('add_group_member');
    expect(await tool.execute(group, context)).toEqual({ ok: true });
    expect((await directory.person(DANA, context.signal))?.groupIds).toContain('grp:finance-eu');
  });
});

describe('reads', () => {
  it.each([
    {
      tool: 'find_people',
      args: { query: 'dana' },
      finds: [{ id: DANA, managerId: 'mia.fontaine@acme.example' }],
    },
    { tool: 'find_people', args: { query: 'nobody' }, finds: [] },
    { tool: 'get_person', args: person, finds: { id: DANA, groupIds: ['grp:all-staff'] } },
    { tool: 'get_person', args: { person: 'nobody' }, finds: null },
    { tool: 'find_groups', args: { query: 'finance eu' }, finds: [{ id: 'grp:finance-eu', memberCount: 1 }] },
    { tool: 'find_apps', args: { query: 'led' }, finds: [{ id: 'app:ledger' }] },
    { tool: 'find_licences', args: { query: 'full' }, finds: [{ seats: 2, used: 2 }] },
    { tool: 'find_software', args: { query: 'zoom' }, finds: [{ id: 'sw:zoom' }] },
    { tool: 'find_devices', args: { query: 'prn-1' }, finds: [{ id: 'dev:prn-1', kind: 'printer' }] },
    { tool: 'list_devices', args: person, finds: [{ name: 'PRN-2' }, { name: 'LT-DANA' }] },
    { tool: 'list_sign_ins', args: person, finds: [{ place: 'Oslo' }, {}, {}] },
    { tool: 'search_documents', args: { query: 'vpn' }, finds: [{ title: 'VPN set-up' }] },
    {
      tool: 'similar_tickets',
      args: { query: 'vpn in a hotel' },
      finds: [{ subject: 'VPN drops in hotels', status: 'closed' }],
    },
  ])('$tool finds $finds', async ({ tool: name, args, finds }) => {
    const { sandbox, changes } = raiseSandbox();
    const tool = toolsOf(sandbox)(name);
    expect(tool).toMatchObject({ risk: 'read', repeat: 'idempotent' });
    expect(await tool.execute(tool.args.parse(args), context)).toMatchObject(finds as object);
    expect(tool.args.safeParse({ ...args, more: 1 }).success).toBe(false);
    expect(tool.describe(args, NAMES)).not.toMatch(/\.$/);
    expect(await changes.all()).toEqual([]);
  });

  it('name the person they read about', () => {
    const tool = toolsOf(raiseSandbox().sandbox)('list_sign_ins');
    expect(tool.describe(person, NAMES)).toBe("A person's latest sign-ins: Dana Reyes");
  });

  it('show of past tickets what a diagnosis needs and no more', async () => {
    const [found] = (await toolsOf(raiseSandbox().sandbox)('similar_tickets').execute(
      { query: 'printer' },
      context,
    )) as object[];
    expect(Object.keys(found ?? {}).sort()).toEqual(['createdAt', 'status', 'subject']);
  });

  it('give five documents at most', async () => {
    const documents = Array.from(
      { length: 9 },
      (_, n) => `{ title: VPN ${n}, text: "${'vpn '.repeat(20)}" }`,
    );
    const { sandbox } = raiseSandbox({ company: `acme: { documents: [${documents.join(',')}] }` });
    expect(await toolsOf(sandbox)('search_documents').execute({ query: 'vpn' }, context)).toHaveLength(5);
  });

  it('are cut to whole entries of 8,000 characters', async () => {
    const directory = raiseSandbox().sandbox.directory as Directory;
    const many = Array.from({ length: 500 }, (_, n) => ({ id: `app:${n}`, name: 'x'.repeat(50) }));
    const wide: Directory = { ...directory, findApps: async () => many };
    const result = await toolsOf({ tools: directoryTools(wide, { repeat: 'keyed' }) })('find_apps').execute(
      { query: 'x' },
      context,
    );
    expect(JSON.stringify(result).length).toBeLessThanOrEqual(8000);
    expect((result as object[]).length).toBeGreaterThan(50);
  });
});

describe('the list of tools', () => {
  it('has each name once, in snake case, with a schema that refuses more', () => {
    const { tools } = raiseSandbox().sandbox;
    expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length);
    expect(tools).toHaveLength(WRITES.length + TAKES.length + 11);
    for (const tool of tools) {
      expect(tool.name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(toolSchema(tool)).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.description).not.toMatch(/\.$/);
    }
  });

  it('leaves out what the product cannot do', () => {
    const directory = raiseSandbox().sandbox.directory as Directory;
    const limited: Directory = { ...directory, cannot: { unlock: 'No unlock here', addMember: 'Synced' } };
    const names = (on: Directory) => directoryTools(on, { repeat: 'never' }).map(({ name }) => name);
    const missing = names(directory).filter((name) => !names(limited).includes(name));
    expect(missing).toEqual(['unlock_account', 'add_group_member']);
  });

  it('has the repetition of its product, and another hash for it', () => {
    const directory = raiseSandbox().sandbox.directory as Directory;
    const of = (repeat: 'keyed' | 'never') =>
      toolsOf({ tools: directoryTools(directory, { repeat }) })('disable_user');
    expect(of('never').repeat).toBe('never');
    expect(hashTool(of('never'))).not.toBe(hashTool(of('keyed')));
    expect(hashTool(of('keyed'))).toBe(hashTool(of('keyed')));
  });

  it('works for a port that is a class', async () => {
    const directory = raiseSandbox().sandbox.directory as Directory;
    class Wrapped {
      readonly cannot = {};
      readonly inner = directory;
      person(id: string, signal: AbortSignal) {
        return this.inner.person(id, signal);
      }
      unlock(id: string, options: { key: string; signal: AbortSignal }) {
        return this.inner.unlock(id, options);
      }
    }
    const tools = directoryTools(new Wrapped() as unknown as Directory, { repeat: 'keyed' });
    expect(await toolsOf({ tools })('unlock_account').execute(person, context)).toEqual({
      ok: true,
      locked: false,
    });
  });
});
