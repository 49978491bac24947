// The first admin: a one-time code, printed at the first start of a desk that has no admin. Stored as a digest, used once.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { selectLatest } from '../../audit/store.ts';
import type { Core } from '../../core.ts';
import type { Actor } from '../../people/actor.ts';
import { type Db, q, type Step } from '../../store/database.ts';
import { eq } from '../../store/drizzle.ts';
import type { Work } from '../../work/work.ts';
import { done, type Outcome, refused } from '../outcome.ts';

const SCOPE = 'desk';
const NAME = 'claim-code';
const ID = `${SCOPE}:${NAME}`;
/** What the log calls it. */
const CLAIM = 'desk:claim';

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
        .values({ id: ID, scope: SCOPE, name: NAME, ...row })
        .onConflictDoUpdate({ target: [t.secrets.scope, t.secrets.name], set: row }),
    );
  });
  return code;
}

/** The person who types the code becomes an admin, if the desk has none; of two at once the first. The code is gone afterwards. */
export async function claimAdmin(core: Core, by: Actor, code: string): Promise<Outcome> {
  const { person } = by;
  const given = Buffer.from(digest(code));
  const outcome = await core.unit(function* (work): Step<Outcome> {
    const { tx, t } = work;
    const stored = yield* selectCode(work);
    if (core.desk.admins().length > 0 || !stored) return yield* claimedAlready(core, work);
    if (!timingSafeEqual(given, Buffer.from(stored)))
      return refused('This code is not right. It was printed when the desk started.');
    yield* q(tx.delete(t.secrets).where(eq(t.secrets.id, ID)));
    const roles = ['msp_admin'] as const;
    const override = { kind: 'person', email: person.email, name: person.name, roles } as const;
    yield* core.desk.write(work, override, person.email);
    work.audit({
      actor: `person:${person.email}`,
      verb: 'admin.claimed',
      subject: CLAIM,
      text: `${person.name} became the first admin with the code of the first start.`,
    });
    return done('You are an admin of this desk now. "help" lists what you can do.');
  });
  if (outcome.type === 'done') await core.desk.reload();
  return outcome;
}

/** Who has it, and since when, as far as the log knows. */
function* claimedAlready(core: Core, work: Work): Step<Outcome> {
  const [last] = yield* selectLatest(work, 1, CLAIM);
  const email = last?.actor.replace(/^person:/, '') ?? '';
  const name = core.desk.staff(email)?.name ?? email;
  const add = 'Admins add others with "people".';
  if (!last) return refused(`This desk has an admin already. ${add}`);
  const since = { time: last.at.getTime() };
  return refused([`This desk has an admin already: ${name}, since `, since, `. ${add}`]);
}

function* selectCode({ tx, t }: Db): Step<string | undefined> {
  const [row] = yield* q(tx.select({ sealed: t.secrets.sealed }).from(t.secrets).where(eq(t.secrets.id, ID)));
  return row?.sealed;
}
