// A desk for random histories: a scripted planner, everybody who might click, a database that outlives the app, and what
// the database says happened.

import { defaultDeskFile } from '../../src/desk/default.ts';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import type { Planner } from '../../src/planning/planner.ts';
import type { App } from '../../src/process/app.ts';
import { type Database, q } from '../../src/store/database.ts';
import { asc } from '../../src/store/drizzle.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';
import { scriptedPlanner } from '../runs/scripted-planner.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { MemoryChat } from '../support/memory-chat.ts';
import { ADA, createTestDesk, DANA, LEE, MIA, NOOR, type TestDesk, TINA } from '../support/test-desk.ts';

export const PAUL = 'paul.laurent@acme-dental.example';
export const SAM = 'sam.ortiz@acme-dental.example';
export const STRANGER = 'eve@elsewhere.example';

/** Mia manages Dana and Sam and is on the desk as well: she must never fill the technician's half of their requests. */
export const STAFF = [ADA, NOOR, TINA, LEE, MIA];
export const EVERYBODY = [...STAFF, DANA, PAUL, SAM, STRANGER];

export function storyDesk(): DeskFile {
  const file = defaultDeskFile();
  const mia = {
    email: MIA,
    name: 'Mia Fontaine',
    roles: ['msp_technician' as const],
    clients: ['acme-dental'],
  };
  return { ...file, people: [...file.people, mia] };
}

type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect'];

export interface Facts {
  readonly tickets: readonly Row<'tickets'>[];
  readonly plans: readonly Row<'plans'>[];
  readonly approvals: readonly Row<'approvals'>[];
  readonly runs: readonly Row<'runs'>[];
  readonly steps: readonly Row<'runSteps'>[];
  readonly jobs: readonly Row<'jobs'>[];
  readonly effects: readonly Row<'sandboxChanges'>[];
}

export class DeskUnderTest {
  readonly clock = new ManualClock();
  readonly chat: MemoryChat;
  readonly #file: DeskFile;
  readonly #planner: Planner;
  readonly #sqlite = { ...openSqlite({ path: ':memory:', use: 'server' }) };
  #dead = false;
  /** Survives a restart of the app. A dead process writes nothing. */
  readonly database: Database = {
    ...this.#sqlite,
    transaction: async (body) => {
      if (this.#dead) throw new Error('this process is dead');
      return this.#sqlite.transaction(body);
    },
    close: async () => {},
  };
  #desk: TestDesk | undefined;

  private constructor(file: DeskFile, planner: Planner, chat: MemoryChat) {
    this.chat = chat;
    this.#file = file;
    this.#planner = planner;
  }

  static async start(
    file = storyDesk(),
    planner = scriptedPlanner(),
    chat = new MemoryChat(),
  ): Promise<DeskUnderTest> {
    const made = new DeskUnderTest(file, planner, chat);
    await made.restart();
    return made;
  }

  get app(): App {
    if (!this.#desk) throw new Error('not started');
    return this.#desk.app;
  }

  /** Does one thing; from its commit on, the process writes nothing any more. */
  async stopAt(work: () => Promise<unknown>): Promise<void> {
    const { transaction } = this.#sqlite;
    this.#sqlite.transaction = async (body) => {
      const result = await transaction(body);
      this.#dead = true;
      return result;
    };
    await work();
    this.#sqlite.transaction = transaction;
    await this.#desk?.close();
    this.#dead = false;
    this.#desk = undefined;
  }

  async restart(): Promise<void> {
    await this.#desk?.close();
    const { clock, chat, database } = this;
    const options = { desk: this.#file, planner: this.#planner, clock, chat, database };
    this.#desk = await createTestDesk(options);
    await this.settle();
  }

  async stop(): Promise<void> {
    await this.#desk?.close();
    await this.#sqlite.close();
  }

  settle(): Promise<void> {
    return this.app.settle();
  }

  /** E-mail addresses by person id. */
  async people(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read(({ tx, t }) => q(tx.select().from(t.people)));
    return new Map(rows.map((row) => [row.id, row.email]));
  }

  facts(): Promise<Facts> {
    return this.database.read(function* ({ tx, t }) {
      return {
        tickets: yield* q(tx.select().from(t.tickets).orderBy(asc(t.tickets.id))),
        plans: yield* q(tx.select().from(t.plans).orderBy(asc(t.plans.id))),
        approvals: yield* q(tx.select().from(t.approvals).orderBy(asc(t.approvals.id))),
        runs: yield* q(tx.select().from(t.runs).orderBy(asc(t.runs.id))),
        steps: yield* q(tx.select().from(t.runSteps).orderBy(asc(t.runSteps.idx))),
        jobs: yield* q(tx.select().from(t.jobs).orderBy(asc(t.jobs.id))),
        effects: yield* q(tx.select().from(t.sandboxChanges).orderBy(asc(t.sandboxChanges.id))),
      };
    });
  }
}
