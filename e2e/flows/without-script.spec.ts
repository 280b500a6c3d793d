import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { chooseLanguage } from '../steps/choose-language.ts';
import { payButton } from '../steps/enter-card.ts';
import { takeShot } from '../steps/take-shot.ts';

test('without script the bill is read, the way to pay is open, and the pay step says what to do', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addPayer(beside, { firstName: 'Uno' });
  await billPayers(beside, [payer], { minor: 9990 });
  const page = await open({ javaScriptEnabled: false });
  await page.goto(await readLink(app, payer.phone));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('$9990');
  await expect(page.getByText(/^Due \w+day, /)).toBeVisible();
  await takeShot(page, 'portal-bill-without-script-en-phone-light');

  await page.getByRole('link', { name: 'Pay $99.90' }).click();
  await expect(page.getByText('The card fields need JavaScript')).toBeVisible();
  await expect(
    page.getByText(/no card can be entered here\. Answer our text with PAY .* or call/),
  ).toBeVisible();
  await expect(page.getByText('The card fields did not load')).toBeHidden();
  await expect(payButton(page)).toBeHidden();
  await takeShot(page, 'portal-pay-without-script-en-phone-light');
  await page.getByRole('link', { name: 'Back to the bill' }).click();
  await expect(page.getByRole('link', { name: 'Pay $99.90' })).toBeVisible();
});

test('without script the other language is one tap away', async ({ app, beside, open }) => {
  const payer = await addPayer(beside, { firstName: 'Uno' });
  await billPayers(beside, [payer], { minor: 9990 });
  const page = await open({ javaScriptEnabled: false });
  await page.goto(await readLink(app, payer.phone));
  await chooseLanguage(page, 'Español');
  await page.getByRole('link', { name: 'Pagar $99.90' }).click();
  await expect(page.getByText('Los campos de la tarjeta necesitan JavaScript')).toBeVisible();
});
