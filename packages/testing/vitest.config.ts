import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: '@kvitt/testing/postgres/global-setup',
    // A scenario lets hours of its own time go by, on a machine that may be busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
