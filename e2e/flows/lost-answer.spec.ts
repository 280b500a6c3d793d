import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { armFault, disarmFaults, listTexts, readLink } from '../steps/carrier.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { listSales } from '../steps/list-sales.ts';

test.afterEach(({ app }) => disarmFaults(app.cards));

test('a payment whose answer is lost says that nobody pays twice, settles by itself, and is one sale', async ({
  page,
  app,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Lena' });
  await billPayers(beside, [payer], { minor: 8899 });
  const link = await readLink(app, payer.phone);
  await page.goto(`${link}/pay`);
  await enterCard(page, '4111111111111111');
  await armFault(app.cards, { kind: 'drop-after', method: 'POST', path: '/transactions$' });
  await payButton(page).click();

  await expect(page.getByRole('heading', { name: 'Waiting for the bank' })).toBeVisible();
  await expect(page.getByText('You will not be charged twice')).toBeVisible();
  // The bill's own link, opened meanwhile elsewhere, must not offer to pay again.
  const second = await page.context().newPage();
  await second.goto(link);
  await expect(second.getByText('You will not be charged twice')).toBeVisible();
  await expect(second.getByRole('link', { name: /^Pay/ })).toHaveCount(0);
  await second.close();

  await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible({ timeout: 30_000 });
  const paymentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const sales = await listSales(app, paymentId);
  expect(sales.map(({ amount, status }) => ({ amount, status }))).toEqual([
    { amount: '88.99', status: 'submitted_for_settlement' },
  ]);
  await expect(async () => {
    const texts = await listTexts(app, payer.phone);
    expect(texts.filter(({ text }) => /Paid \$88\.99/.test(text))).toHaveLength(1);
  }).toPass();
});
