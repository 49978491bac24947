// One commit for all the units that are ready at the same moment: a commit waits for the disk and nothing else runs
// meanwhile. Each unit stands in a savepoint of its own, so one that fails takes nobody along.
import type SqliteDatabase from 'better-sqlite3';

export interface GroupCommit {
  /** Runs `work` inside a transaction; resolves when it is on disk, rejects with what `work` threw or the commit failed with. */
  run<T>(work: () => T): Promise<T>;
  /** Commits what waits, now. */
  flush(): void;
}

interface Unit {
  readonly work: () => unknown;
  readonly done: (value: never) => void;
  readonly failed: (error: unknown) => void;
}

export function createGroupCommit(client: SqliteDatabase.Database): GroupCommit {
  let waiting: Unit[] = [];
  // IMMEDIATE: a deferred transaction that reads and then writes loses to a concurrent writer in spite of the busy time-out.
  const together = client.transaction((units: readonly Unit[]) => units.map(settledAlone));
  const savepoint = client.transaction((work: () => unknown) => work());
  const settledAlone = (unit: Unit, _index: number, units: readonly Unit[]): (() => void) => {
    try {
      const value = units.length === 1 ? unit.work() : savepoint(unit.work);
      return () => unit.done(value as never);
    } catch (error) {
      // With nobody else in it, or when SQLite gave the whole transaction up, everything is rolled back.
      if (units.length === 1 || !client.inTransaction) throw error;
      return () => unit.failed(error);
    }
  };
  const flush = () => {
    const units = waiting;
    waiting = [];
    if (units.length === 0) return;
    try {
      for (const settle of together.immediate(units)) settle();
    } catch (error) {
      for (const unit of units) unit.failed(error);
    }
  };
  return {
    flush,
    run: (work) =>
      new Promise((done, failed) => {
        // After everything that this turn of the event loop brings.
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ work, done, failed });
      }),
  };
}
