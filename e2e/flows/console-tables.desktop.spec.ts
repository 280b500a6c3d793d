import { readFile } from 'node:fs/promises';
import { addPayer } from '@kvitt/testing/beside/add-payer';
import { addWork } from '@kvitt/testing/beside/add-work';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookAt } from '../steps/look-at.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';

/** Goes to the list and narrows it to the three of this test. */
async function findThem(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/console/customers`);
  await page.getByRole('textbox').fill('Tabellstrand');
  await expect(page.getByRole('row', { name: /Tabellstrand/ })).toHaveCount(3);
}

test('customers are chosen by keys, tagged together and taken back, kept as a view and taken away as a file', async ({
  app,
  open,
  beside,
}) => {
  for (const firstName of ['Una', 'Vera', 'Wim']) {
    await addPayer(beside, { firstName, lastName: 'Tabellstrand' });
  }
  const page = await open();
  await sitAtConsole(page, app, 'Nora');
  await addWork(beside, 'shop-table');
  // Told live: nobody has loaded anything since.
  await expect(page.getByRole('link', { name: /^Work\s*, .*\d+ open/ })).toBeVisible();

  await findThem(page, app.portal);
  await page.getByRole('textbox').blur();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(2);
  await lookAt(page, 'table-chosen', 'desktop', async () => undefined);
  await page.getByRole('button', { name: 'Tag', exact: true }).press('Enter');
  await page.getByRole('dialog').getByLabel('Tag').fill('storm');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done for 2.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Only those tagged storm' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Take it back' }).press('Enter');
  await expect(page.getByText('Taken back for 2.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Only those tagged storm' })).toHaveCount(0);

  await page.getByRole('textbox').fill('');
  await page.getByRole('button', { name: 'No phone' }).press('Enter');
  await page.getByRole('button', { name: 'Views' }).press('Enter');
  await page.getByLabel('Name of the view').fill('Without a phone');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The view is saved.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Views' }).press('Enter');
  await page.getByRole('button', { name: 'Without a phone', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'No phone' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as CSV' }).press('Enter'),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^customer_id,name,/);

  await findThem(page, app.portal);
  await page.getByRole('row', { name: /Vera/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Vera Tabellstrand' })).toBeVisible();
});

for (const { name, options } of listDevices()) {
  test(`a table of customers is readable by anybody: ${name}`, async ({ app, open }) => {
    const page = await open(options);
    await sitAtConsole(page, app, 'Maria');
    await lookAt(page, 'table', name, async () => {
      await page.goto(`${app.portal}/console/customers`);
      await expect(page.getByRole('row').nth(2)).toBeVisible();
    });
  });
}
