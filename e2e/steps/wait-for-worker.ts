import type { Page } from '@playwright/test';

/** Waits until the page is in the care of its service worker, which then keeps what is opened. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
