// Changes of the desk's rules that wait for a second admin or for their day, as they are stored.
import type { Override } from '../../desk/overrides.ts';
import { type Db, q, type Step } from '../../store/database.ts';
import { eq } from '../../store/drizzle.ts';

export interface PendingChange {
  readonly id: string;
  readonly override: Override;
  readonly summary: string;
  readonly state: string;
  readonly askedBy: string;
  /** The client that it is about; undefined: the whole desk. */
  readonly clientId: string | undefined;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
}

export function* selectChange({ tx, t }: Db, id: string): Step<PendingChange | undefined> {
  const [row] = yield* q(tx.select().from(t.changes).where(eq(t.changes.id, id)));
  if (!row) return undefined;
  const override = row.value as Override;
  return {
    id: row.id,
    override,
    summary: row.summary,
    state: row.state,
    askedBy: row.askedBy,
    clientId: clientOf(override),
    decidedBy: row.decidedBy ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
  };
}

/** The client whose part of the desk a change touches; undefined: everybody's. */
export function clientOf(override: Override): string | undefined {
  switch (override.kind) {
    case 'mode':
    case 'policy':
    case 'release':
    case 'integration':
      return override.client === 'msp' ? undefined : override.client;
    case 'person':
    case 'stop':
      return undefined;
  }
}
