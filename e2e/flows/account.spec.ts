import { addPayer, type Payer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import type { Beside } from '@kvitt/testing/beside/open-beside';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { takeShot } from '../steps/take-shot.ts';

async function addKnown(beside: Beside): Promise<Payer> {
  const payer = await addPayer(beside, { firstName: 'Nora', card: 'fake-valid-visa-nonce' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer], { minor: 3110, dueInDays: -3, description: 'Water, last quarter' });
  await billPayers(beside, [payer], { minor: 8420 });
  return payer;
}

test('who proves whose the account is pays two bills at once with the saved card, without script', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addKnown(beside);
  const link = await readLink(app, payer.phone);
  const page = await open({ javaScriptEnabled: false });
  await page.goto(link);
  await page.getByRole('link', { name: 'All your bills and receipts' }).click();
  await expect(page.getByRole('heading', { name: 'Is it you?' })).toBeVisible();
  await page.getByLabel('Your postal code').fill('00000');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(page.getByRole('alert')).toContainText('4 tries are left');
  await page.getByLabel('Your postal code').fill(POSTAL_CODE);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await takeShot(page, 'portal-account-en-phone-light');
  await page.getByRole('link', { name: 'Pay all, $115.30' }).click();
  await takeShot(page, 'portal-pay-saved-en-phone-light');
  await page.getByRole('button', { name: /^Pay \$115\.30 with/ }).click();
  await expect(page.getByRole('heading', { name: /^Settled/ })).toBeVisible();

  const stranger = await open();
  await stranger.goto(`${link}/account`);
  await expect(stranger.getByRole('heading', { name: 'Is it you?' })).toBeVisible();
});

test('no page behind the step-up has an accessibility violation', async ({ app, beside, open }) => {
  const payer = await addKnown(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await page.goto(`${link}/account`);
  await checkAccessibility(page, 'step-up');
  await proveWho(page, link, 'account');
  for (const to of ['account', 'amount', 'autopay', 'thread', 'preferences', 'promise', 'pay']) {
    await page.goto(`${link}/${to}`);
    await checkAccessibility(page, to);
    await takeShot(page, `portal-${to}-known-en-phone-light`);
  }
});

test('offline the bill is read, a question waits and is sent once, and a payment never waits', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addKnown(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'account');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 20_000,
  });
  for (const to of ['', '/thread', '/account', '/pay']) await page.goto(`${link}${to}`);
  await page.context().setOffline(true);

  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByRole('heading', { name: 'You are offline: a payment does not wait' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText(/^You are offline\. Showing what was saved on/)).toBeVisible();
  await takeShot(page, 'portal-offline-en-phone-light');
  await page.goto(`${link}/thread`);
  await page.getByLabel('Your question').fill('Why two bills at once?');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByRole('heading', { name: 'Saved, and sent when you are online' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('Waiting to be sent: 1.')).toBeVisible();
  await expect(page.getByText('Your question: “Why two bills at once?”')).toBeVisible();
  await takeShot(page, 'portal-offline-waiting-en-phone-light');

  await page.context().setOffline(false);
  await expect(async () => {
    await page.goto(`${link}/thread`);
    await expect(page.getByText('Why two bills at once?')).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
});
