// What every directory promises to the core and to the tools that stand on it. A `DirectoryStage` is one company with
// the people named below.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory, DirectoryPerson, WriteOptions } from '../../src/ports/directory.ts';
import { ToolError } from '../../src/tools/tool.ts';

export interface DirectoryStage {
  readonly directory: Directory;
  /** Enabled, locked, with at least one MFA method, without the group, the application and the licences. */
  readonly person: { readonly id: string; readonly email: string; readonly name: string };
  /** The direct manager of `person`. */
  readonly managerId: string;
  /** Part of the names of at least two people. */
  readonly sharedName: string;
  readonly groupId: string;
  readonly appId: string;
  readonly licenceId: string;
  /** Every seat is taken. */
  readonly fullLicenceId: string;
  /** An address that a new account may have. */
  readonly freeEmail: string;
  /** The process dies and starts again; nothing to do for a product that keeps its own state. */
  restart(): Promise<Directory>;
  /** Everything that was stored or sent anywhere, as one text. */
  traces(): Promise<string>;
  stop(): Promise<void>;
}

export interface DirectoryContract {
  readonly name: string;
  /** Repeating a write under the same key changes nothing. */
  readonly keyed: boolean;
  setup(): Promise<DirectoryStage>;
}

const PASSWORD = 'Kd7w-Rm3x-pQ9t-Hv4c';
const signal = new AbortController().signal;
let keys = 0;
const fresh = (): WriteOptions => {
  keys += 1;
  return { key: `run-${keys}:0:1`, signal };
};

interface Change {
  readonly name: string;
  run(stage: DirectoryStage, directory: Directory, options: WriteOptions): Promise<unknown>;
  undo?(stage: DirectoryStage, directory: Directory, options: WriteOptions): Promise<unknown>;
  seen(person: DirectoryPerson, stage: DirectoryStage): boolean;
}

const CHANGES: readonly Change[] = [
  { name: 'unlock', run: ({ person }, on, key) => on.unlock(person.id, key), seen: ({ locked }) => !locked },
  {
    name: 'resetMfa',
    run: ({ person }, on, key) => on.resetMfa(person.id, key),
    seen: ({ mfa }) => mfa.length === 0,
  },
  {
    name: 'disablePerson',
    run: ({ person }, on, key) => on.disablePerson(person.id, key),
    seen: ({ enabled }) => !enabled,
  },
  {
    name: 'addMember',
    run: ({ person, groupId }, on, key) => on.addMember(groupId, person.id, key),
    undo: ({ person, groupId }, on, key) => on.removeMember(groupId, person.id, key),
    seen: ({ groupIds }, { groupId }) => groupIds.includes(groupId),
  },
  {
    name: 'assignApp',
    run: ({ person, appId }, on, key) => on.assignApp(appId, person.id, key),
    undo: ({ person, appId }, on, key) => on.revokeApp(appId, person.id, key),
    seen: ({ appIds }, { appId }) => appIds.includes(appId),
  },
  {
    name: 'assignLicence',
    run: ({ person, licenceId }, on, key) => on.assignLicence(licenceId, person.id, key),
    undo: ({ person, licenceId }, on, key) => on.removeLicence(licenceId, person.id, key),
    seen: ({ licenceIds }, { licenceId }) => licenceIds.includes(licenceId),
  },
];

