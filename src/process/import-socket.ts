// The door through which "deskhand import" reaches a running desk: a local socket that only the desk's own user may open.
// It takes one desk file per connection and answers with the outcome. It is never reachable over a network.
import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Clock } from '../lib/clock.ts';
import { AppError, errorText } from '../lib/errors.ts';
import { later } from '../lib/timers.ts';
import type { Imported } from '../use-cases/desk/import-desk.ts';

/** Bytes; the desk file itself may have 1 MB. */
const MOST_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
/** Bytes that a socket's path may have on every system (`sun_path`; 104 on macOS, with its end mark). */
const LONGEST_PATH = 103;

const answerSchema = z.object({ ok: z.boolean(), lines: z.array(z.string()) });

/** Beside the database; a pipe of that name on Windows, which has no such sockets. */
export function importSocketPath(config: Pick<Config, 'database' | 'keyFile'>): string {
  const { database, keyFile } = config;
  const path = database.kind === 'sqlite' ? `${database.path}.sock` : join(dirname(keyFile), 'deskhand.sock');
  if (process.platform !== 'win32') return path;
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);
  return `\\\\.\\pipe\\deskhand-${name}`;
}

export interface ImportSocket {
  close(): Promise<void>;
}

/**
 * Listens until it is closed. A socket that a dead process left behind is replaced.
 * @throws AppError `import.socket` if another process listens there or the path cannot be used
 */
export async function createImportSocket(options: {
  readonly path: string;
  readonly clock: Clock;
  apply(text: string): Promise<Imported>;
}): Promise<ImportSocket> {
  const { path, clock } = options;
  const fail = (why: string, cause?: unknown) =>
    new AppError({
      code: 'import.socket',
      message: `"deskhand import" cannot reach this desk while it runs: ${path}: ${why}`,
      cause,
    });
  if (Buffer.byteLength(path) > LONGEST_PATH) throw fail(`is longer than ${LONGEST_PATH} bytes`);
  // The caller may shut its half once everything is sent; the answer still goes out.
  const server = createServer({ allowHalfOpen: true }, (socket) => void serve(clock, socket, options.apply));
  try {
    if (await answers(path)) throw fail('another process listens there');
    if (process.platform !== 'win32') rmSync(path, { force: true });
    await listen(server, path);
  } catch (error) {
    throw error instanceof AppError ? error : fail(errorText(error), error);
  }
  return { close: () => new Promise((done) => server.close(() => done())) };
}

/** Sends a desk file to the desk that runs. Undefined if none listens. @throws AppError if it does not answer */
export async function sendImport(clock: Clock, path: string, text: string): Promise<Imported | undefined> {
  const socket = connect({ path, allowHalfOpen: true });
  const opened = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
  if (!opened) return undefined;
  socket.end(text);
  try {
    return answerSchema.parse(JSON.parse(await readAll(clock, socket)));
  } catch (cause) {
    throw new AppError({
      code: 'import.unanswered',
      message: `The running desk did not answer (${errorText(cause)}). Look at its log, then try again.`,
      cause,
    });
  }
}

async function serve(
  clock: Clock,
  socket: Socket,
  apply: (text: string) => Promise<Imported>,
): Promise<void> {
  // Somebody who hangs up is no failure of the desk.
  socket.on('error', () => socket.destroy());
  try {
    const answer = await apply(await readAll(clock, socket));
    socket.end(JSON.stringify(answer));
  } catch (error) {
    socket.end(JSON.stringify({ ok: false, lines: [errorText(error)] }));
    // Whoever is still sending hears the answer once the rest is taken.
    socket.resume();
  }
}

/** @throws Error when 30 seconds pass in which nothing comes */
async function readAll(clock: Clock, socket: Socket): Promise<string> {
  const waitForMore = () =>
    later(clock, TIMEOUT_MS, () => socket.destroy(new Error('no answer within 30 seconds')));
  const chunks: Buffer[] = [];
  let length = 0;
  let stopWaiting = waitForMore();
  try {
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      stopWaiting();
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > MOST_BYTES) throw new Error('the desk file is larger than 1 MB');
      chunks.push(bytes);
      stopWaiting = waitForMore();
    }
  } finally {
    stopWaiting();
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect({ path });
    probe.once('connect', () => {
      probe.destroy();
      done(true);
    });
    probe.once('error', () => done(false));
  });
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      done();
    });
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
}
