import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: './src/properties/draw-cases.ts',
    globalSetup: '@kvitt/testing/postgres/global-setup',
    // Half of a scenario is waiting for the database, which is at work elsewhere meanwhile.
    maxWorkers: 2,
    // Every scenario opens a world of its own; loading the whole product anew for each file would take as long as running it.
    isolate: false,
    // A scenario lets hours of its own time go by, on a machine that may be busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
