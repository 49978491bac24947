import { defineConfig } from 'vitest/config';

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `The tests need Node 24 or newer and this is ${process.versions.node}. Run: npm test -- FILE`,
  );
}

/** Files that need a process of their own: they look at what a module keeps for its process, or at the process itself. */
const ALONE = ['test/adapters/teams/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'test/support/whole-run.ts',
    // The end of what hangs, not a measure of speed: a machine with much else to do is many times slower.
    testTimeout: 60_000,
    hookTimeout: 90_000,
    maxWorkers: '100%',
    // What a test waits for comes over a socket within milliseconds, or, on such a machine, much later.
    expect: { poll: { interval: 5, timeout: 10_000 } },
    projects: [
      // Loading the product again for each file costs more than most of the tests.
      {
        extends: true,
        test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
