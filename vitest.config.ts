import { defineConfig } from 'vitest/config';

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `The tests need Node 24 or newer and this is ${process.versions.node}. Run: npm test -- FILE`,
  );
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/whole-run.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
  },
});
