import { expect, type Page } from '@playwright/test';
import type { App } from '../app/app.ts';

/** Puts a plan in force, as a manager does: so many dollars for bills by text, which vest after two days. */
export async function saveBonusPlan(page: Page, { portal }: App, dollars: number): Promise<void> {
  await page.goto(`${portal}/console/bonuses?tab=plan`);
  await page.getByLabel('Bills by text').fill(String(dollars));
  await page.getByLabel('Days until it vests').fill('2');
  await page.getByRole('button', { name: 'Put in force' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is in force' })).toBeVisible();
}
