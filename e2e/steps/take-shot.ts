import path from 'node:path';
import type { Page } from '@playwright/test';

/** Pictures of every screen, made anew by each run, for people to look at. */
export const SHOTS = path.resolve(import.meta.dirname, '../shots');

/** Takes a picture of what the window shows, or of the whole page, under a name that tells what it is. */
export async function takeShot(page: Page, name: string, isWhole = false): Promise<void> {
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: isWhole, animations: 'disabled' });
}
