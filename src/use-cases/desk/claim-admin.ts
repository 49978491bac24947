// The first admin: a one-time code, printed at the first start of a desk that has no admin. Stored as a digest, used once.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '../../core.ts';
import type { Person } from '../../people/person.ts';
import { type Database, q } from '../../store/database.ts';
import { eq } from '../../store/drizzle.ts';
import type { Handled } from '../outcome.ts';

const SCOPE = 'desk';
const NAME = 'claim-code';

function digest(code: string): string {
  return createHash('sha256').update(`deskhand/claim/v1\n${code}`).digest('hex');
}

/** A new code for a desk without admins, replacing an earlier one; undefined where an admin exists. */
export async function makeClaimCode(
  core: Pick<Core, 'database' | 'desk' | 'clock'>,
): Promise<string | undefined> {
  if (core.desk.admins().length > 0) return undefined;
  const code = randomBytes(12).toString('base64url');
  await core.database.transaction(function* ({ tx, t }) {
    const row = { sealed: digest(code), changedBy: 'system', changedAt: core.clock.now() };
    yield* q(
      tx
        .insert(t.secrets)
        .values({ id: `${SCOPE}:${NAME}`, scope: SCOPE, name: NAME, ...row })
        .onConflictDoUpdate({ target: [t.secrets.scope, t.secrets.name], set: row }),
    );
  });
  return code;
}

/** The person who types the code becomes an admin, if the desk has none; the code is gone afterwards. */
export async function claimAdmin(core: Core, code: string, person: Person): Promise<Handled> {
  const stored = await codeOf(core.database);
  const given = Buffer.from(digest(code));
  if (core.desk.admins().length > 0 || !stored) {
    return { type: 'refused', why: 'This desk has an admin already, who can add others with "people".' };
  }
  if (!timingSafeEqual(given, Buffer.from(stored))) {
    return { type: 'refused', why: 'This code is not right. It was printed when the desk started.' };
  }
  await core.unit(function* (work) {
    const { tx, t } = work;
    const gone = yield* q(
      tx
        .delete(t.secrets)
        .where(eq(t.secrets.id, `${SCOPE}:${NAME}`))
        .returning({ id: t.secrets.id }),
    );
    if (gone.length === 0) return;
    const override = {
      kind: 'person',
      email: person.email,
      name: person.name,
      roles: ['msp_admin'],
    } as const;
    yield* core.desk.write(work, override, person.email);
    work.audit({
      actor: `person:${person.email}`,
      verb: 'admin.claimed',
      subject: `person:${person.email}`,
      text: `${person.name} became the first admin with the code of the first start.`,
    });
  });
  await core.desk.reload();
  return { type: 'done', text: 'You are an admin of this desk now. "help" lists what you can do.' };
}

function codeOf(database: Database): Promise<string | undefined> {
  return database.read(function* ({ tx, t }) {
    const [row] = yield* q(
      tx
        .select({ sealed: t.secrets.sealed })
        .from(t.secrets)
        .where(eq(t.secrets.id, `${SCOPE}:${NAME}`)),
    );
    return row?.sealed;
  });
}
