import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // What a test waits for comes over a socket within milliseconds, or, on a machine with much to do, much later.
    expect: { poll: { interval: 5, timeout: 10_000 } },
  },
});
