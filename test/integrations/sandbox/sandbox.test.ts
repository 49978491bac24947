import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/integrations/kind.ts';
import { type ChangeLog, createMemoryChangeLog } from '../../../src/integrations/sandbox/change-log.ts';
import { createSandbox } from '../../../src/integrations/sandbox/create-sandbox.ts';
import { readSandboxFile } from '../../../src/integrations/sandbox/read-sandbox-file.ts';
import { HOUR_MS } from '../../../src/lib/clock.ts';
import type { Devices, Directory } from '../../../src/ports/directory.ts';
import type { Documentation } from '../../../src/ports/documentation.ts';
import type { TicketSystem } from '../../../src/ports/ticket-system.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { COMPANY, raiseSandbox } from './sandbox-stage.ts';

const DANA = 'dana.reyes@acme.example';
const signal = new AbortController().signal;
const key = (name: string) => ({ key: name, signal });
const ports = (sandbox: Product) =>
  sandbox as Product & {
    directory: Directory;
    devices: Devices;
    documentation: Documentation;
    tickets: TicketSystem;
  };

describe('what the file says', () => {
  const { directory, devices } = ports(raiseSandbox().sandbox);

  it('is shown by the directory', async () => {
    expect(await directory.person(DANA, signal)).toMatchObject({
      locked: true,
      enabled: true,
      mfa: ['authenticator app', 'text message'],
      groupIds: ['grp:all-staff'],
      licenceIds: ['lic:mail'],
      protection: undefined,
    });
    expect(await directory.group('grp:finance-eu', signal)).toEqual({
      id: 'grp:finance-eu',
      name: 'Finance EU',
      kind: 'microsoft_365',
      admin: false,
      memberCount: 1,
    });
    expect(await directory.licence('lic:full', signal)).toMatchObject({ seats: 2, used: 2 });
    expect((await directory.findPeople('alex petit', signal))[0]?.mfa).toEqual(['authenticator app']);
  });

  it('declares what people have', async () => {
    expect(await directory.findGroups('undeclared', signal)).toMatchObject([
      { memberCount: 1, kind: 'security' },
    ]);
    expect(await directory.findApps('planner', signal)).toEqual([{ id: 'app:planner', name: 'Planner' }]);
    expect(await devices.findSoftware('mail cli', signal)).toMatchObject([{ name: 'Mail Client' }]);
  });

  it.each([
    { id: 'zoe@acme.example', protection: 'admin' },
    { id: 'svc@acme.example', protection: 'service' },
    { id: 'glass@acme.example', protection: 'break_glass' },
  ])('protects $id as $protection', async ({ id, protection }) => {
    expect(await directory.person(id, signal)).toMatchObject({ protection });
  });

  it('finds names with accents and apostrophes, and an exact name alone', async () => {
    expect(await directory.findPeople("zoe d'arcy", signal)).toMatchObject([{ name: "Zoé D'Arcy" }]);
    expect(await directory.findGroups('Finance', signal)).toMatchObject([{ name: 'Finance' }]);
    expect(await directory.findGroups('fin', signal)).toHaveLength(2);
  });

  it('gives sign-ins their moments, counted from the start', async () => {
    const now = new ManualClock().now().getTime();
    expect(await directory.signIns(DANA, signal)).toMatchObject([
      { at: now - HOUR_MS, place: 'Oslo', outcome: 'failure' },
      { at: now - 5 * HOUR_MS, outcome: 'success' },
      { at: Date.parse('2026-11-22T08:00:00Z') },
    ]);
  });

  it('knows devices by owner, name, part of a name and kind', async () => {
    const names = async (found: Promise<readonly { name: string }[]>) =>
      (await found).map(({ name }) => name);
    expect((await names(devices.devicesOf(DANA, signal))).sort()).toEqual(['LT-DANA', 'PRN-2']);
    expect(await names(devices.findDevices('PRN-2', signal))).toEqual(['PRN-2']);
    expect(await names(devices.findDevices('prn', signal))).toEqual(['PRN-1', 'PRN-2']);
    expect(await names(devices.findDevices('printer', signal))).toEqual(['PRN-1', 'PRN-2']);
    expect(await devices.device('dev:lt-dana', signal)).toMatchObject({ kind: 'laptop', ownerId: DANA });
    expect(await devices.device('dev:prn-2', signal)).toMatchObject({ kind: 'printer', online: false });
  });

  it('is searched by content', async () => {
    const { documentation } = ports(raiseSandbox().sandbox);
    expect(await documentation.search('how do I get on the guest wifi', 5, signal)).toMatchObject([
      { title: 'Guest Wi-Fi', excerpt: 'Ask the front desk for the code.' },
    ]);
    expect(await documentation.search('salary payment', 5, signal)).toEqual([]);
  });
});

