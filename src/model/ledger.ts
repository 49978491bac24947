// What the model has cost: one row per run, and the sums of a client and of a ticket. It counts; budget.ts decides.
import { newId } from '../lib/ids.ts';
import { type Database, type Db, q } from '../store/database.ts';
import { and, eq, gte, sql } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import type { Usage } from './model.ts';

export interface Cost {
  /** Millionths of the currency. */
  readonly micros: number;
  readonly currency: string;
}

export interface ModelRun {
  readonly ticketId: string;
  readonly clientId: string;
  readonly at: Date;
  readonly model: string;
  /** `plan`, `question`, `answer`, `hand_off`, or why the embedded planner took over. */
  readonly outcome: string;
  readonly requests: number;
  readonly usage: Usage;
  readonly latencyMs: number;
  /** Undefined: no price is known. */
  readonly cost: Cost | undefined;
}

export interface Spent {
  /** Runs that asked the model at least once. */
  readonly runs: number;
  /** Runs that the embedded planner had to take over, or made alone. */
  readonly takenOver: number;
  readonly requests: number;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  /** Some of it was counted from the length of the texts. */
  readonly estimated: boolean;
  /** One for each currency that prices were in. */
  readonly costs: readonly Cost[];
}

export interface Ledger {
  record(run: ModelRun): Promise<void>;
  /** @param clientId undefined: every client */
  spent(clientId: string | undefined, since: Date): Promise<Spent>;
  spentOn(ticketId: string): Promise<Spent>;
}

/** PostgreSQL's `integer`; nothing real comes near it. */
const MOST = 2_147_483_647;

const insertRow = statement((tx, t, row: Tables['modelRuns']['$inferSelect']) =>
  tx.insert(t.modelRuns).values(everyColumn(t.modelRuns, row)),
);
export function createLedger(database: Database): Ledger {
  return {
    record: async (run) => {
      const { usage, cost, ...rest } = run;
      const row = {
        ...rest,
        id: newId(run.at.getTime()),
        promptTokens: bounded(usage.promptTokens),
        cachedTokens: bounded(usage.cachedTokens),
        completionTokens: bounded(usage.completionTokens),
        reasoningTokens: bounded(usage.reasoningTokens),
        estimated: usage.estimated,
        latencyMs: bounded(run.latencyMs),
        costMicros: cost ? bounded(cost.micros) : null,
        currency: cost?.currency ?? null,
      };
      await database.transaction(function* (db) {
        yield* q(insertRow(db, row));
      });
    },
    spent: (clientId, since) =>
      database.read(function* (db) {
        const { modelRuns: runs } = db.t;
        const ofClient = clientId === undefined ? undefined : eq(runs.clientId, clientId);
        return toSpent(
          yield* q(
            sums(db)
              .where(and(ofClient, gte(runs.at, since)))
              .groupBy(runs.currency),
          ),
        );
      }),
    spentOn: (ticketId) =>
      database.read(function* (db) {
        const { modelRuns: runs } = db.t;
        return toSpent(yield* q(sums(db).where(eq(runs.ticketId, ticketId)).groupBy(runs.currency)));
      }),
  };
}

/** PostgreSQL gives sums as texts. */
function sums({ tx, t: { modelRuns: runs } }: Db) {
  const sum = (what: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${what}), 0)`.mapWith(Number);
  const asked = sql`case when ${runs.requests} > 0 then 1 else 0 end`;
  const proposed = sql`case when ${runs.outcome} in ('plan', 'question', 'answer', 'hand_off') then 0 else 1 end`;
  return tx
    .select({
      currency: runs.currency,
      runs: sum(asked),
      takenOver: sum(proposed),
      requests: sum(sql`${runs.requests}`),
      promptTokens: sum(sql`${runs.promptTokens}`),
      cachedTokens: sum(sql`${runs.cachedTokens}`),
      completionTokens: sum(sql`${runs.completionTokens}`),
      estimated: sum(sql`case when ${runs.estimated} then 1 else 0 end`),
      micros: sum(sql`${runs.costMicros}`),
    })
    .from(runs);
}

type Sums = Omit<Spent, 'estimated' | 'costs'> & {
  readonly currency: string | null;
  readonly estimated: number;
  readonly micros: number;
};

function toSpent(groups: readonly Sums[]): Spent {
  const total = (pick: (group: Sums) => number) => groups.reduce((sum, group) => sum + pick(group), 0);
  return {
    runs: total((group) => group.runs),
    takenOver: total((group) => group.takenOver),
    requests: total((group) => group.requests),
    promptTokens: total((group) => group.promptTokens),
    cachedTokens: total((group) => group.cachedTokens),
    completionTokens: total((group) => group.completionTokens),
    estimated: groups.some((group) => group.estimated > 0),
    costs: groups.flatMap(({ currency, micros }) => (currency === null ? [] : [{ currency, micros }])),
  };
}

function bounded(value: number): number {
  return Math.max(0, Math.min(MOST, Math.round(value)));
}
