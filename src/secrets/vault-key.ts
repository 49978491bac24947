// Finds the vault's 32-byte key: from DESK_SECRET_KEY, else from a key file beside the database. Never logs or shows it.
import { randomBytes, randomUUID, scryptSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../lib/errors.ts';

const KEY_BYTES = 32;
const SHORTEST_PASSPHRASE = 16;
/** 64 MiB, about 0.2 s once at start. The salt is fixed: the passphrase alone must open the vault on another machine. */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 * 1024 };
const SALT = 'deskhand/vault/v1';

export interface VaultKey {
  readonly key: Buffer;
  /** Said to the operator at start; present where the key lies beside the data. */
  readonly warning?: string | undefined;
}

/** 64 hex digits or 44 characters of base64 are a key; other text of 16 characters or more is a passphrase. */
export function isUsableSecretKey(text: string): boolean {
  return rawKey(text) !== undefined || text.length >= SHORTEST_PASSPHRASE;
}

function rawKey(text: string): Buffer | undefined {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}

/**
 * `secretKey` is DESK_SECRET_KEY; without it the key file is read, or made with mode 0600 where there is none.
 * @throws AppError `vault.weak_key`, `vault.key_file`
 */
export function loadVaultKey(secretKey: string | undefined, keyFile: string): VaultKey {
  if (secretKey === undefined || secretKey === '') {
    const warning = `DESK_SECRET_KEY is not set: the vault's key is kept in ${keyFile}. Keep a copy apart from the database's backups.`;
    return { key: readKeyFile(keyFile), warning };
  }
  const raw = rawKey(secretKey);
  if (raw !== undefined) return { key: raw };
  if (!isUsableSecretKey(secretKey))
    throw new AppError({
      code: 'vault.weak_key',
      message: `DESK_SECRET_KEY is too short: give 32 random bytes (\`openssl rand -base64 32\`) or a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`,
    });
  return { key: scryptSync(secretKey.normalize('NFC'), SALT, KEY_BYTES, SCRYPT) };
}

function readKeyFile(path: string): Buffer {
  const refuse = (what: string, cause?: unknown): AppError =>
    new AppError({ code: 'vault.key_file', message: `The key file ${path} ${what}`, cause });
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) createKeyFile(path);
    const { mode } = statSync(path);
    // Windows knows no modes; its files report 0666.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw refuse(`can be read by others. Run: chmod 600 ${path}`);
    const key = rawKey(readFileSync(path, 'utf8').trim());
    if (key === undefined)
      throw refuse('holds no key. Restore it from a copy; a new one cannot open the secrets kept so far.');
    return key;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refuse('can be neither read nor made. Check its folder, or set DESK_SECRET_KEY.', error);
  }
}

/** Whole or not at all: written beside and linked into place. Of two processes one wins, both then read the same key. */
function createKeyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${randomUUID()}`;
  try {
    writeFileSync(fresh, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    linkSync(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}
