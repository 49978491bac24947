// The demonstration: tells the story in the terminal with the real parts, checks every claim, needs no input and no network.
import module from 'node:module';

const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED) {
  console.error(
    `Deskhand needs Node ${NEEDED} or newer; this is ${process.versions.node}. Start it with "npm run demo" after "npm ci": that uses the Node ${NEEDED} which npm installed beside it.`,
  );
  process.exit(1);
}
module.enableCompileCache();
const { runDemo } = await import('./demo/run-demo.ts');
process.exitCode = await runDemo((line) => console.log(line));