describe('a client without a section', () => {
  it('has nothing, and the check says so', async () => {
    const { sandbox } = raiseSandbox({ clientId: 'birch' });
    const { directory, documentation } = ports(sandbox);
    expect(await directory.allPeople(signal)).toEqual([]);
    expect(await documentation.search('vpn', 5, signal)).toEqual([]);
    await expect(sandbox.check(signal)).rejects.toThrowError('no section for birch');
    await expect(raiseSandbox({ clientId: 'constructor' }).sandbox.check(signal)).rejects.toThrowError(
      'no section',
    );
  });

  it('is not reached from another one', async () => {
    const company = `${COMPANY}\nbirch:\n  people: [{ email: dana.reyes@birch.example, name: Dana Reyes }]\n`;
    const acme = raiseSandbox({ company });
    const birch = raiseSandbox({ company, clientId: 'birch' });
    expect(await acme.sandbox.check(signal)).toContain('7 made-up people');
    expect(await ports(birch.sandbox).directory.findPeople('dana reyes', signal)).toHaveLength(1);
    expect(await ports(birch.sandbox).directory.person(DANA, signal)).toBeUndefined();
  });
});

describe('devices', () => {
  it('install software once, and keep it over a restart', async () => {
    const { sandbox, start } = raiseSandbox();
    for (let n = 0; n < 2; n += 1)
      await ports(sandbox).devices.installSoftware('dev:lt-dana', 'sw:zoom', key('a'));
    await ports(sandbox).devices.installSoftware('dev:lt-dana', 'sw:zoom', key('b'));
    for (const { devices } of [ports(sandbox), ports(start())])
      expect((await devices.device('dev:lt-dana', signal))?.software).toEqual(['Mail Client', 'Zoom']);
  });

  it.each([
    {
      name: 'software on a printer',
      run: (on: Devices) => on.installSoftware('dev:prn-1', 'sw:zoom', key('a')),
      says: 'printer',
    },
    {
      name: 'unknown software',
      run: (on: Devices) => on.installSoftware('dev:lt-dana', 'sw:x', key('a')),
      says: 'sw:x',
    },
    {
      name: 'an unknown device',
      run: (on: Devices) => on.restartSpooler('dev:x', key('a')),
      says: 'no device dev:x',
    },
    {
      name: 'a device that is offline',
      run: (on: Devices) => on.restartSpooler('dev:prn-2', key('a')),
      says: 'PRN-2 is offline',
    },
  ])('refuse $name', async ({ run, says }) => {
    const { sandbox, changes } = raiseSandbox();
    await expect(run(ports(sandbox).devices)).rejects.toMatchObject({
      outcome: 'final',
      message: expect.stringContaining(says),
    });
    expect(await changes.all()).toEqual([]);
  });
});

