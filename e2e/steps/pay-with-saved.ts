import { expect, type Page } from '@playwright/test';

/** Pays a bill on its page with the card on file; gives the payment's id. */
export async function payWithSaved(page: Page, link: string): Promise<string> {
  await page.goto(`${link}/pay`);
  await page.getByRole('button', { name: /^Pay / }).first().click();
  await expect(page.getByRole('heading', { name: /^Settled/ })).toBeVisible();
  const paper = await page.getByRole('link', { name: 'Receipt as PDF' }).getAttribute('href');
  return /payments\/([^/]+)\//.exec(paper ?? '')?.[1] ?? '';
}
