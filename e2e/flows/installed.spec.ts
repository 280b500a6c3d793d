import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { deliverNote, givePushService, listNotes, pressNote, readEndpoint } from '../steps/show-notes.ts';
import { takeShot } from '../steps/take-shot.ts';
import { waitForWorker } from '../steps/wait-for-worker.ts';

const NEWER = 'A newer version of this page is ready.';

test('a newer version says so, and never while somebody pays', async ({ app, beside, open }) => {
  const payer = await addPayer(beside, { card: 'fake-valid-visa-nonce' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'account');
  await waitForWorker(page);
  const other = await page.context().newPage();
  await other.goto(`${link}/pay`);
  const pay = other.getByRole('button', { name: /^Pay / }).first();
  await expect(pay).toBeVisible();

  // A worker at another address is a newer one to the browser, as one with other bytes is.
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js?newer').then(() => undefined));
  await expect(page.getByText(NEWER)).toBeVisible();
  await takeShot(page, 'portal-update-en-phone-light', true);
  const loaded = page.waitForEvent('domcontentloaded');
  await page.getByRole('button', { name: 'Load it' }).click();
  await loaded;
  await expect(other.getByText(NEWER)).toHaveCount(0);
  await pay.click();
  await expect(other.getByRole('heading', { name: /^Settled/ })).toBeVisible();
});

test('a receipt offers the home screen once, under the biller’s own name', async ({ app, beside, open }) => {
  const payer = await addPayer(beside, { card: 'fake-valid-visa-nonce' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'account');
  await page.goto(`${link}/pay`);
  // What Chromium says where a portal can be installed; a headless one never does.
  await page.addInitScript(() => {
    addEventListener('load', () => {
      const said = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: async () => document.documentElement.setAttribute('data-asked', ''),
      });
      dispatchEvent(said);
    });
  });
  await page.getByRole('button', { name: /^Pay / }).first().click();
  await expect(page.getByRole('heading', { name: /^Settled/ })).toBeVisible();
  const offer = page.getByRole('button', { name: 'Put on the home screen' });
  await expect(offer).toBeVisible();
  await takeShot(page, 'portal-install-en-phone-light', true);
  await offer.click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', '');
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Settled/ })).toBeVisible();
  await waitForWorker(page);
  await expect(offer).toHaveCount(0);

  const at = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await fetch(new URL(at ?? '', app.portal))).json();
  expect(manifest).toMatchObject({ name: beside.biller.name, lang: 'en', display: 'standalone', scope: '/' });
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    expect((await fetch(new URL(src, app.portal))).status, src).toBe(200);
  }
});

test('a bill and a receipt are shown on the screen once asked for, without amounts, and a press opens the bill', async ({
  app,
  beside,
  open,
}) => {
  test.skip(!test.info().config.metadata.isFull, 'a headless shell has no notifications');
  const payer = await addPayer(beside, { firstName: 'Petra', card: 'fake-valid-visa-nonce' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer], { minor: 4310 });
  const link = await readLink(app, payer.phone);
  const page = await open();
  const service = await givePushService(page, app);
  try {
    await proveWho(page, link, 'preferences');
    await waitForWorker(page);
    await page.getByRole('button', { name: 'Switch on: Notes on this phone’s screen' }).click();
    await expect(page.getByRole('button', { name: 'Switch off: Notes of receipts' })).toBeVisible();
    await checkAccessibility(page, 'preferences with notes');
    await takeShot(page, 'portal-notes-on-en-phone-light', true);
    const endpoint = await readEndpoint(page);

    await billPayers(beside, [payer], { minor: 7712 });
    await expect.poll(() => service.received(endpoint).length).toBe(1);
    const [sealed = ''] = service.received(endpoint);
    await deliverNote(page, app, sealed);
    await expect
      .poll(() => listNotes(page))
      .toEqual([{ title: beside.biller.name, body: 'There is something new on your account.', lang: 'en' }]);
    await pressNote(page);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('$7712');

    await page.goto(`${link}/preferences`);
    await page.getByRole('button', { name: 'Switch off: Notes of receipts' }).click();
    await expect(page.getByRole('button', { name: 'Switch on: Notes of receipts' })).toBeVisible();
  } finally {
    await service.stop();
  }
});
