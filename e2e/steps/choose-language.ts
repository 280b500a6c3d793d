import type { Page } from '@playwright/test';

/** Opens the list of languages at the top of a page and takes one, by its own name. */
export async function chooseLanguage(page: Page, name: string): Promise<void> {
  await page.locator('.frame__languages summary').click();
  await page.getByRole('link', { name }).click();
}
