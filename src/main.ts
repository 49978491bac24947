#!/usr/bin/env node
// The process. Checks the Node version before anything that needs it is loaded, turns the compile cache on, then serves.
import module from 'node:module';

const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED) {
  console.error(
    `Deskhand needs Node ${NEEDED} or newer; this is ${process.versions.node}. Start it with "npm start" after "npm ci": that uses the Node ${NEEDED} which npm installed beside it.`,
  );
  process.exit(1);
}
// Type stripping costs three times the start-up of plain JavaScript; with the cache it costs nothing.
module.enableCompileCache();
const { serve } = await import('./process/serve.ts');
await serve(process.argv.slice(2));
