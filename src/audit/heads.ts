// Signed heads of the audit log, appended to a file outside the database: a cut tail or a recomputed chain shows.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditLog } from './store.ts';
import { headMessage, type SignedHead } from './verify.ts';

export interface HeadFiles {
  /** JSON lines of signed heads. */
  readonly headsPath: string;
  /** Ed25519 private key, PEM, mode 0600; made at first use. */
  readonly keyPath: string;
}

/** Where a desk keeps them: beside its vault key. @param keyFile `Config.keyFile` */
export function headFilesBeside(keyFile: string): HeadFiles {
  const base = keyFile.replace(/\.[^./]+$/, '');
  return { headsPath: `${base}.audit-heads.jsonl`, keyPath: `${base}.audit-key.pem` };
}

export interface HeadWriter {
  /** Signs and appends the present head if it has moved since the last one. */
  write(now: Date): Promise<void>;
}

export function createHeadWriter(log: AuditLog, files: HeadFiles): HeadWriter {
  let written = readHeads(files.headsPath).at(-1)?.seq ?? 0;
  let lead = endsHalfWritten(files.headsPath) ? '\n' : '';
  return {
    write: async (now) => {
      const head = await log.head();
      if (head.seq === written) return;
      const open = { seq: head.seq, hash: head.hash, at: now.toISOString() };
      const signature = sign(null, headMessage(open), loadKey(files.keyPath)).toString('base64');
      appendFileSync(files.headsPath, `${lead}${JSON.stringify({ ...open, signature })}\n`);
      lead = '';
      written = head.seq;
    },
  };
}

/** A process that died while it wrote leaves a line without an end; the next head must not be glued to it. */
function endsHalfWritten(path: string): boolean {
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  return text !== '' && !text.endsWith('\n');
}

/** The heads of a file, oldest first; none if there is no file. A half-written last line is passed over. */
export function readHeads(path: string): readonly SignedHead[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as SignedHead];
      } catch {
        return [];
      }
    });
}

/** The public half of the key, PEM; undefined if there is none yet. */
export function readPublicKey(keyPath: string): string | undefined {
  if (!existsSync(keyPath)) return undefined;
  return createPublicKey(readFileSync(keyPath, 'utf8')).export({ type: 'spki', format: 'pem' }).toString();
}

function loadKey(path: string) {
  if (existsSync(path)) return createPrivateKey(readFileSync(path, 'utf8'));
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return privateKey;
}
