import { defineConfig } from '@playwright/test';
import { PHONE } from './app/screens.ts';
import { findBrowser } from './browser/find-browser.ts';

const { executablePath, args, env, isFull } = await findBrowser();

const DESK = { viewport: { width: 1440, height: 900 } };
const CLOCK = '**/*clock.desktop.spec.ts';

/** Known to the tests as `test.info().config.metadata.isFull`: some things do not exist in a headless shell. */
const metadata = { isFull };

/**
 * Every test runs on a phone, because that is where bills are paid; the ones named `*.desktop.spec.ts` run at a desk
 * instead. Two at a time, each with a running application of its own.
 */
export default defineConfig({
  testMatch: '**/*.spec.ts',
  globalSetup: './app/global-setup.ts',
  metadata,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  // No test asserts on time; one that is slow because the machine is busy has not failed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'test-results.json' }]],
  use: {
    launchOptions: { executablePath, args, env: { ...definedOnly(process.env), ...env } },
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      testIgnore: '**/*.desktop.spec.ts',
      use: PHONE,
    },
    { name: 'desktop', testMatch: '**/*.desktop.spec.ts', testIgnore: CLOCK, use: DESK },
    // After all others: where days have gone by, links have aged and bills are overdue.
    { name: 'clock', testMatch: CLOCK, use: DESK, dependencies: ['phone', 'desktop'] },
  ],
});

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
