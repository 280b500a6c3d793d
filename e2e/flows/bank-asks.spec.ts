import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { listSales } from '../steps/list-sales.ts';
import { takeShot } from '../steps/take-shot.ts';

/** What the sandbox's bank wants its customer to confirm: refused with code 2099 until it is. */
const ASKS = 209_900;

test('a bank that wants a confirmation asks on the page; left or turned down nothing is charged, and once given it is paid', async ({
  app,
  beside,
  page,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ivar' });
  await billPayers(beside, [payer], { minor: ASKS });
  await page.goto(`${await readLink(app, payer.phone)}/pay`);
  await enterCard(page, '4111111111111111');
  await payButton(page).click();
  await expect(page.getByRole('alert').first()).toContainText('The bank wants you to confirm this payment');
  const asked = page.getByText('Sandbox, not your bank: confirm 2099.00?');

  await enterCard(page, '4111111111111111');
  await payButton(page).click();
  await expect(asked).toBeVisible();
  await takeShot(page, 'portal-bank-asks-en-phone-light');
  // Left by the key or gesture that closes a window.
  await page.keyboard.press('Escape');
  const trouble = page.getByRole('alert').filter({ hasText: 'It was not confirmed at your bank' });
  await expect(trouble).toContainText('Nothing was charged');
  await checkAccessibility(page, 'not confirmed');
  await takeShot(page, 'portal-bank-left-en-phone-light');

  await payButton(page).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toBeHidden();
  await expect(trouble).toBeVisible();

  await payButton(page).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
  const [, paymentId = ''] = /payments\/([\w-]+)/.exec(page.url()) ?? [];
  const statuses = (await listSales(app, paymentId)).map(({ status }) => status);
  expect(statuses).toEqual(['submitted_for_settlement']);
});
