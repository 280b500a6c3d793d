import { readFile } from 'node:fs/promises';
import { addPayer } from '@kvitt/testing/beside/add-payer';
import { findAccountNumber } from '@kvitt/testing/beside/find-account-number';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookAt } from '../steps/look-at.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';

/** Drops a file of bills as it is chosen by keyboard: its screen opens by itself. */
async function dropBills(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const text = `${['Invoice,Account,Date,Due,Amount', ...lines].join('\n')}\n`;
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel(/Drop a CSV file here/).setInputFiles(file);
  await page.getByRole('heading', { name }).waitFor();
}

for (const { name, options } of listDevices()) {
  test(`a wrong cell is named, the mended file is loaded, and its bill is the customer’s: ${name}`, async ({
    app,
    open,
    beside,
  }) => {
    const payer = await addPayer(beside, { firstName: 'Ottoline', lastName: `Ledger-${name}` });
    const account = await findAccountNumber(beside, payer);
    const page = await open(options);
    await sitAtConsole(page, app, 'Nora');

    await page.goto(`${app.portal}/console/imports`);
    await dropBills(page, `wrong-${name}.csv`, [`R-${name}-1,${account},2026-01-02,soon,31.25`]);
    await lookAt(page, 'import-columns', name, async () => {
      await expect(page.getByRole('heading', { name: 'What each column is' })).toBeVisible();
    });
    await lookAt(page, 'import-wrong', name, async () => {
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(page.getByText(/is not a date written as/)).toBeVisible();
    });

    await page.getByRole('link', { name: 'Bills in' }).click();
    await dropBills(page, `mended-${name}.csv`, [`R-${name}-1,${account},2026-01-02,2026-01-31,31.25`]);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await lookAt(page, 'import-right', name, async () => {
      await expect(page.getByText(/\$31\.25 in new bills/)).toBeVisible();
    });
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await lookAt(page, 'import-loaded', name, async () => {
      await expect(page.getByText('1 row loaded')).toBeVisible();
    });
    await lookAt(page, 'imports', name, async () => {
      await page.getByRole('link', { name: 'Bills in' }).click();
      await expect(page.getByRole('link', { name: new RegExp(`mended-${name}`) })).toContainText('Loaded');
    });

    await page.goto(`${app.portal}/console/customers`);
    await page.getByRole('textbox').fill(`Ledger-${name}`);
    await page.getByRole('button', { name: /Ottoline/ }).click();
    await expect(page.getByText(`R-${name}-1`).first()).toBeVisible();

    await lookAt(page, 'proof-phone', name, async () => {
      await page.getByRole('link', { name: /History and proof/ }).click();
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
    });
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the signed proof' }).click();
    const proof = JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
    expect([proof.kind, proof.events.length > 0]).toEqual(['kvitt-consent-proof', true]);
    await lookAt(page, 'proof', name, async () => {
      await page.getByRole('link', { name: 'All proofs' }).click();
      await page.getByRole('button', { name: 'Verify all of it' }).click();
      await expect(page.getByText(/^Whole:/)).toBeVisible();
    });
  });
}
