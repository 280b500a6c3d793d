import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { listTexts } from '../steps/carrier.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { textUs } from '../steps/text-us.ts';

const QUESTION = 'I was overcharged, can I speak to a person about my meter?';

test('asks for a charge in two keys, and shows the payment when the customer says YES', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, {
    firstName: 'Ottilie',
    lastName: 'Kessler',
    card: 'fake-valid-visa-nonce',
  });
  await billPayers(beside, [payer], { minor: 8420 });
  await textUs(app, payer.phone, QUESTION);
  const page = await open();
  await sitAtConsole(page, app, 'Jonas');
  await page.getByRole('option', { name: /Ottilie/ }).click();
  await expect(page.getByRole('log')).toContainText('overcharged');
  await expect(page.getByRole('complementary')).toContainText('$84.20');
  await page.keyboard.press('c');
  await expect(page.getByRole('group', { name: 'Ask to charge' })).toContainText('$84.20');
  await page.keyboard.press('Enter');
  let code = '';
  await expect(async () => {
    const last = (await listTexts(app, payer.phone)).at(-1)?.text ?? '';
    code = /YES (\d\d)/.exec(last)?.[1] ?? '';
    expect(code).not.toBe('');
  }).toPass({ timeout: 30_000 });
  await textUs(app, payer.phone, `YES ${code}`);
  await expect(page.getByRole('log')).toContainText('Paid $84.20', { timeout: 20_000 });
});

test('lets an agent care for a customer within a limit, and who only reads change nothing', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ingeborg', lastName: 'Thorvaldsen' });
  await billPayers(beside, [payer], { minor: 8420 });
  const page = await open();
  await sitAtConsole(page, app, 'Maria');
  const openCustomer = async () => {
    await page.goto(`${app.portal}/console/customers`);
    await page.getByRole('textbox').fill('Thorvaldsen');
    await page.getByRole('button', { name: /Ingeborg/ }).click();
    await expect(page.getByText('Bill of $84.20 issued')).toBeVisible();
  };
  await openCustomer();
  await page.getByRole('button', { name: 'Lower the bill' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Amount').fill('50');
  await form.getByLabel('Reason').fill('read too high');
  await form.getByRole('button', { name: 'Lower the bill' }).click();
  await expect(form.getByRole('alert')).toContainText('more than you may take off alone');
  await form.getByLabel('Amount').fill('10.20');
  await form.getByRole('button', { name: 'Lower the bill' }).click();
  await expect(page.getByText('Bill lowered by $10.20')).toBeVisible();

  const reader = await open();
  await sitAtConsole(reader, app, 'Theo');
  await reader.goto(page.url());
  await expect(reader.getByText('Bill lowered by $10.20')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Lower the bill' })).toHaveCount(0);
  await expect(reader.getByRole('button', { name: 'Add a phone' })).toHaveCount(0);
});

test('warns before the promised minutes are over, and says when they are, by the test clock', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Solveig', lastName: 'Aasen' });
  await textUs(app, payer.phone, QUESTION);
  const page = await open();
  await sitAtConsole(page, app, 'Maria');
  const line = page.getByRole('option', { name: /Solveig/ });
  await expect(line).toContainText(/1[45] min/);
  await runKvitt(app, 'clock', '+30m', '--json');
  await page.reload();
  await expect(line).toContainText(/1[4-9] min late/);
});
