import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { globalSetup: '@kvitt/testing/postgres/global-setup' },
});