describe('tickets', () => {
  it('of the file have ids, boards and moments', async () => {
    const { tickets } = ports(raiseSandbox().sandbox);
    expect(await tickets.get('1001', signal)).toEqual({
      id: '1001',
      subject: 'VPN drops in hotels',
      body: 'The network blocked it',
      board: 'Service Desk',
      status: 'closed',
      contactEmail: 'mia.fontaine@acme.example',
      createdAt: new ManualClock().now().getTime() - 48 * HOUR_MS,
    });
    expect(await tickets.get('2007', signal)).toMatchObject({ board: 'Projects', status: 'open' });
    expect((await tickets.search('the printer stays silent', 5, signal)).map(({ id }) => id)).toEqual([
      '2007',
    ]);
  });

  it('are made once under one key, numbered, found, and kept over a restart', async () => {
    const { sandbox, start } = raiseSandbox();
    const { tickets } = ports(sandbox);
    const ticket = { subject: 'Monitor flickers', body: 'Since Monday', contactEmail: DANA };
    expect(await tickets.search('monitor flickers', 5, signal)).toEqual([]);
    const made = await tickets.create(ticket, key('a'));
    expect(made).toMatchObject({ id: '2008', board: 'Service Desk', status: 'new', contactEmail: DANA });
    expect(await tickets.create(ticket, key('a'))).toEqual(made);
    expect(await tickets.create(ticket, key('b'))).toMatchObject({ id: '2009' });
    expect(await tickets.search('monitor flickers', 5, signal)).toHaveLength(2);
    const again = ports(start()).tickets;
    expect(await again.get('2008', signal)).toEqual(made);
    expect(await again.create(ticket, key('a'))).toEqual(made);
  });

  it('take notes and updates', async () => {
    const { sandbox, changes } = raiseSandbox();
    const { tickets } = ports(sandbox);
    await tickets.addNote('2007', { text: 'Plan: restart', audience: 'internal' }, key('a'));
    await tickets.addNote('2007', { text: 'Plan: restart', audience: 'internal' }, key('a'));
    await tickets.update('2007', { status: 'closed' }, key('b'));
    await tickets.update('2007', { owner: 'Tina' }, key('c'));
    expect(await tickets.get('2007', signal)).toMatchObject({ status: 'closed', owner: 'Tina' });
    expect((await changes.all()).map(({ verb }) => verb)).toEqual([
      'addNote',
      'updateTicket',
      'updateTicket',
    ]);
    const late = tickets.addNote('9', { text: 'x', audience: 'client' }, key('d'));
    await expect(late).rejects.toMatchObject({ outcome: 'final' });
    const board = tickets.create({ subject: 'a', body: '', contactEmail: DANA, board: 'Nope' }, key('e'));
    await expect(board).rejects.toMatchObject({ outcome: 'final', message: 'There is no board Nope.' });
  });
});

