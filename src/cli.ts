#!/usr/bin/env node
// The command line. Checks the Node version before anything that needs it is loaded, reads .env where there is one, and
// hands over to the sub-command. It never serves: that is main.ts.
import module from 'node:module';

const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED) {
  console.error(
    `Deskhand needs Node ${NEEDED} or newer; this is ${process.versions.node}. Use "npm run -s desk -- ..." after "npm ci": that uses the Node ${NEEDED} which npm installed beside it.`,
  );
  process.exit(1);
}
module.enableCompileCache();
try {
  process.loadEnvFile();
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
    console.error(`.env cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
// Whoever reads the output may stop early ("| head"); that is no failure of ours.
process.stdout.on('error', () => process.exit(0));
const { runCli } = await import('./cli/run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  input: () => process.stdin,
});
