import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';

async function look(page: Page, what: string): Promise<void> {
  await takeShot(page, `console-${what}-desktop`);
  await checkAccessibility(page, what);
}

test('opens the list behind a number, and words a text with its preview', async ({ app, open }) => {
  const page = await open();
  await sitAtConsole(page, app, 'Ada');

  await page.goto(`${app.portal}/console/home`);
  await page.getByRole('heading', { name: 'How it goes' }).waitFor();
  await page.getByRole('heading', { name: 'Bonuses against paper saved' }).waitFor();
  await look(page, 'home');
  await page.getByRole('link', { name: /^Not due yet/ }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await look(page, 'figure');

  await page.goto(`${app.portal}/console/texts/agent-coming`);
  const wording = page.getByRole('textbox', { name: 'Wording' });
  await wording.fill('One of us reads this soon!');
  await expect(page.getByText('No exclamation marks.')).toBeVisible();
  await wording.fill('One of us reads this soon ♥');
  await expect(page.getByText(/outside the basic alphabet/).first()).toBeVisible();
  // What is not saved yet survives a reload.
  await page.reload();
  await expect(wording).toHaveText('One of us reads this soon ♥');
  await expect(page.getByText(/outside the basic alphabet/).first()).toBeVisible();
  await look(page, 'texts');
  await page.getByRole('button', { name: 'Discard' }).click();
});
