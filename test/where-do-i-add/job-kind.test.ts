// Follows "a kind of job" of the README: its payload and its key in src/jobs/kinds.ts, its handler in src/inbound/jobs.ts. What is
// forgotten does not compile; what another version left in the database is set aside by name, and the rest goes on.
import { afterEach, expect, test } from 'vitest';
import type { JobHandlers } from '../../src/jobs/job.ts';
import { type JobDraft, type JobKind, planJob, readPayload } from '../../src/jobs/kinds.ts';
import { newId } from '../../src/lib/ids.ts';
import { q } from '../../src/store/database.ts';
import { everyKind } from '../support/every-kind.ts';
import { ADA, createTestDesk, DANA, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk | undefined;
afterEach(() => desk?.close());

/** Whatever would compile here and must not is found by `tsc`. */
export function whatDoesNotCompile(): readonly unknown[] {
  const { 'change.apply': _, ...others } = everyKind(async () => ({ type: 'done' }));
  // @ts-expect-error a kind without a handler
  const forgotten: JobHandlers = others;
  // @ts-expect-error a handler of no kind
  const strange: JobHandlers = { ...forgotten, 'no.kind': async () => ({ type: 'done' }) };
  // @ts-expect-error a draft written by hand, whose key nobody else could agree with
  const byHand: JobDraft = { kind: 'plan', key: 'plan:t1:0', payload: { ticketId: 't1', added: false } };
  // @ts-expect-error a reason that gives no key
  const keyless = planJob('t1', { type: 'hinted' });
  // @ts-expect-error a payload is that of its kind
  const other: JobDraft<'run'> = planJob('t1', { type: 'opened' });
  return [strange, byHand, keyless, other];
}

/** A row that another version wrote, due at once. */
const plant = ({ database, clock }: TestDesk, key: string, kind: string, payload: unknown) =>
  database.transaction(function* ({ tx, t }) {
    const now = clock.now();
    const row = { id: newId(now.getTime()), key, kind, payload, runAt: now, leaseToken: 0, tries: 0 };
    yield* q(tx.insert(t.jobs).values(row));
  });

test('a job that cannot be read is set aside, the admins are told which and why, and the others go on', async () => {
  desk = await createTestDesk();
  await plant(desk, 'plan:t9:0', 'plan', { ticket: 'my password is hunter2!' });
  await plant(desk, 'triage:t9', 'triage', { ticketId: 't9' });
  await desk.says(DANA, 'Please add me to the Newsletter group');
  const told = desk.chat.textsOf(ADA);
  const said = (key: string, why: string) =>
    `The job ${key} was set aside, because this version of Deskhand cannot read it: ${why}. What it was for is not done, so please look after it yourself. All other jobs go on.`;
  expect(told).toContain(
    said('plan:t9:0', 'payload.ticketId: Invalid input: expected string, received undefined'),
  );
  expect(told).toContain(said('triage:t9', 'this version knows no jobs of kind "triage"'));
  expect(told.join()).not.toContain('hunter2!');
  expect(desk.chat.textsOf(TINA).join()).toContain('Newsletter');
  expect(desk.chat.textsOf(MIA).join()).not.toContain('set aside');
  desk.clock.advance(3_600_000);
  await desk.settle();
  expect(desk.chat.textsOf(ADA).filter((text) => text.includes('was set aside'))).toHaveLength(2);
});

test('a message that an older version had stored is answered after the update', async () => {
  desk = await createTestDesk();
  const at = desk.chat.direct(DANA);
  const older = {
    type: 'message',
    id: 'old1',
    from: desk.chat.user(DANA),
    at,
    text: 'Please add me to the Newsletter group',
    message: { ...at, message: 'old1' },
    direct: true,
    mentioned: false,
    edited: false,
    attachments: [{ name: 'form.pdf', mimeType: 'application/pdf', size: 9, url: 'https://files.example/9' }],
  };
  await plant(desk, 'message:playground:old1', 'message', { event: older, hidden: false });
  await desk.settle();
  expect(await desk.app.core.tickets.byNumber(1001)).toMatchObject({
    title: 'Please add me to the Newsletter group',
    state: 'awaiting_approval',
    attachments: [{ name: 'form.pdf' }],
  });
});

test('no kind takes whatever stands there for its payload', () => {
  const kinds = Object.keys(everyKind(async () => ({ type: 'done' }))) as JobKind[];
  for (const kind of kinds) expect(readPayload(kind, 'words').type, kind).toBe('unreadable');
});