/** Runs the contract over one directory. */
export function directoryContract(contract: DirectoryContract): void {
  describe(`directory contract: ${contract.name}`, () => {
    let stage: DirectoryStage;
    let directory: Directory;
    beforeEach(async () => {
      stage = await contract.setup();
      directory = stage.directory;
    });
    afterEach(() => stage.stop());
    const look = async (on: Directory = directory) => {
      const person = await on.person(stage.person.id, signal);
      expect(person).toBeDefined();
      return person as DirectoryPerson;
    };
    const refused = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(ToolError);
      expect(error).toMatchObject({ outcome: 'final' });
      return (error as ToolError).message;
    };

    describe('finding', () => {
      it('finds a person by exact address in any case, by id and by parts of the name', async () => {
        const { email, name, id } = stage.person;
        const parts = name.split(' ').map((part) => part.slice(0, 3).toUpperCase());
        for (const query of [
          email,
          email.toUpperCase(),
          ` ${email} `,
          name,
          parts.join(' '),
          parts.toReversed().join('  '),
        ])
          expect(await directory.findPeople(query, signal), query).toMatchObject([{ id, email, name }]);
        expect(await look()).toMatchObject({ id, email, name, managerId: stage.managerId });
        expect(await directory.person(stage.managerId, signal)).toMatchObject({ id: stage.managerId });
      });

      it('gives everybody who could be meant', async () => {
        const found = await directory.findPeople(stage.sharedName, signal);
        expect(found.length).toBeGreaterThan(1);
        expect(found.length).toBeLessThanOrEqual(10);
      });

      it.each([
        '',
        '   ',
        'nobody.here@example.invalid',
        'Zzyzx Qwrt',
        '@',
        '%',
        '*',
        '" or 1=1 --',
        '__proto__',
      ])('finds nobody for "%s"', async (query) => {
        expect(await directory.findPeople(query, signal)).toEqual([]);
      });

      it('does not find the end of a word, nor a part of an address', async () => {
        expect(await directory.findPeople(stage.person.name.slice(1), signal)).toEqual([]);
        expect(await directory.findPeople(stage.person.email.slice(0, -1), signal)).toEqual([]);
        expect(await directory.findPeople(stage.person.name.replace(' ', '@'), signal)).toEqual([]);
      });

      it('takes only the exact id', async () => {
        for (const id of ['', 'nobody', 'constructor', `${stage.person.id}x`]) {
          expect(await directory.person(id, signal)).toBeUndefined();
          expect(await directory.group(id, signal)).toBeUndefined();
          expect(await directory.app(id, signal)).toBeUndefined();
          expect(await directory.licence(id, signal)).toBeUndefined();
        }
      });

      it('finds groups, applications and licences by name', async () => {
        const group = await directory.group(stage.groupId, signal);
        const app = await directory.app(stage.appId, signal);
        const licence = await directory.licence(stage.licenceId, signal);
        expect(await directory.findGroups(group?.name.toLowerCase() ?? '', signal)).toEqual([group]);
        expect(await directory.findApps(app?.name ?? '', signal)).toEqual([app]);
        expect(await directory.findLicences(licence?.name ?? '', signal)).toEqual([licence]);
      });

      it('lists everybody by name', async () => {
        const everybody = await directory.allPeople(signal);
        expect(everybody.map(({ id }) => id)).toContain(stage.person.id);
        const names = everybody.map(({ name }) => name);
        expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
      });

      it('lists sign-ins newest first', async () => {
        const times = (await directory.signIns(stage.person.id, signal)).map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        expect(times.length).toBeLessThanOrEqual(20);
      });
    });

    describe.each(CHANGES)('$name', ({ name, run, undo, seen }) => {
      it('shows, and shows again after a restart', async () => {
        expect(seen(await look(), stage)).toBe(false);
        await run(stage, directory, fresh());
        expect(seen(await look(), stage)).toBe(true);
        expect(seen(await look(await stage.restart()), stage)).toBe(true);
      });

      it('is harmless when it is so already', async () => {
        await run(stage, directory, fresh());
        const once = await look();
        await run(stage, directory, fresh());
        expect(await look()).toEqual(once);
      });

      it('touches nobody else', async () => {
        const others = async (on: Directory) =>
          (await on.allPeople(signal)).filter(({ id }) => id !== stage.person.id);
        const before = await others(directory);
        await run(stage, directory, fresh());
        expect(await others(directory)).toEqual(before);
      });

      it('refuses somebody who is not there', async () => {
        const nobody = { ...stage, person: { ...stage.person, id: 'nobody@example.invalid' } };
        await refused(run(nobody, directory, fresh()));
      });

      it.skipIf(undo === undefined)('can be taken back', async () => {
        const before = await look();
        await run(stage, directory, fresh());
        await undo?.(stage, directory, fresh());
        expect(await look()).toEqual(before);
        await undo?.(stage, directory, fresh());
        expect(await look()).toEqual(before);
      });

      it.skipIf(!contract.keyed || undo === undefined)(
        'changes nothing when it is repeated under its key, also after a restart',
        async () => {
          const key = fresh();
          await run(stage, directory, key);
          await undo?.(stage, directory, fresh());
          await run(stage, directory, key);
          expect(seen(await look(), stage), name).toBe(false);
          const restarted = await stage.restart();
          await run(stage, restarted, key);
          expect(seen(await look(restarted), stage), name).toBe(false);
        },
      );
    });

    it('counts members and seats', async () => {
      const { person, groupId, licenceId } = stage;
      const members = async () => (await directory.group(groupId, signal))?.memberCount ?? 0;
      const used = async () => (await directory.licence(licenceId, signal))?.used ?? 0;
      const before = [await members(), await used()] as const;
      await directory.addMember(groupId, person.id, fresh());
      await directory.assignLicence(licenceId, person.id, fresh());
      expect([await members(), await used()]).toEqual([before[0] + 1, before[1] + 1]);
      await directory.removeMember(groupId, person.id, fresh());
      await directory.removeLicence(licenceId, person.id, fresh());
      expect([await members(), await used()]).toEqual(before);
    });

    it('refuses what is not there and seats that are taken', async () => {
      const { person, fullLicenceId } = stage;
      await refused(directory.addMember('nothing', person.id, fresh()));
      await refused(directory.assignApp('nothing', person.id, fresh()));
      await refused(directory.assignLicence('nothing', person.id, fresh()));
      expect(await refused(directory.assignLicence(fullLicenceId, person.id, fresh()))).toMatch(/seat/);
      expect((await look()).licenceIds).not.toContain(fullLicenceId);
    });

    it('hands out what does not change afterwards', async () => {
      const before = await look();
      const copy = structuredClone(before);
      await directory.addMember(stage.groupId, stage.person.id, fresh());
      await directory.unlock(stage.person.id, fresh());
      expect(before).toEqual(copy);
    });

    describe('passwords', () => {
      it('are set and kept nowhere in the clear', async () => {
        await directory.setPassword(stage.person.id, PASSWORD, fresh());
        await directory.revokeSessions(stage.person.id, fresh());
        await directory.createPerson({ email: stage.freeEmail, name: 'New Person' }, PASSWORD, fresh());
        expect(JSON.stringify(await directory.allPeople(signal))).not.toContain(PASSWORD);
        const traces = await stage.traces();
        for (const spelling of [
          PASSWORD,
          Buffer.from(PASSWORD).toString('base64'),
          Buffer.from(PASSWORD).toString('hex'),
        ])
          expect(traces).not.toContain(spelling);
      });

      it('of nobody are refused without naming them', async () => {
        expect(await refused(directory.setPassword('nobody', PASSWORD, fresh()))).not.toContain(PASSWORD);
      });
    });

    describe('a new person', () => {
      const made = (email: string, managerId?: string) => ({
        email,
        name: 'Noa Brandt',
        title: 'Trainee',
        managerId,
      });

      it('is there with everything that was said', async () => {
        const { freeEmail, managerId } = stage;
        const id = await directory.createPerson(made(freeEmail, managerId), PASSWORD, fresh());
        const wanted = { id, name: 'Noa Brandt', title: 'Trainee', managerId, groupIds: [], licenceIds: [] };
        expect(await directory.person(id, signal)).toMatchObject(wanted);
        expect(await directory.findPeople(freeEmail.toUpperCase(), signal)).toMatchObject([{ id }]);
        expect(await (await stage.restart()).person(id, signal)).toMatchObject(wanted);
        await directory.addMember(stage.groupId, id, fresh());
        expect((await directory.person(id, signal))?.groupIds).toEqual([stage.groupId]);
      });

      it('is refused where an account has the address', async () => {
        const before = await look();
        await refused(
          directory.createPerson({ email: stage.person.email, name: before.name }, PASSWORD, fresh()),
        );
        await refused(
          directory.createPerson(made(stage.person.email.toUpperCase(), stage.managerId), PASSWORD, fresh()),
        );
        expect(await look()).toEqual(before);
      });

      it('is refused with a foreign domain or an unknown manager', async () => {
        await refused(directory.createPerson(made('noa@elsewhere.invalid'), PASSWORD, fresh()));
        await refused(directory.createPerson(made(stage.freeEmail, 'nobody'), PASSWORD, fresh()));
        expect(await directory.findPeople(stage.freeEmail, signal)).toEqual([]);
      });

      it.skipIf(!contract.keyed)('is made once under one key', async () => {
        const key = fresh();
        const id = await directory.createPerson(made(stage.freeEmail), PASSWORD, key);
        await directory.addMember(stage.groupId, id, fresh());
        expect(await directory.createPerson(made(stage.freeEmail), PASSWORD, key)).toBe(id);
        const restarted = await stage.restart();
        expect(await restarted.createPerson(made(stage.freeEmail), PASSWORD, key)).toBe(id);
        expect((await restarted.person(id, signal))?.groupIds).toEqual([stage.groupId]);
      });
    });
  });
}
