import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expireLink } from '@kvitt/testing/beside/expire-link';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { armFault, disarmFaults, readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { areFieldsReady, enterCard, payButton } from '../steps/enter-card.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { takeShot } from '../steps/take-shot.ts';

// Six to eighteen looks at a page each.
test.describe.configure({ timeout: 240_000 });

/** Where words are long there is little room for them on a phone, and enough at a desk. */
const LANGUAGES = { phone: ['en', 'es'], desktop: ['en'] } as const;

/** Has every page of `show` looked at, by day and by night, on every device; each must be without a violation. */
async function lookEverywhere(
  name: string,
  open: (options: object) => Promise<Page>,
  show: (page: Page, query: string) => Promise<void>,
): Promise<void> {
  for (const device of listDevices()) {
    const page = await open(device.options);
    for (const language of LANGUAGES[device.name]) {
      await show(page, `lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await lookByDayAndNight(page, `portal-${name}-${language}-${device.name}`);
    }
  }
}

/** Pays on the page with a good card; gives the address that it leads to. */
async function payOnPage(page: Page, link: string): Promise<void> {
  await page.goto(`${link}/pay`);
  await enterCard(page, '4111111111111111');
  await payButton(page).click();
}

test('the bill, due and overdue, has no accessibility violation', async ({ app, beside, open }) => {
  const due = await addPayer(beside, { firstName: 'Nora' });
  const overdue = await addPayer(beside, { firstName: 'Olaf' });
  await billPayers(beside, [due]);
  await billPayers(beside, [overdue], { dueInDays: -3, description: 'Electricity, two months ago' });
  for (const [name, payer] of Object.entries({ bill: due, overdue })) {
    const link = await readLink(app, payer.phone);
    await lookEverywhere(name, open, async (page, query) => {
      await page.goto(`${link}?${query}`);
    });
  }
});

test('the pay step, empty and with nothing entered, has no accessibility violation', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  await lookEverywhere('pay', open, async (page, query) => {
    await page.goto(`${link}/pay?${query}`);
    await areFieldsReady(page);
  });
  await lookEverywhere('pay-empty', open, async (page, query) => {
    await page.goto(`${link}/pay?${query}`);
    await areFieldsReady(page);
    await payButton(page).click();
    await expect(page.getByText(/^(Enter the card number|Ingrese el número de la tarjeta)\.$/)).toBeVisible();
  });
});

test('the receipt, and the bill that it settled, have no accessibility violation', async ({
  app,
  beside,
  open,
  page,
}) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  await payOnPage(page, link);
  await expect(page).toHaveURL(/\/payments\//);
  const receipt = page.url();
  await lookEverywhere('settled', open, async (each, query) => {
    await each.goto(`${receipt}?${query}`);
  });
  await lookEverywhere('nothing-due', open, async (each, query) => {
    await each.goto(`${link}?${query}`);
  });
});

test('the wait for a lost answer has no accessibility violation', async ({ app, beside, open, page }) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  await armFault(app.cards, { kind: 'drop-after', method: 'POST', path: '/transactions$' });
  // As long as the processor does not tell, the wait goes on.
  await armFault(app.cards, { kind: 'status', status: 503, path: '/advanced_search', times: 100_000 });
  try {
    await payOnPage(page, link);
    await expect(page.getByText('You will not be charged twice')).toBeVisible();
    const waiting = page.url();
    await lookEverywhere('checking', open, async (each, query) => {
      await each.goto(`${waiting}?${query}`);
    });
  } finally {
    await disarmFaults(app.cards);
  }
});

test('a refused payment has no accessibility violation', async ({ app, beside, open, page }) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer], { minor: 200_100 });
  await payOnPage(page, await readLink(app, payer.phone));
  await expect(page).toHaveURL(/declined=/);
  const refused = page.url();
  await lookEverywhere('declined', open, async (each, query) => {
    await each.goto(`${refused}&${query}`);
    await areFieldsReady(each);
  });
});

test('dead ends have no accessibility violation: too old, nowhere, too often', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  await lookEverywhere('slow-down', open, async (page, query) => {
    await page.goto(link);
    await tryTooOften(page, link, query);
  });
  await lookEverywhere('unknown-link', open, async (page, query) => {
    await page.goto(`${app.portal}/7777777777777777?${query}`);
  });
  await expireLink(beside, new URL(link).pathname.slice(1));
  await lookEverywhere('expired', open, async (page, query) => {
    await page.goto(`${link}?${query}`);
  });
});

/** Sends a form with nothing in it until the link is given a pause; the page shows what a person then sees. */
async function tryTooOften(page: Page, link: string, query: string): Promise<void> {
  for (let tries = 0; tries < 11; tries++) await fetch(`${link}/pay`, { method: 'POST' });
  await page.evaluate((action) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    document.body.append(form);
    form.submit();
  }, `${link}/pay?${query}`);
  await page.waitForURL(/\/pay\?lang=/);
}

test('asking for a fresh link sends one by text, and its page has no accessibility violation', async ({
  app,
  beside,
  page,
}) => {
  const payer = await addPayer(beside, { firstName: 'Nora' });
  await billPayers(beside, [payer], { minor: 6100 });
  const old = await readLink(app, payer.phone);
  await expireLink(beside, new URL(old).pathname.slice(1));
  await page.goto(old);
  await page.getByRole('button', { name: 'Text me a fresh link' }).click();
  await expect(page.getByRole('heading', { name: 'A fresh link is on its way' })).toBeVisible();
  await checkAccessibility(page, 'fresh link sent');
  await takeShot(page, 'portal-fresh-link-sent-en-phone-light');
  await expect.poll(() => readLink(app, payer.phone), { timeout: 20_000 }).not.toBe(old);
  await page.goto(await readLink(app, payer.phone));
  await expect(page.getByRole('link', { name: 'Pay $61.00' })).toBeVisible();
});
