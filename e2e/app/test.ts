import { type Beside, openBeside } from '@kvitt/testing/beside/open-beside';
import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { watchPolicy } from '../steps/watch-policy.ts';
import { type App, readApp } from './app.ts';
import { serviceEnv } from './service-env.ts';

interface EachTest {
  /** Opens a page in a fresh browser profile; options on top of the project's own. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** What the content policies have stopped so far, on all pages of the test; it must be nothing when the test ends. */
  stopped: string[];
}

interface EachWorker {
  app: App;
  beside: Beside;
}

export { expect };

/** Every test has the running application, and no page of any test may run into its content policy or an error. */
export const test = base.extend<EachTest, EachWorker>({
  app: [
    async ({ browserName: _ }, use, { parallelIndex }) => use(readApp(parallelIndex)),
    { scope: 'worker' },
  ],
  beside: [
    async ({ app }, use) => {
      const beside = await openBeside(serviceEnv(app));
      await use(beside);
      await beside.close();
    },
    { scope: 'worker' },
  ],
  stopped: [
    async ({ browserName: _ }, use) => {
      const stopped: string[] = [];
      await use(stopped);
      expect(stopped, 'stopped by a content policy, or thrown on a page').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, stopped }, use) => {
    await watchPolicy(context, stopped);
    await use(context);
  },
  open: async ({ browser, contextOptions, stopped }, use) => {
    const contexts: Page[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      await watchPolicy(context, stopped);
      const page = await context.newPage();
      contexts.push(page);
      return page;
    });
    for (const page of contexts) await page.context().close();
  },
});
