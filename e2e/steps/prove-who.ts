import { expect, type Page } from '@playwright/test';

/** The postal code that `proveWho` types, unless it is told another. */
export const POSTAL_CODE = '60614';

/** Goes to a page behind the step-up and gives the proof that it asks for. */
export async function proveWho(
  page: Page,
  link: string,
  to: string,
  postalCode = POSTAL_CODE,
): Promise<void> {
  await page.goto(`${link}/${to}`);
  await page.getByLabel('Your postal code').fill(postalCode);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page).toHaveURL(new RegExp(`/${to}$`));
}
