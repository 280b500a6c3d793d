import type { Payer } from '@kvitt/testing/beside/add-payer';
import { expect, type Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { listTexts } from './carrier.ts';
import { textUs } from './text-us.ts';

const LIVE = { timeout: 30_000 };
/** From the greeting to the wording, and its yes. */
const STEPS = 6;

/** The call with `name`, who is nobody's yet, from its first tap to the caller's YES, at the width of a phone. */
export async function enrollInHand(page: Page, app: App, name: string, { phone }: Payer): Promise<void> {
  await page.goto(`${app.portal}/console/enroll`);
  await page.getByRole('textbox').fill(name);
  await page.getByRole('button', { name: new RegExp(name) }).tap();
  const words = page.locator('[aria-live=assertive]');
  for (let step = 0; step < STEPS; step++) {
    const before = (await words.textContent()) ?? '';
    await page.locator('main ol button').first().tap();
    await expect(words).not.toHaveText(before);
  }
  await expect.poll(async () => (await listTexts(app, phone)).length, LIVE).toBeGreaterThan(0);
  await textUs(app, phone, 'YES');
  const checks = page.getByRole('complementary', { name: 'What has been agreed' });
  await expect(checks).toContainText('Confirmed with YES', LIVE);
  await page.getByRole('button', { name: /End the call/ }).tap();
  await page.getByRole('button', { name: /hung up/i }).tap();
  await expect(checks).toContainText('Confirmed with YES');
  await expect(checks.getByRole('listitem').filter({ hasText: 'Card' }).locator('.text-success')).toHaveCount(
    0,
  );
}
