// The local socket: one owner, a dead owner's remains, what is too large, what fails behind it.

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { createImportSocket, importSocketPath, sendImport } from '../../src/process/import-socket.ts';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-socket-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'desk.sock');
}

async function listening(path: string, apply = async (text: string) => ({ ok: true, lines: [text] })) {
  const socket = await createImportSocket({ clock: systemClock, path, apply });
  onTestFinished(() => socket.close());
  return socket;
}

test('carries a text there and the answer back, for its owner alone', async () => {
  const path = place();
  await listening(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = 'ä'.repeat(300_000);
  expect(await sendImport(systemClock, path, text)).toEqual({ ok: true, lines: [text] });
});

test('nobody listens', async () => {
  expect(await sendImport(systemClock, place(), 'x')).toBeUndefined();
});

test('what fails behind it is told, and the next one is served', async () => {
  const path = place();
  let calls = 0;
  await listening(path, async () => {
    calls += 1;
    if (calls === 1) throw new Error('the disk is full');
    return { ok: true, lines: [] };
  });
  expect(await sendImport(systemClock, path, 'x')).toEqual({ ok: false, lines: ['the disk is full'] });
  expect(await sendImport(systemClock, path, 'x')).toEqual({ ok: true, lines: [] });
});

test('a text that is too large is refused', async () => {
  const path = place();
  await listening(path);
  expect(await sendImport(systemClock, path, 'x'.repeat(3 * 1024 * 1024))).toEqual({
    ok: false,
    lines: ['the desk file is larger than 1 MB'],
  });
});

test('somebody who hangs up does no harm', async () => {
  const path = place();
  await listening(path);
  await new Promise<void>((done) => {
    const rude = connect({ path }, () => {
      rude.write('half');
      rude.destroy();
      done();
    });
  });
  expect(await sendImport(systemClock, path, 'x')).toEqual({ ok: true, lines: ['x'] });
});

test('a second owner is refused, the remains of a dead one are replaced', async () => {
  const path = place();
  const first = await createImportSocket({
    clock: systemClock,
    path,
    apply: async () => ({ ok: true, lines: [] }),
  });
  await expect(
    createImportSocket({ clock: systemClock, path, apply: async () => ({ ok: true, lines: [] }) }),
  ).rejects.toThrow('another process listens there');
  await first.close();
  writeFileSync(path, '');
  await listening(path);
  expect(await sendImport(systemClock, path, 'x')).toMatchObject({ ok: true });
});

test('a path that no system takes is refused with a word', async () => {
  await expect(
    createImportSocket({
      clock: systemClock,
      path: `/tmp/${'x'.repeat(120)}`,
      apply: async () => ({ ok: true, lines: [] }),
    }),
  ).rejects.toThrow('is longer than 103 bytes');
});

test.runIf(process.platform !== 'win32')('lies beside the database', () => {
  const keyFile = 'data/deskhand.key';
  expect(importSocketPath({ database: { kind: 'sqlite', path: 'data/a.db' }, keyFile })).toBe(
    'data/a.db.sock',
  );
  expect(importSocketPath({ database: { kind: 'postgres', url: 'postgres://x' }, keyFile })).toBe(
    'data/deskhand.sock',
  );
});
