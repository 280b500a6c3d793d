import type { Page } from '@playwright/test';
import { checkAccessibility, checkContrast } from './check-accessibility.ts';
import { takeShot } from './take-shot.ts';

/**
 * Takes a picture of what stands there by day and by night, and has the rules of accessibility run: all of them by day,
 * and by night the one that other colours can break. The page stays, as it does when the sun goes down.
 */
export async function lookByDayAndNight(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await takeShot(page, `${name}-light`);
  await checkAccessibility(page, `${name}, by day`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takeShot(page, `${name}-dark`);
  await checkContrast(page, `${name}, by night`);
  await page.emulateMedia({ colorScheme: 'light' });
}
