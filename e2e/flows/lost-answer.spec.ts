import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { armFault, disarmFaults, listTexts, readLink } from '../steps/carrier.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { listSales } from '../steps/list-sales.ts';

test.afterEach(({ app }) => disarmFaults(app.cards));

test('a payment whose answer is lost says that nobody pays twice, settles by itself with and without script, and is one sale', async ({
  page,
  app,
  beside,
  open,
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
  // The bill's own link, opened meanwhile where no script runs, must not offer to pay again.
  const other = await open({ javaScriptEnabled: false });
  await other.goto(link);
  await expect(other.getByText('You will not be charged twice')).toBeVisible();
  await expect(other.getByRole('link', { name: /^Pay \$/ })).toHaveCount(0);

  await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible({ timeout: 30_000 });
  await expect(other.getByRole('heading', { name: 'Nothing is due' })).toBeVisible({ timeout: 15_000 });
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
