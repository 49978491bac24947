// The vault: values sealed at rest, by scope (a client id or `msp`) and name. A value leaves it only into a tool's call.
import { AppError } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, asc, eq, ne } from '../store/drizzle.ts';

export interface Cipher {
  seal(value: string, context: string): string;
  /** @throws AppError if the key or the context is another one */
  open(box: string, context: string): string;
}

export const MSP_SCOPE = 'msp';

export interface Vault {
  /** A client's secret, or the MSP's of that name. @throws AppError `secrets.missing` */
  value(scope: string, name: string): Promise<string>;
  /** Every value that opens with this key, of all scopes; for the redactor alone. */
  values(): Promise<readonly string[]>;
  /** Names only. */
  list(): Promise<readonly { readonly scope: string; readonly name: string; readonly changedAt: Date }[]>;
  write(work: Writing, secret: { scope: string; name: string; value: string; by: string }): Step<void>;
  /** False if there was none. */
  remove(db: Db, scope: string, name: string): Step<boolean>;
}

/** Of the desk itself: digests, no values. */
const DESK_SCOPE = 'desk';

/** @param onValue told of each value that is set, so that it is masked from then on */
export function createVault(
  database: Database,
  cipher: Cipher,
  onValue: (value: string) => void = () => {},
): Vault {
  const contextOf = (scope: string, name: string) => `vault/${scope}/${name}`;
  return {
    value: async (scope, name) => {
      const rows = await database.read(({ tx, t }) =>
        q(tx.select().from(t.secrets).where(eq(t.secrets.name, name))),
      );
      const row =
        rows.find((secret) => secret.scope === scope) ?? rows.find((secret) => secret.scope === MSP_SCOPE);
      if (!row) {
        throw new AppError({
          code: 'secrets.missing',
          message: `The secret ${name} is not in the vault. An admin can set it with "secret set ${name}".`,
        });
      }
      return cipher.open(row.sealed, contextOf(row.scope, row.name));
    },
    values: async () => {
      const rows = await database.read(({ tx, t }) =>
        q(tx.select().from(t.secrets).where(ne(t.secrets.scope, DESK_SCOPE))),
      );
      return rows.flatMap((row) => openable(cipher, row.sealed, contextOf(row.scope, row.name)));
    },
    list: () =>
      database.read(({ tx, t }) =>
        q(
          tx
            .select({ scope: t.secrets.scope, name: t.secrets.name, changedAt: t.secrets.changedAt })
            .from(t.secrets)
            .orderBy(asc(t.secrets.scope), asc(t.secrets.name)),
        ),
      ),
    *write({ tx, t, now }, secret) {
      onValue(secret.value);
      const set = {
        sealed: cipher.seal(secret.value, contextOf(secret.scope, secret.name)),
        changedBy: secret.by,
        changedAt: now,
      };
      yield* q(
        tx
          .insert(t.secrets)
          .values({ id: newId(now.getTime()), scope: secret.scope, name: secret.name, ...set })
          .onConflictDoUpdate({ target: [t.secrets.scope, t.secrets.name], set }),
      );
    },
    *remove({ tx, t }, scope, name) {
      const gone = yield* q(
        tx
          .delete(t.secrets)
          .where(and(eq(t.secrets.scope, scope), eq(t.secrets.name, name)))
          .returning({ id: t.secrets.id }),
      );
      return gone.length > 0;
    },
  };
}

/** What was sealed with another key is used by nobody, so it can stand nowhere. */
function openable(cipher: Cipher, sealed: string, context: string): readonly string[] {
  try {
    return [cipher.open(sealed, context)];
  } catch {
    return [];
  }
}
