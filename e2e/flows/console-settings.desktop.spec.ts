import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { findAccountNumber } from '@kvitt/testing/beside/find-account-number';
import { expect, test } from '../app/test.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookAt } from '../steps/look-at.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';

for (const { name, options } of listDevices()) {
  test(`a manager sets reminders, a campaign and cards, and sees each before it counts: ${name}`, async ({
    app,
    open,
    beside,
  }) => {
    const payer = await addPayer(beside, { firstName: 'Haldis', lastName: `Overpaid-${name}` });
    await billPayers(beside, [payer], { minor: 8420, isLeftToMorning: true });
    const account = await findAccountNumber(beside, payer);
    const money = ['--amount', '100.00', '--reference', `cheque-${name}`, '--by', 'the bank', '--json'];
    expect((await runKvitt(app, 'receive', account, ...money)).code).toBe(0);
    const page = await open(options);
    await sitAtConsole(page, app, 'Nora');

    await lookAt(page, 'cadence', name, async () => {
      await page.goto(`${app.portal}/console/cadence`);
      await page.getByText('A bill of today').waitFor();
      await page.getByLabel('Number of a bill').fill('no-such-bill');
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      await expect(page.getByText('There is no such bill.')).toBeVisible();
    });

    await lookAt(page, 'campaign-new', name, async () => {
      await page.goto(`${app.portal}/console/campaigns`);
      await page.getByRole('link', { name: 'New campaign' }).click();
      await page.getByLabel('Name, for good').fill(`works-${name}`);
      await page.getByLabel('What it is about').click();
      await page.getByRole('option', { name: 'Outage' }).click();
      await page.getByLabel('Where', { exact: true }).fill('Main Street');
      await page.getByRole('button', { name: 'Count the audience' }).click();
      await expect(page.getByText(/would get it/)).toBeVisible();
    });
    await lookAt(page, 'campaign', name, async () => {
      await page.getByRole('button', { name: 'Keep as a draft' }).click();
      await expect(page.getByRole('heading', { name: `works-${name}` })).toBeVisible();
    });

    await lookAt(page, 'journeys', name, async () => {
      await page.goto(`${app.portal}/console/journeys`);
      await page.getByRole('button', { name: 'Begin with an example' }).click();
      await expect(page.getByText('Not saved yet; kept in this browser.')).toBeVisible();
    });
    await page.getByRole('button', { name: 'Discard' }).click();

    await lookAt(page, 'money', name, async () => {
      await page.goto(`${app.portal}/console/money`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // A manager looks; only an admin sets what cards cost.
      await expect(page.getByRole('main')).toContainText('Only admins change this.');
    });

    await lookAt(page, 'overpaid', name, async () => {
      await page.goto(`${app.portal}/console/customers`);
      await page.getByRole('textbox').fill(`Overpaid-${name}`);
      await page.getByRole('button', { name: /Haldis/ }).click();
      await expect(page.getByRole('button', { name: 'Keep it as a credit' })).toBeVisible();
    });
    await page.getByRole('button', { name: 'Note as paid back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Note as paid back' }).click();
    await expect(page.getByRole('button', { name: 'Keep it as a credit' })).toHaveCount(0);
  });
}
