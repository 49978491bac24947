// The desk as it holds now: the file, what chat changed, and the admins of DESK_ADMINS, in memory. Read by every decision;
// written only by `change`, which stores first.
import type { ScopedRule } from '../policy/policy.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { asc } from '../store/drizzle.ts';
import { type Mode, MSP_CLIENT_ID, servesClient } from './client.ts';
import type { DeskClient, DeskFile, DeskPerson } from './desk-file.ts';
import { applyOverrides, type EffectiveDesk, type Override, overrideKey } from './overrides.ts';

export interface Desk {
  /** As it holds now. */
  readonly desk: DeskFile;
  /** As the file says, without what chat changed. */
  readonly file: DeskFile;
  readonly stopped: boolean;
  readonly rules: readonly ScopedRule[];
  client(id: string): DeskClient | undefined;
  modeOf(clientId: string): Mode;
  /** Staff by e-mail address, with the roles of this moment. */
  staff(email: string): DeskPerson | undefined;
  /** Staff that may serve the client. */
  technicians(clientId: string): readonly DeskPerson[];
  admins(): readonly DeskPerson[];
  /** Writes an override inside a unit; call `reload` after the commit. */
  write(work: Writing, override: Override, by: string): Step<void>;
  /** Forgets every override, for an explicit import. */
  clear(db: Db): Step<void>;
  reload(file?: DeskFile): Promise<void>;
  /** How the desk would be with this file and nothing from chat. Changes nothing. */
  preview(file: DeskFile): EffectiveDesk;
}

/** @param admins addresses of DESK_ADMINS */
export async function createDesk(
  database: Database,
  file: DeskFile,
  admins: readonly string[],
): Promise<Desk> {
  let base = withAdmins(file, admins);
  let effective: EffectiveDesk = applyOverrides(base, await readOverrides(database));
  const staff = (email: string) => {
    const found = effective.desk.people.find((person) => person.email === email.toLowerCase());
    return found && found.roles.length > 0 ? found : undefined;
  };
  return {
    get desk() {
      return effective.desk;
    },
    get file() {
      return base;
    },
    get stopped() {
      return effective.stopped;
    },
    get rules() {
      return effective.rules;
    },
    client: (id) =>
      id === MSP_CLIENT_ID
        ? mspClient(effective.desk)
        : effective.desk.clients.find((client) => client.id === id),
    modeOf: (clientId) => {
      // The MSP's own staff have no systems connected: what they ask goes to a person at once.
      if (clientId === MSP_CLIENT_ID) return 'execute';
      const mode = effective.desk.clients.find((client) => client.id === clientId)?.mode ?? 'plan';
      return mode === 'inherit' ? effective.desk.msp.defaultMode : mode;
    },
    staff,
    technicians: (clientId) =>
      effective.desk.people.filter((person) => servesClient(person.roles, person.clients, clientId)),
    admins: () => effective.desk.people.filter((person) => person.roles.includes('msp_admin')),
    *write({ tx, t, now }, override, by) {
      const row = {
        key: overrideKey(override),
        value: override,
        changedBy: by,
        changedAt: now,
      };
      const { key: _, ...set } = row;
      yield* q(tx.insert(t.overrides).values(row).onConflictDoUpdate({ target: t.overrides.key, set }));
    },
    *clear({ tx, t }) {
      yield* q(tx.delete(t.overrides));
    },
    reload: async (next) => {
      if (next) base = withAdmins(next, admins);
      effective = applyOverrides(base, await readOverrides(database));
    },
    preview: (next) => applyOverrides(withAdmins(next, admins), []),
  };
}

/** MSP staff belong to a client of their own, without integrations. */
function mspClient(desk: DeskFile): DeskClient {
  return {
    id: MSP_CLIENT_ID,
    name: desk.msp.name,
    domains: desk.msp.domains,
    slackTeams: desk.msp.slackTeams,
    teamsTenants: desk.msp.teamsTenants,
    mode: 'execute',
    timeZone: 'UTC',
    notify: desk.msp.notify,
    protected: [],
    receipt: true,
    requesterNotices: true,
    integrations: [],
    policies: [],
    tools: [],
    released: [],
    agent: { confidence: {} },
  };
}

function readOverrides(database: Database): Promise<readonly Override[]> {
  return database.read(function* ({ tx, t }) {
    const rows = yield* q(
      tx.select({ value: t.overrides.value }).from(t.overrides).orderBy(asc(t.overrides.changedAt)),
    );
    return rows.map((row) => row.value as Override);
  });
}

/** The addresses of DESK_ADMINS are admins whatever the file says. */
function withAdmins(file: DeskFile, admins: readonly string[]): DeskFile {
  const extra = admins.map((email) => email.toLowerCase());
  const raised = file.people.map((person) =>
    extra.includes(person.email) && !person.roles.includes('msp_admin')
      ? { ...person, roles: [...person.roles, 'msp_admin' as const] }
      : person,
  );
  const added = extra
    .filter((email) => !file.people.some((person) => person.email === email))
    .map((email) => ({ email, name: email.split('@')[0] ?? email, roles: ['msp_admin' as const] }));
  return { ...file, people: [...raised, ...added] };
}