describe('the change log', () => {
  it('lets one of two take the last seat', async () => {
    const { sandbox, changes } = raiseSandbox();
    const { directory } = ports(sandbox);
    const taken = await Promise.allSettled(
      ['alex.petit@acme.example', 'alex.moreau@acme.example', DANA].map((person) =>
        directory.assignLicence('lic:ledger-pro', person, key(person)),
      ),
    );
    expect(taken.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await changes.all()).toHaveLength(1);
    expect(await directory.licence('lic:ledger-pro', signal)).toMatchObject({ used: 1 });
  });

  it('holds one change for calls at the same moment under one key', async () => {
    const { sandbox, changes } = raiseSandbox();
    const { directory } = ports(sandbox);
    await Promise.all(Array.from({ length: 5 }, () => directory.addMember('grp:finance', DANA, key('a'))));
    expect(await changes.all()).toHaveLength(1);
  });

  it('keeps two verbs under one key apart', async () => {
    const { directory } = ports(raiseSandbox().sandbox);
    await directory.unlock(DANA, key('a'));
    await directory.resetMfa(DANA, key('a'));
    expect(await directory.person(DANA, signal)).toMatchObject({ locked: false, mfa: [] });
  });

  it('wins where another process wrote first', async () => {
    const { sandbox, start } = raiseSandbox();
    const [one, two] = [ports(sandbox).directory, ports(start()).directory];
    await Promise.all([one.allPeople(signal), two.allPeople(signal)]);
    await one.addMember('grp:finance', DANA, key('a'));
    await one.unlock(DANA, key('b'));
    await two.addMember('grp:finance', DANA, key('a'));
    expect(await two.person(DANA, signal)).toEqual(await one.person(DANA, signal));
  });

  it('that fails once is asked again', async () => {
    const memory = createMemoryChangeLog();
    let broken = true;
    const changes: ChangeLog = {
      all: () => (broken ? Promise.reject(new Error('database is busy')) : memory.all()),
      append: (change) => (broken ? Promise.reject(new Error('database is busy')) : memory.append(change)),
    };
    const world = readSandboxFile(COMPANY);
    const { directory } = ports(
      createSandbox({ clientId: 'acme', world, changes, clock: new ManualClock() }),
    );
    await expect(directory.person(DANA, signal)).rejects.toThrowError('busy');
    broken = false;
    expect(await directory.person(DANA, signal)).toMatchObject({ locked: true });
    broken = true;
    await expect(directory.unlock(DANA, key('a'))).rejects.toThrowError('busy');
    expect(await directory.person(DANA, signal)).toMatchObject({ locked: true });
    broken = false;
    await directory.unlock(DANA, key('a'));
    expect(await directory.person(DANA, signal)).toMatchObject({ locked: false });
  });

  it('is passed over where the file has lost what it names', async () => {
    const { sandbox, changes } = raiseSandbox();
    const { directory, devices, tickets } = ports(sandbox);
    await directory.addMember('grp:finance', DANA, key('a'));
    await devices.installSoftware('dev:lt-dana', 'sw:zoom', key('b'));
    await tickets.update('2007', { status: 'closed' }, key('c'));
    await directory.createPerson({ email: 'noa@acme.example', name: 'Noa' }, 'x', key('d'));
    const people = '[{ email: noa@acme.example, name: Noa Brandt, groups: [Finance] }]';
    const world = readSandboxFile(`acme: { people: ${people} }`);
    const edited = ports(createSandbox({ clientId: 'acme', world, changes, clock: new ManualClock() }));
    expect(await edited.directory.allPeople(signal)).toMatchObject([
      { name: 'Noa Brandt', groupIds: ['grp:finance'] },
    ]);
  });

  it('knows every change as plain data', async () => {
    const { sandbox, changes, clock } = raiseSandbox();
    await ports(sandbox).directory.addMember('grp:finance', DANA, key('run-7:0:1'));
    expect(await changes.all()).toEqual([
      {
        key: 'run-7:0:1/addMember',
        at: clock.now().getTime(),
        verb: 'addMember',
        args: { item: 'grp:finance', person: DANA },
      },
    ]);
  });
});

describe('a fault', () => {
  it.each([
    { fault: 'final' as const, outcome: 'final', happened: false },
    { fault: 'retry' as const, outcome: 'retry', happened: false },
    { fault: 'unknown' as const, outcome: 'unknown', happened: true },
  ])('$fault ends the call, and the next one under the key is fine', async ({ fault, outcome, happened }) => {
    const { sandbox, faults, changes } = raiseSandbox();
    const { directory } = ports(sandbox);
    faults.set('unlock', fault);
    await expect(directory.unlock(DANA, key('a'))).rejects.toMatchObject({ outcome });
    expect((await directory.person(DANA, signal))?.locked).toBe(!happened);
    await directory.resetMfa(DANA, key('a'));
    faults.clear();
    await directory.unlock(DANA, key('a'));
    expect((await changes.all()).filter(({ verb }) => verb === 'unlock')).toHaveLength(1);
  });

  it('hang lasts until the step gives up, and holds nobody else up', async () => {
    const { sandbox, faults } = raiseSandbox();
    const { directory } = ports(sandbox);
    faults.set('unlock', 'hang');
    const abort = new AbortController();
    const hanging = directory.unlock(DANA, { key: 'a', signal: abort.signal });
    await directory.resetMfa(DANA, key('b'));
    abort.abort();
    await expect(hanging).rejects.toMatchObject({ outcome: 'unknown' });
    await expect(directory.unlock(DANA, { key: 'a', signal: abort.signal })).rejects.toMatchObject({
      outcome: 'unknown',
    });
    faults.clear();
    const late = directory.unlock(DANA, { key: 'a', signal: abort.signal });
    await expect(late).rejects.toMatchObject({ outcome: 'retry' });
    expect(await directory.person(DANA, signal)).toMatchObject({ locked: true, mfa: [] });
  });
});
