import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import type { Beside } from '@kvitt/testing/beside/open-beside';
import type { App } from '../app/app.ts';
import { expect, test } from '../app/test.ts';
import { listTexts, readLink } from '../steps/carrier.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { setMoneyRules } from '../steps/set-money-rules.ts';

async function addOwner(app: App, beside: Beside, minor: number): Promise<{ phone: string; link: string }> {
  const payer = await addPayer(beside, { firstName: 'Ottilie', card: 'fake-valid-visa-nonce' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer], { minor });
  return { phone: payer.phone, link: await readLink(app, payer.phone) };
}

// Others pay by the rules of a biller who has decided nothing.
test.afterEach(({ app }) => setMoneyRules(app, {}));

test('autopay asks about bills that are open, shows what it will charge, and leaves one out where it is told to', async ({
  app,
  beside,
  open,
}) => {
  const { link } = await addOwner(app, beside, 9120);
  const page = await open();
  await proveWho(page, link, 'autopay');
  await page.getByLabel('Charge them too, on their due dates').check({ force: true });
  await page.getByText('I agree', { exact: true }).click();
  await page.getByRole('button', { name: 'Switch autopay on' }).click();
  await expect(page.getByRole('alert')).toContainText('Autopay is on');
  const planned = page.getByText(/^Bill \d+, \$91\.20, on /);
  // Planned by the worker, not by the page.
  await expect(async () => {
    await page.goto(`${link}/autopay`);
    await expect(planned).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await lookByDayAndNight(page, 'portal-autopay-on-en-phone');
  await page.getByRole('button', { name: 'Skip this one' }).click();
  await page.goto(`${link}/autopay`);
  await expect(planned).toHaveCount(0);
  await expect(page.getByText('Nothing is planned. We text you before each charge.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch autopay off' }).click();
  await expect(page.getByRole('alert')).toContainText('Autopay is off');
});

test('a bill is moved to a day that suits, and then paid in parts that were shown first', async ({
  app,
  beside,
  open,
}) => {
  await setMoneyRules(app, { dueMove: { withinDays: 21, timesPerYear: 2, notWhenLateByMoreThan: 0 } });
  const { phone, link } = await addOwner(app, beside, 30_000);
  const page = await open();
  await proveWho(page, link, 'due-date');
  await lookByDayAndNight(page, 'portal-due-date-en-phone');
  const latest = (await page.getByLabel('Day').getAttribute('max')) ?? '';
  await page.getByLabel('Day').fill(latest);
  await page.getByRole('button', { name: 'Move the due date' }).click();
  const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  await expect(page.getByText(day.format(new Date(latest))).first()).toBeVisible();

  await page.goto(`${link}/plan`);
  await page.getByRole('radio', { name: /^3 parts/ }).check({ force: true });
  await page.getByRole('button', { name: 'Show every part' }).click();
  await expect(page.getByRole('heading', { name: '$300.00 in 3 parts' })).toBeVisible();
  await expect(page.getByText('$100.00')).toHaveCount(3);
  await page.getByText('I agree', { exact: true }).click();
  await page.getByRole('button', { name: 'Set up this plan' }).click();
  await expect(page.getByText('0 of 3 parts are paid. $300.00 is left.')).toBeVisible();
  await lookByDayAndNight(page, 'portal-plan-running-en-phone');
  await expect(async () => {
    const texts = await listTexts(app, phone);
    expect(texts.some(({ text }) => /3 parts/.test(text))).toBe(true);
  }).toPass();
});
