import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { cardField } from '../steps/enter-card.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { takeShot } from '../steps/take-shot.ts';

test('a wallet pays the bill, nothing of it is loaded before it is asked for, and the receipt names it', async ({
  app,
  beside,
  page,
}) => {
  const payer = await addPayer(beside);
  await billPayers(beside, [payer]);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(`${await readLink(app, payer.phone)}/pay`);
  const asksForWallets = () => scripts.some((address) => address.includes('open-wallets'));
  await expect(page.getByText('The card fields are ready.')).toBeAttached({ timeout: 15_000 });
  expect(asksForWallets()).toBe(false);
  await page.getByText(/^Pay with Apple Pay/).click();
  await checkAccessibility(page, 'wallets');
  await takeShot(page, 'portal-wallets-en-phone-light');
  await page.getByRole('button', { name: 'Apple Pay' }).click();
  expect(asksForWallets()).toBe(true);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
  await expect(page.getByText('Apple Pay · Visa 8886')).toBeVisible();
});

test('a card and a bank account are kept without paying, and what is wrong is said beside its field', async ({
  app,
  beside,
  page,
}) => {
  const payer = await addPayer(beside);
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  await proveWho(page, link, 'account');
  await page.goto(`${link}/methods/new`);
  await cardField(page, 'number').fill('4111111111111111');
  await page.getByRole('button', { name: 'Save the card' }).click();
  await expect(page.getByText('Enter month and year.')).toBeVisible();
  await cardField(page, 'expires').fill('12/33');
  await cardField(page, 'code').fill('123');
  await checkAccessibility(page, 'new-card');
  await page.getByRole('button', { name: 'Save the card' }).click();
  await expect(page.getByRole('alert')).toContainText('It is saved');

  await page.getByRole('link', { name: 'Add a way to pay' }).click();
  await page.getByRole('link', { name: 'Add a bank account instead' }).click();
  await page.getByLabel('Routing number').fill('12');
  await page.getByRole('button', { name: 'Save the bank account' }).click();
  await expect(page.getByText('A routing number has 9 digits.')).toBeVisible();
  await checkAccessibility(page, 'new-bank');
  await takeShot(page, 'portal-new-bank-en-phone-light');
  for (const [label, value] of [
    ['Routing number', '021000021'],
    ['Account number', '1000000000'],
    ['Street and number', '1 Main Street'],
    ['City', 'Chicago'],
    ['State', 'IL'],
    ['ZIP code', '60614'],
  ] as const) {
    await page.getByLabel(label).fill(value);
  }
  await page.getByLabel('I agree').check();
  await page.getByRole('button', { name: 'Save the bank account' }).click();
  await expect(page.getByRole('alert')).toContainText('It is saved');
  await expect(page.getByText(/Jpmorgan Chase ending in 0000/)).toBeVisible();
});
