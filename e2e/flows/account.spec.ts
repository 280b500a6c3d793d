import { addPayer, type Payer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import type { Beside } from '@kvitt/testing/beside/open-beside';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';
import { waitForWorker } from '../steps/wait-for-worker.ts';

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
  const account = page.url();
  await page.goto(`${link}/promise`);
  await page.getByLabel('Day').fill((await page.getByLabel('Day').getAttribute('max')) ?? '');
  await page.getByRole('button', { name: 'Note this day' }).click();
  await expect(page.getByText('Your day is noted')).toBeVisible();
  await page.goto(`${link}/thread`);
  await page.getByLabel('This is wrong').check();
  await page.getByLabel('Your question').fill('I was away');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByText('I was away')).toBeVisible();
  await page.goto(`${link}/preferences`);
  await expect(page.getByText('A reminder on the day that you chose to pay')).toBeVisible();
  await page.getByRole('button', { name: 'Switch off: Links in texts' }).click();
  await expect(page.getByRole('button', { name: 'Switch on: Links in texts' })).toBeVisible();
  await page.goto(account);
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

test('a picture goes with a question, waits where there is no connection, and is seen by the agent', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addKnown(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'thread');
  const picture = { name: 'meter.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.getByLabel('A picture, if it helps').setInputFiles({ ...picture, mimeType: 'image/gif' });
  await page.getByLabel('Your question').fill('Is this my meter?');
  await page.getByRole('button', { name: 'Send the question' }).click();
  // The browser holds what the server would refuse.
  await expect(page).toHaveURL(/\/thread$/);
  await page.getByLabel('A picture, if it helps').setInputFiles(picture);
  await page.getByRole('button', { name: 'Send the question' }).click();
  const sent = page.getByRole('img', { name: 'Picture to: “Is this my meter?”' });
  await expect(sent).toBeVisible();
  await expect.poll(() => sent.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300);
  await checkAccessibility(page, 'thread with a picture');
  await takeShot(page, 'portal-thread-picture-en-phone-light', true);

  await waitForWorker(page);
  await page.goto(`${link}/thread`);
  await page.context().setOffline(true);
  await page.getByLabel('Your question').fill('And this one?');
  await page.getByLabel('A picture, if it helps').setInputFiles(picture);
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByRole('heading', { name: 'Saved, and sent when you are online' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(async () => {
    await page.goto(`${link}/thread`);
    await expect(page.getByRole('img', { name: 'Picture to: “And this one?”' })).toHaveCount(1, {
      timeout: 1_000,
    });
  }).toPass();
  await expect(page.getByText('And this one?')).toHaveCount(1);

  const desk = await open({ viewport: { width: 1440, height: 900 } });
  await sitAtConsole(desk, app);
  await desk.getByText('And this one?').first().click();
  await expect(desk.getByRole('img', { name: 'Picture from the customer to: And this one?' })).toBeVisible();
  await takeShot(desk, 'console-thread-picture-en-desktop-light');
});

test('what another app shares lands in the thread, and only where an account is open', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addKnown(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'account');
  await waitForWorker(page);
  await page.goto(`${link}/account`);
  await share(page);
  await expect(page).toHaveURL(/\/thread/);
  await expect(page.getByLabel('Your question')).toHaveValue('From the cellar');
  const name = page
    .getByLabel('A picture, if it helps')
    .evaluate((field: HTMLInputElement) => field.files?.[0]?.name);
  expect(await name).toBe('meter.png');
  await page.goto(`${link}/account`);
  await page.getByRole('button', { name: 'Close on this browser' }).click();
  await share(page);
  // With the session went what takes it, and what had been shared.
  await expect(page).toHaveURL(`${app.portal}/`);
});

/** As a phone hands over what somebody chose to share with the installed portal. */
async function share(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/share';
    form.enctype = 'multipart/form-data';
    form.innerHTML = '<input name="text" value="From the cellar"><input name="picture" type="file">';
    const given = new DataTransfer();
    given.items.add(new File([new Uint8Array([0xff, 0xd8, 0xff])], 'meter.png', { type: 'image/png' }));
    const file = form.querySelector<HTMLInputElement>('input[type=file]');
    if (file) file.files = given.files;
    document.body.append(form);
    form.submit();
  });
}

test('offline the bill is read, a question waits and is sent once, and a payment never waits', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addKnown(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'account');
  await waitForWorker(page);
  for (const to of ['', '/thread', '/account', '/pay']) await page.goto(`${link}${to}`);
  await page.context().setOffline(true);

  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByRole('heading', { name: 'You are offline: a payment does not wait' })).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(link);
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
  // A phone without room takes what is kept and drops it when it is to be written: it says so, with what was lost.
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(`self.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...kept) {
      const asked = put.apply(this, kept);
      asked.addEventListener('success', () => this.transaction.abort());
      return asked;
    };`);
  await page.goto(`${link}/thread`);
  await page.getByLabel('Your question').fill('A question that finds no room');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(
    page.getByRole('heading', { name: /this was not sent, and could not be kept$/ }),
  ).toBeVisible();
  await expect(page.getByText('A question that finds no room')).toBeVisible();
  await takeShot(page, 'portal-offline-no-room-en-phone-light');
  await worker?.evaluate('IDBObjectStore.prototype.put = put');

  await page.context().setOffline(false);
  await expect(async () => {
    await page.goto(`${link}/thread`);
    await expect(page.getByText('Why two bills at once?')).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
});
