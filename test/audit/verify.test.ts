// The audit chain: whatever is changed in a log afterwards, the verifier names the first entry that is not right.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AuditDraft,
  type AuditEntry,
  chainEntries,
  digestText,
  GENESIS_HASH,
  hashEntry,
} from '../../src/audit/audit.ts';
import { createHeadWriter, readHeads, readPublicKey } from '../../src/audit/heads.ts';
import { type AuditLog, createAuditLog, type WordedEntry } from '../../src/audit/store.ts';
import { AuditVerifier, type SignedHead } from '../../src/audit/verify.ts';
import { type Database, q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { auditedUnit, NOW } from '../store/rows.ts';

const ENTRIES = 12;
const drafts = Array.from(
  { length: ENTRIES },
  (_, index): AuditDraft => ({
    actor: index % 2 === 0 ? 'system' : 'person:ada@north-msp.example',
    verb: 'step.done',
    subject: `run:${index}`,
    clientId: index % 3 === 0 ? undefined : 'acme-dental',
    text: `Done step ${index}: café.`,
  }),
);

function chain(texts = drafts): WordedEntry[] {
  const entries = chainEntries({ seq: 0, hash: GENESIS_HASH }, texts, NOW);
  return entries.map((entry, index) => ({ ...entry, text: texts[index]!.text }));
}

function verdictOf(
  log: readonly (AuditEntry & { text?: string | undefined })[],
  heads: readonly SignedHead[] = [],
  key?: string,
) {
  const verifier = new AuditVerifier(heads, key);
  for (const entry of log) verifier.add(entry);
  return verifier.finish();
}

/** One character made another one; for times one millisecond, for numbers one more. */
function altered(entry: WordedEntry, field: keyof WordedEntry, at: number): WordedEntry {
  const value = entry[field];
  if (value instanceof Date) return { ...entry, [field]: new Date(value.getTime() + 1) };
  if (typeof value === 'number') return { ...entry, [field]: value + 1 };
  if (value === undefined) return { ...entry, [field]: 'acme-dental' };
  const place = at % value.length;
  const other = value[place] === 'f' ? 'e' : 'f';
  return { ...entry, [field]: `${value.slice(0, place)}${other}${value.slice(place + 1)}` };
}

const FIELDS = [
  'seq',
  'at',
  'actor',
  'verb',
  'subject',
  'clientId',
  'digest',
  'prev',
  'hash',
  'text',
] as const;

describe('one change after the fact', () => {
  test('an untouched log is right', () => {
    const log = chain();
    expect(verdictOf(log)).toEqual({ ok: true, entries: ENTRIES, heads: 0, lastHash: log.at(-1)!.hash });
  });

  test('of any field of any entry is named', () => {
    const change = fc.record({
      index: fc.nat(ENTRIES - 1),
      field: fc.constantFrom(...FIELDS),
      at: fc.nat(200),
    });
    fc.assert(
      fc.property(change, ({ index, field, at }) => {
        const log = chain();
        log[index] = altered(log[index]!, field, at);
        expect(verdictOf(log)).toMatchObject({ ok: false, seq: index + 1 });
      }),
      { numRuns: 400 },
    );
  });

  const moves = [
    { name: 'an entry taken out', change: (log: WordedEntry[]) => log.toSpliced(4, 1), seq: 5 },
    { name: 'an entry put in twice', change: (log: WordedEntry[]) => log.toSpliced(4, 0, log[4]!), seq: 6 },
    {
      name: 'two entries exchanged',
      change: (log: WordedEntry[]) => log.toSpliced(4, 2, log[5]!, log[4]!),
      seq: 5,
    },
    { name: 'the beginning taken off', change: (log: WordedEntry[]) => log.slice(1), seq: 1 },
  ];
  test.each(moves)('$name', ({ change, seq }) => {
    expect(verdictOf(change(chain()))).toMatchObject({ ok: false, seq });
  });

  test('an entry written anew with a hash of its own: the one behind it does not follow', () => {
    const log = chain();
    const forged = { ...log[4]!, actor: 'person:eve@elsewhere.example' };
    log[4] = { ...forged, hash: hashEntry(forged) };
    expect(verdictOf(log)).toEqual({ ok: false, seq: 6, why: 'it does not follow the entry before it' });
  });

  test('erased words break nothing; other words in their place do', () => {
    const log = chain();
    log[3] = { ...log[3]!, text: undefined };
    expect(verdictOf(log)).toMatchObject({ ok: true, entries: ENTRIES });
    log[3] = { ...log[3]!, text: 'Something else.' };
    expect(verdictOf(log)).toEqual({ ok: false, seq: 4, why: 'its words were changed' });
  });

  test('the digest is over the words alone, whichever way their accents are written', () => {
    expect(digestText('café')).toBe(digestText('cafe\u0301'));
    expect(digestText('café')).not.toBe(digestText('cafe'));
  });
});

describe('signed heads outside the database', () => {
  let folder: string;
  let files: { headsPath: string; keyPath: string };
  let database: Database;
  let log: AuditLog;
  const append = (text: string) =>
    auditedUnit(() => database)(function* (work) {
      work.audit({ actor: 'system', verb: 'alarm.raised', subject: 'alarm:test', text });
    });
  const verdict = async (key = readPublicKey(files.keyPath)) =>
    verdictOf(await log.page(0, 100), readHeads(files.headsPath), key);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deskhand-audit-'));
    files = { headsPath: join(folder, 'heads.jsonl'), keyPath: join(folder, 'keys', 'audit.pem') };
    database = openSqlite({ path: ':memory:', use: 'server' });
    log = createAuditLog(database);
    const heads = createHeadWriter(log, files);
    for (const text of ['one', 'two', 'three', 'four']) {
      await append(text);
      await heads.write(NOW);
      await heads.write(NOW);
    }
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are written once per state, signed by a key that only its owner can read', async () => {
    expect(readHeads(files.headsPath).map((head) => head.seq)).toEqual([1, 2, 3, 4]);
    expect(statSync(files.keyPath).mode & 0o777).toBe(0o600);
    expect(await verdict()).toMatchObject({ ok: true, entries: 4, heads: 4 });
  });

  test('go on where an earlier process ended', async () => {
    await append('five');
    await createHeadWriter(log, files).write(NOW);
    expect(readHeads(files.headsPath).map((head) => head.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(await verdict()).toMatchObject({ ok: true, entries: 5, heads: 5 });
  });

  test('show a tail that was cut', async () => {
    await database.transaction(function* ({ tx, t }) {
      yield* q(tx.delete(t.audit).where(eq(t.audit.seq, 4)));
    });
    expect(await verdict()).toMatchObject({
      ok: false,
      seq: 4,
      why: expect.stringContaining('the tail was cut'),
    });
  });

  test('show a chain that was recomputed whole', async () => {
    const forged = chainEntries(
      { seq: 0, hash: GENESIS_HASH },
      (await log.page(0, 100)).map(
        (entry, index): AuditDraft => ({
          actor: 'system',
          verb: 'alarm.raised',
          subject: 'alarm:test',
          clientId: entry.clientId,
          text: index === 1 ? 'forged' : entry.text!,
        }),
      ),
      NOW,
    );
    expect(verdictOf(forged)).toMatchObject({ ok: true });
    expect(verdictOf(forged, readHeads(files.headsPath), readPublicKey(files.keyPath))).toMatchObject({
      ok: false,
      seq: 2,
      why: expect.stringContaining('recomputed'),
    });
  });

  test('show a head that somebody without the key wrote', async () => {
    const [first, ...rest] = readHeads(files.headsPath);
    const forged = { ...first!, at: '2020-01-01T00:00:00.000Z' };
    writeFileSync(files.headsPath, [forged, ...rest].map((head) => JSON.stringify(head)).join('\n'));
    expect(await verdict()).toMatchObject({ ok: false, seq: 1, why: expect.stringContaining('signature') });
  });

  test('a half-written last line is passed over, and the next head stands on a line of its own', async () => {
    writeFileSync(files.headsPath, `${readFileSync(files.headsPath, 'utf8')}{"seq":5,"ha`);
    expect(await verdict()).toMatchObject({ ok: true, heads: 4 });
    const heads = createHeadWriter(log, files);
    for (const text of ['five', 'six']) {
      await append(text);
      await heads.write(NOW);
    }
    expect(await verdict()).toMatchObject({ ok: true, entries: 6, heads: 6 });
  });
});
