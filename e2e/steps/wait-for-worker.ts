import type { Page } from '@playwright/test';

/**
 * Waits until the page is in the care of its service worker, which then keeps what is opened. One that was asked for while
 * the worker began is in nobody's care until it is loaded again.
 */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  if (!(await page.evaluate(() => navigator.serviceWorker.controller !== null))) await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
