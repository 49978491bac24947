// A real PostgreSQL for tests, from npm: one server per test file, on a free port, with a fresh database per test. Where it
// cannot start (no binaries for this machine, no user to run as) the reason is given within a minute, and the tests are skipped with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inTime } from './in-time.ts';
import { noteUntilEnded } from './left-running.ts';
import { layOutPostgres } from './postgres-binaries.ts';
import { otherUser, type User } from './postgres-user.ts';

export interface TestPostgres {
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export type StartedPostgres =
  | { readonly ok: true; readonly server: TestPostgres }
  | { readonly ok: false; readonly why: string };

const PASSWORD = 'only-for-tests';
const INIT_MS = 40_000;
const START_MS = 20_000;
const STOP_MS = 10_000;
/** Another process may take the free port before the server does. */
const PORTS = 3;

/** @param binaries the folder with PostgreSQL's bin. @param startMs how long it may take to start */
export async function startPostgres(binaries = layOutPostgres, startMs = START_MS): Promise<StartedPostgres> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'postgres-'));
    const program = new Programs(binaries(), folder, otherUser(), startMs);
    await program.initialise();
    return { ok: true, server: await serve(program, folder) };
  } catch (error) {
    if (folder) rmSync(folder, { recursive: true, force: true });
    return { ok: false, why: `no PostgreSQL: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function serve(program: Programs, folder: string): Promise<TestPostgres> {
  const { port, stop } = await program.start();
  let made = 0;
  return {
    createDatabase: async () => {
      made += 1;
      // Kept apart from the count: others ask while this one is made.
      const name = `test_${made}`;
      await createDatabase(urlOf(port, 'postgres'), name);
      return urlOf(port, name);
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const urlOf = (port: number, database: string) =>
  `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new Client({
    connectionString: server,
    connectionTimeoutMillis: START_MS,
    query_timeout: START_MS,
  });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}

class Programs {
  readonly #binaries: string;
  readonly #data: string;
  readonly #passwordFile: string;
  readonly #user: User | undefined;
  readonly #startMs: number;

  constructor(binaries: string, folder: string, user: User | undefined, startMs: number) {
    this.#binaries = join(binaries, 'bin');
    this.#data = join(folder, 'data');
    this.#passwordFile = join(folder, 'password');
    this.#user = user;
    this.#startMs = startMs;
    mkdirSync(this.#data, { mode: 0o700 });
    writeFileSync(this.#passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
    if (!user) return;
    chmodSync(folder, 0o711);
    for (const path of [this.#data, this.#passwordFile]) chownSync(path, user.uid, user.gid);
  }

  async initialise(): Promise<void> {
    const { child, said } = this.#run('initdb', [
      `--pgdata=${this.#data}`,
      '--username=postgres',
      '--auth=password',
      `--pwfile=${this.#passwordFile}`,
      '--encoding=UTF8',
      // The same letters everywhere, whatever languages the machine has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ]);
    try {
      const code = await inTime(endOf(child), () => `initdb ${said()}`, INIT_MS);
      if (code !== 0) throw new Error(`initdb ended with ${code}: ${said()}`);
    } finally {
      child.kill('SIGKILL');
    }
  }

  async start(attempt = 1): Promise<{ readonly port: number; stop(): Promise<void> }> {
    const port = await freePort();
    const { child, said, says } = this.#run('postgres', [
      ...['-D', this.#data, '-p', String(port), '-h', '127.0.0.1'],
      // Safety against power cuts is not under test here, speed is wanted.
      ...['-c', 'fsync=off', '-c', 'unix_socket_directories='],
    ]);
    const ended = endOf(child);
    const outcome = Promise.race([says('ready to accept connections'), ended]);
    try {
      const code = await inTime(outcome, () => `the start of PostgreSQL ${said()}`, this.#startMs);
      if (code === 'said') return { port, stop: () => stop(child, ended) };
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    if (attempt < PORTS && /address already in use/i.test(said())) return this.start(attempt + 1);
    throw new Error(`it ended at its start: ${said()}`);
  }

  #run(name: string, args: readonly string[]) {
    const child = spawn(join(this.#binaries, name), args, {
      ...this.#user,
      // Its words are read here, in one language; and it must not stand in a folder that its user may not enter.
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      cwd: this.#binaries,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    noteUntilEnded(child);
    let text = '';
    let heard = () => {};
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      // What matters is at the beginning; a server in use goes on talking.
      if (text.length < 10_000) text += more;
      heard();
    });
    const says = (words: string) =>
      new Promise<'said'>((resolve) => {
        heard = () => text.includes(words) && resolve('said');
        heard();
      });
    return { child, said: () => text.trim(), says };
  }
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
  });
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGINT');
  try {
    await inTime(ended, 'the end of PostgreSQL', STOP_MS);
  } finally {
    child.kill('SIGKILL');
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
