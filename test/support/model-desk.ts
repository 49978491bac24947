// A test desk whose planner is the one of a desk with a model: the real client, breaker, budget and ledger, over a scripted
// server in a dialect of the test's choice.
import { connectModel, type ModelConnectionOptions } from '../../src/process/connect-model.ts';
import { type Database, q } from '../../src/store/database.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { type ModelDialect, startDialect } from './model-dialects.ts';
import { type Fault, type ScriptedModel, startScriptedModel } from './scripted-model.ts';
import { createTestDesk, type TestDesk, type TestDeskOptions } from './test-desk.ts';

/** Faults after which a request ends only with the model's time. */
const ENDLESS: ReadonlySet<Fault> = new Set(['hung', 'stalled', '429 in a while']);

export interface ModelDesk extends TestDesk {
  readonly model: ScriptedModel;
  /** Request bodies as the server of this dialect saw them. */
  readonly bodies: () => readonly string[];
}

export interface ModelDeskOptions extends TestDeskOptions {
  readonly dialect?: ModelDialect;
  readonly limits?: Pick<ModelConnectionOptions, 'timeoutMs' | 'modelTimeMs' | 'maxRetries'>;
}

export async function createModelDesk(options: ModelDeskOptions = {}): Promise<ModelDesk> {
  const { dialect, limits, ...deskOptions } = options;
  const model = await startScriptedModel();
  const server = dialect === undefined ? undefined : await startDialect(dialect, model);
  const connected = await connectModel(server?.config ?? model.config, {
    ...limits,
    profile: server?.profile,
  });
  const desk = await createTestDesk({ ...deskOptions, withModel: connected.guard });
  model.onFault((fault) => {
    if (limits?.modelTimeMs !== undefined && ENDLESS.has(fault)) void passTime(desk, limits.modelTimeMs);
  });
  return {
    ...desk,
    model,
    bodies: server?.bodies ?? model.bodies,
    close: async () => {
      await desk.close();
      await server?.close();
      await model.close();
    },
  };
}

async function passTime({ clock }: TestDesk, ms: number): Promise<void> {
  while (await clock.skipPause(ms));
}

/** How every ticket of a desk stands, by number, and what is still to do that is due. */
export async function standing(
  database: Database,
  now: Date,
): Promise<{ readonly states: readonly Ticket['state'][]; readonly openJobs: readonly string[] }> {
  return database.read(function* ({ tx, t }) {
    const tickets = yield* q(tx.select().from(t.tickets));
    const jobs = yield* q(tx.select().from(t.jobs));
    return {
      states: [...tickets].sort((a, b) => a.number - b.number).map(({ state }) => state as Ticket['state']),
      openJobs: jobs.filter((job) => job.doneAt === null && job.runAt <= now).map(({ kind }) => kind),
    };
  });
}

export interface ModelRunRow {
  readonly outcome: string;
  readonly requests: number;
  readonly estimated: boolean;
}

/** The ledger's rows, oldest first. */
export async function modelRuns(database: Database): Promise<readonly ModelRunRow[]> {
  return database.read(function* ({ tx, t }) {
    const rows = yield* q(tx.select().from(t.modelRuns));
    return [...rows]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ outcome, requests, estimated }) => ({ outcome, requests, estimated }));
  });
}
