import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { areFieldsReady, cardField, payButton } from '../steps/enter-card.ts';
import { openPhone } from '../steps/open-phone.ts';
import { takeShot } from '../steps/take-shot.ts';
import { tabTo } from '../steps/use-keyboard.ts';

test('a bill is paid with a card by keyboard alone, and the focus is always seen', async ({
  app,
  beside,
  page,
}) => {
  const payer = await addPayer(beside, { firstName: 'Kim' });
  await billPayers(beside, [payer], { minor: 5425 });
  await page.goto(await readLink(app, payer.phone));
  await tabTo(page, page.getByRole('link', { name: 'Pay $54.25' }));
  await takeShot(page, 'portal-focus-on-pay-en-desktop-light');
  await page.keyboard.press('Enter');

  await areFieldsReady(page);
  await tabTo(page, cardField(page, 'number'));
  await page.keyboard.type('4111111111111111');
  await takeShot(page, 'portal-focus-in-card-field-en-desktop-light');
  await tabTo(page, cardField(page, 'expires'));
  await page.keyboard.type(`12${String(new Date().getFullYear() + 3).slice(-2)}`);
  await tabTo(page, cardField(page, 'code'));
  await page.keyboard.type('123');
  const keep = page.getByRole('checkbox', { name: /^Keep this card/ });
  await tabTo(page, keep);
  await page.keyboard.press('Space');
  await expect(keep).toBeChecked();
  await tabTo(page, payButton(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
});

test('a text is written, a quick reply sent and a link opened on the handset by keyboard alone', async ({
  app,
  beside,
  page,
}) => {
  const payer = await addPayer(beside, { firstName: 'Kim', card: 'fake-valid-visa-nonce' });
  await billPayers(beside, [payer], { minor: 2290 });
  const phone = await openPhone(page, app, payer.phone);
  await tabTo(page, page.getByRole('textbox', { name: /^Text to/ }));
  await page.keyboard.type('bal');
  await page.keyboard.press('Enter');
  await phone.wait('You have $22.90 to pay');
  await tabTo(page, page.getByRole('button', { name: 'PAY', exact: true }));
  await page.keyboard.press('Enter');
  await phone.wait('Pay $22.90');
  await tabTo(page, phone.bubbles.first().getByRole('link'));
  await page.keyboard.press('Enter');
  const portal = page.frameLocator('iframe[title^="Page that"]');
  await expect(portal.getByRole('heading', { level: 1 })).toContainText('Amount due');
  await tabTo(page, page.getByRole('button', { name: 'Close page' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('iframe')).toHaveCount(0);
});
