// The sandbox's change log in the database: what its tools did, so that a restart finds the same made-up world.
import { newId } from '../../lib/ids.ts';
import { type Database, q } from '../../store/database.ts';
import { asc, eq } from '../../store/drizzle.ts';
import type { Change, ChangeLog } from './change-log.ts';

export function createChangeLog(database: Database, clientId: string): ChangeLog {
  return {
    all: () =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(
          tx
            .select({ change: t.sandboxChanges.change })
            .from(t.sandboxChanges)
            .where(eq(t.sandboxChanges.clientId, clientId))
            .orderBy(asc(t.sandboxChanges.id)),
        );
        // A verb of another version is named where it is applied; here the log is only read.
        return rows.map((row) => row.change as Change);
      }),
    append: (change) =>
      database.transaction(function* ({ tx, t }) {
        const row = { id: newId(change.at), clientId, key: change.key, change };
        const added = yield* q(
          tx
            .insert(t.sandboxChanges)
            .values(row)
            .onConflictDoNothing()
            .returning({ id: t.sandboxChanges.id }),
        );
        return added.length === 1 ? ('appended' as const) : ('known' as const);
      }),
  };
}
