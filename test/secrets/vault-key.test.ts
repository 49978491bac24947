import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUsableSecretKey, loadVaultKey } from '../../src/secrets/vault-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('loadVaultKey, from DESK_SECRET_KEY', () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7));
  it.each([
    { name: 'hex', text: bytes.toString('hex') },
    { name: 'base64', text: bytes.toString('base64') },
    { name: 'base64url', text: bytes.toString('base64url') },
  ])('takes 32 bytes as $name', ({ text }) => {
    const found = loadVaultKey(text, join(folder, 'never'));
    expect([found.key.equals(bytes), found.warning]).toEqual([true, undefined]);
  });

  it('derives the same key from the same passphrase, and another from another', () => {
    const [first, again, other] = ['sixteen letters!', 'sixteen letters!', 'sixteen letters?'].map((text) =>
      loadVaultKey(text, '').key.toString('hex'),
    );
    expect([first?.length, again === first, other === first]).toEqual([64, true, false]);
  });

  it('refuses a short passphrase without repeating it', () => {
    expect(() => loadVaultKey('fifteen letters', '')).toThrow(
      /^DESK_SECRET_KEY is too short: give 32 random bytes \(`openssl rand -base64 32`\) or a passphrase of at least 16 characters\.$/,
    );
  });

  it.each([
    { name: '15 characters', text: 'x'.repeat(15), usable: false },
    { name: '16 characters', text: 'x'.repeat(16), usable: true },
    { name: 'empty', text: '', usable: false },
  ])('usable: $name', ({ text, usable }) => {
    expect(isUsableSecretKey(text)).toBe(usable);
  });
});

describe('loadVaultKey, from the key file', () => {
  it('makes one that only its owner reads, and reads it again', () => {
    const path = join(folder, 'data', 'deskhand.key');
    const made = loadVaultKey(undefined, path);
    const read = loadVaultKey('', path);
    expect(made.key.length).toBe(32);
    expect(read.key.equals(made.key)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(made.warning).toBe(
      `DESK_SECRET_KEY is not set: the vault's key is kept in ${path}. Keep a copy apart from the database's backups.`,
    );
  });

  it('refuses one that others can read, naming the remedy', () => {
    const path = join(folder, 'deskhand.key');
    loadVaultKey(undefined, path);
    chmodSync(path, 0o640);
    expect(() => loadVaultKey(undefined, path)).toThrow(
      `The key file ${path} can be read by others. Run: chmod 600 ${path}`,
    );
  });

  it('never replaces a broken one', () => {
    const path = join(folder, 'deskhand.key');
    writeFileSync(path, 'canary', { mode: 0o600 });
    expect(() => loadVaultKey(undefined, path)).toThrow(
      `The key file ${path} holds no key. Restore it from a copy; a new one cannot open the secrets kept so far.`,
    );
    expect(readFileSync(path, 'utf8')).toBe('canary');
  });

  it('says so when the folder cannot be used', () => {
    writeFileSync(join(folder, 'data'), '');
    const path = join(folder, 'data', 'deskhand.key');
    expect(() => loadVaultKey(undefined, path)).toThrow(
      `The key file ${path} can be neither read nor made. Check its folder, or set DESK_SECRET_KEY.`,
    );
  });
});
