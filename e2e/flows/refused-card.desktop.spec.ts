import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { openLink } from '../steps/open-link.ts';
import { openPhone } from '../steps/open-phone.ts';
import { takeShot } from '../steps/take-shot.ts';

const BEN = '+13055550102';

test('a card that the bank refuses by text is answered politely, with a link where another card pays the bill', async ({
  page,
  app,
}) => {
  const phone = await openPhone(page, app, BEN);
  await phone.tap('PAY');
  await phone.wait('Pay $61.74');
  await phone.tap(/^YES \d+$/);

  const refusal = /\$61\.74 was not charged\. Not enough money on Mastercard \.\.4444\..*pay here/;
  await phone.wait(refusal);
  await takeShot(page, 'handset-desktop-light-refused');
  const portal = await openLink(phone, refusal);
  await portal.getByRole('link', { name: 'Pay $61.74' }).click();
  await enterCard(portal, '5555555555554444');
  await payButton(portal).click();
  await expect(portal.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
  await phone.wait(/Paid \$61\.74 .* with Mastercard \.\.4444, ref /);
});

test('a card refused on the page says why, charges nothing, and lets another card be tried', async ({
  page,
  app,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ivar' });
  // At the processor's sandbox an amount from 2000.00 on is refused with the code that it spells: 2001, no money.
  await billPayers(beside, [payer], { minor: 200_100 });
  await page.goto(await readLink(app, payer.phone));
  await page.getByRole('link', { name: 'Pay $2,001.00' }).click();
  await enterCard(page, '4111111111111111');
  await payButton(page).click();

  const alert = page.getByRole('alert').filter({ hasText: 'This payment did not go through' });
  await expect(alert).toContainText('Nothing was charged');
  await expect(alert).toContainText('There was not enough money on the card');
  await enterCard(page, '378282246310005', '1234');
  await payButton(page).click();
  await expect(alert).toBeVisible();
});

test('a card that the safety check stops is named, and the next card settles the same bill', async ({
  page,
  app,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ivar' });
  await billPayers(beside, [payer], { minor: 3120 });
  await page.goto(await readLink(app, payer.phone));
  await page.getByRole('link', { name: 'Pay $31.20' }).click();
  await enterCard(page, '4000111111111511');
  await payButton(page).click();
  const alert = page.getByRole('alert').filter({ hasText: 'This payment did not go through' });
  await expect(alert).toContainText('A safety check stopped it. Use another card');
  await enterCard(page, '4111111111111111');
  await payButton(page).click();
  await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
});

test('what is wrong with a card is said beside its field, and nothing is sent', async ({
  page,
  app,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ivar' });
  await billPayers(beside, [payer], { minor: 1999 });
  const link = await readLink(app, payer.phone);
  await page.goto(`${link}/pay`);
  await enterCard(page, '4111111111111112');
  await payButton(page).click();
  await expect(page.getByText('A digit is missing or wrong. Check it against the card.')).toBeVisible();
  await expect(page).toHaveURL(/\/pay$/);
});
