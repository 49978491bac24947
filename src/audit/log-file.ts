// A copy of the audit log as JSON lines, for keeping and checking elsewhere; and the check itself, of a copy or of the log.
// With the copy go the signed heads and the public key, so that a cut tail shows there as well.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type HeadFiles, readHeads, readPublicKey } from './heads.ts';
import type { AuditLog, WordedEntry } from './store.ts';
import { AuditVerifier, type SignedHead, type Verdict } from './verify.ts';

const PAGE = 500;

const lineSchema = z.strictObject({
  seq: z.int(),
  // The very characters that were written: two spellings of one moment would let a change pass.
  at: z.string().refine((text) => isMoment(text), 'is not a time as this log writes it'),
  actor: z.string(),
  verb: z.string(),
  subject: z.string(),
  clientId: z.string().nullable(),
  digest: z.string(),
  prev: z.string(),
  hash: z.string(),
  text: z.string().nullable(),
});

export interface Checked {
  readonly verdict: Verdict;
  /** Signed heads that were there to compare with; without any a cut tail cannot be seen. */
  readonly heads: number;
  /** Entries whose words were erased. */
  readonly erased: number;
}

/** Where the heads and the public key of a copy lie. */
export function besideCopy(path: string): HeadFiles {
  return { headsPath: `${path}.heads.jsonl`, keyPath: `${path}.public-key.pem` };
}

/** Checks the log of a database, read page by page. */
export async function verifyLog(log: AuditLog, files: HeadFiles): Promise<Checked> {
  // Heads first: entries that come while this reads only make the log longer.
  const check = createCheck(readHeads(files.headsPath), readPublicKey(files.keyPath));
  for await (const entry of entriesOf(log)) check.add(entry);
  return check.finish();
}

/** Checks a copy. A line that cannot be read is the first bad entry. @throws if the file cannot be read */
export async function verifyCopy(path: string): Promise<Checked> {
  const { headsPath, keyPath } = besideCopy(path);
  const check = createCheck(
    readHeads(headsPath),
    existsSync(keyPath) ? readFileSync(keyPath, 'utf8') : undefined,
  );
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    number += 1;
    const read = readLine(line);
    if (!read.ok) return check.broken(number, read.why);
    check.add(read.entry);
  }
  return check.finish();
}

/** Writes a copy, with its heads and the public key beside it where there are any. @returns how many entries */
export async function writeCopy(log: AuditLog, files: HeadFiles, path: string): Promise<number> {
  const heads = readHeads(files.headsPath);
  const publicKey = readPublicKey(files.keyPath);
  const file = await open(path, 'w', 0o600);
  let written = 0;
  try {
    for await (const entry of entriesOf(log)) {
      await file.write(`${writeLine(entry)}\n`);
      written += 1;
    }
  } finally {
    await file.close();
  }
  const beside = besideCopy(path);
  if (publicKey === undefined) return written;
  await writeFile(beside.headsPath, heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
  await writeFile(beside.keyPath, publicKey);
  return written;
}

function createCheck(heads: readonly SignedHead[], publicKey: string | undefined) {
  const verifier = new AuditVerifier(heads, publicKey);
  let erased = 0;
  return {
    add: (entry: WordedEntry) => {
      if (entry.text === undefined) erased += 1;
      verifier.add(entry);
    },
    finish: (): Checked => ({ verdict: verifier.finish(), heads: heads.length, erased }),
    broken: (seq: number, why: string): Checked => {
      const before = verifier.finish();
      const verdict = !before.ok && before.seq < seq ? before : ({ ok: false, seq, why } as const);
      return { verdict, heads: heads.length, erased };
    },
  };
}

async function* entriesOf(log: AuditLog): AsyncGenerator<WordedEntry> {
  for (let after = 0; ; ) {
    const page = await log.page(after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

function writeLine(entry: WordedEntry): string {
  const { seq, at, actor, verb, subject, clientId, digest, prev, hash, text } = entry;
  const line: z.output<typeof lineSchema> = {
    seq,
    at: at.toISOString(),
    actor,
    verb,
    subject,
    clientId: clientId ?? null,
    digest,
    prev,
    hash,
    text: text ?? null,
  };
  return JSON.stringify(line);
}

type ReadLine =
  | { readonly ok: true; readonly entry: WordedEntry }
  | { readonly ok: false; readonly why: string };

function readLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, why: 'it is not JSON' };
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, why: `it is not an entry of an audit log (${issue?.path.join('.') || 'line'})` };
  }
  const { at, clientId, text, ...rest } = parsed.data;
  return {
    ok: true,
    entry: { ...rest, at: new Date(at), clientId: clientId ?? undefined, text: text ?? undefined },
  };
}

function isMoment(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}
