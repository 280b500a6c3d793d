import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { chargeFees } from '@kvitt/testing/beside/charge-fees';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { expect, test } from '../app/test.ts';
import { listTexts } from '../steps/carrier.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { setMoneyRules } from '../steps/set-money-rules.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { waitForNoon } from '../steps/wait-for-noon.ts';

const LIVE = { timeout: 30_000 };
const WORDS = 'Your meter was read again; I send the new bill tomorrow.';

test.afterEach(({ app }) => setMoneyRules(app, {}));

test('a fee is waived up to a limit, a day is moved and a plan is agreed on part by part; the phone is told', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Halvard', lastName: 'Solness' });
  await waitForNoon(app);
  await billPayers(beside, [payer], { minor: 24_000, dueInDays: -85 });
  const lateFee = { country: 'US', feeMinor: 6_000, mostPercent: 100, graceDays: 80, isAgreed: true };
  await setMoneyRules(app, { lateFee });
  await chargeFees(beside);
  const page = await open({ reducedMotion: 'reduce' });
  await sitAtConsole(page, app, 'Jonas');
  await openCustomer(page, app, 'Halvard');
  await expect(page.getByText('$300.00').first()).toBeVisible();
  await waiveFee(page, '60.00');
  const form = page.getByRole('dialog');
  await expect(form.getByRole('alert')).toContainText('more than you may take off alone. Ask a lead');
  await form.getByLabel('Amount').fill('25');
  await form.getByRole('button', { name: 'Waive fee' }).click();
  await expect(page.getByText('$275.00').first()).toBeVisible();
  const priya = await open();
  await sitAtConsole(priya, app, 'Priya');
  await priya.goto(page.url());
  await waiveFee(priya, '35.00');
  await expect(priya.getByText('$240.00').first()).toBeVisible();

  await page.getByRole('button', { name: 'Move due date' }).click();
  await form.getByLabel('Day').fill(await dayIn(app, 9));
  await form.getByRole('button', { name: 'Move due date' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The due date is moved.' })).toBeVisible();
  await hear(app, payer.phone, /\$240\.00 is due/);
  await agreeOnPlan(page, app);
  await hear(app, payer.phone, /4 .*\$60\.00/);
});

test('at night the box says from when on a text may go, in the thread, on the screen and on a call; what is written goes then', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ottar', lastName: 'Brovik' });
  await addPayer(beside, { firstName: 'Sunniva', lastName: 'Brovik', hasConsent: false });
  await waitForNoon(app);
  await billPayers(beside, [payer], { minor: 8420 });
  await runKvitt(app, 'clock', '+10h', '--json');
  const page = await open({ reducedMotion: 'reduce' });
  await sitAtConsole(page, app, 'Jonas');
  await openCustomer(page, app, 'Ottar');
  const why = page.getByRole('region', { name: 'Why no text can go now' });
  await expect(why).toContainText('It is outside the hours in which this customer may be texted');
  const when = /It may go from (.+) on\./.exec(await why.innerText())?.[1] ?? '';
  expect(when).not.toBe('');
  await page.getByRole('link', { name: 'Open the thread' }).click();
  await expect(why).toContainText(`It may go from ${when} on.`);
  await lookByDayAndNight(page, 'console-not-now-desktop');
  await page.getByRole('textbox', { name: 'Reply' }).fill(WORDS);
  await page.getByRole('textbox', { name: 'Reply' }).press('Enter');
  await expect(page.getByText(`It goes out on ${when}`)).toBeVisible();
  await expect(page.getByRole('log')).toContainText(`Goes out ${when}`);
  await page.goto(`${app.portal}/console/enroll`);
  await page.getByRole('textbox').fill('Sunniva Brovik');
  await page.getByRole('button', { name: /Sunniva/ }).click();
  await expect(why).toContainText(/It may go from .+ on\./);

  const at = await readTime(page, app, when);
  const sent = async () => (await listTexts(app, payer.phone)).filter(({ text }) => text.includes('meter'));
  await runKvitt(app, 'clock', secondOf(at - 600_000), '--json');
  expect(await sent(), 'ten minutes before').toHaveLength(0);
  await runKvitt(app, 'clock', secondOf(at + 60_000), '--json');
  await expect.poll(async () => (await sent()).length, LIVE).toBe(1);
});

async function openCustomer(page: Page, app: App, firstName: string): Promise<void> {
  await page.goto(`${app.portal}/console/customers`);
  await page.getByRole('textbox').fill(firstName);
  await page.getByRole('button', { name: new RegExp(firstName) }).click();
  await page.getByRole('heading', { name: new RegExp(firstName) }).waitFor();
}

/** Asks for all of the fee that stands on the bill. */
async function waiveFee(page: Page, amount: string): Promise<void> {
  await page.getByRole('button', { name: 'Waive fee' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('Amount')).toHaveValue(amount);
  await form.getByLabel('Reason').fill('the bill came late');
  await form.getByRole('button', { name: 'Waive fee' }).click();
}

/** Every part is shown before it is agreed on; what the rules do not allow is said with the rule. */
async function agreeOnPlan(page: Page, app: App): Promise<void> {
  await page.getByRole('button', { name: 'Set a plan' }).click();
  const form = page.getByRole('dialog');
  const parts = form.getByRole('list', { name: 'All parts' }).getByRole('listitem');
  const start = form.getByRole('button', { name: 'Start the plan' });
  await expect(parts).toHaveCount(3);
  await form.getByLabel('In how many parts').fill('7');
  await expect(form.getByRole('alert')).toContainText('6 parts at the most');
  await expect(start).toBeDisabled();
  await form.getByLabel('In how many parts').fill('4');
  await form.getByLabel('The first one on').fill(await dayIn(app, 60));
  await expect(form.getByRole('alert')).toContainText('within 31 days from today');
  await form.getByLabel('The first one on').fill(await dayIn(app, 5));
  await form.getByLabel('How far apart').selectOption('Two weeks');
  await expect(parts).toHaveCount(4);
  for (const part of await parts.all()) await expect(part).toContainText('$60.00');
  await expect(form).toContainText('$240.00 in all');
  await lookByDayAndNight(page, 'console-plan-desktop');
  await start.click();
  const agreed = page.getByRole('region', { name: 'Agreed with the customer' });
  await expect(agreed).toContainText('0 of 4 parts paid, $240.00 left.');
  await expect(page.getByRole('button', { name: 'Set a plan' })).toHaveCount(0);
}

/** The phone gets a text that says so. */
async function hear(app: App, phone: string, words: RegExp): Promise<void> {
  const last = async () => (await listTexts(app, phone)).map(({ text }) => text).join('\n');
  await expect.poll(last, LIVE).toMatch(words);
}

/** The instant, in milliseconds, that a screen writes as a day and a minute of the browser's zone, without its year. */
async function readTime(page: Page, app: App, shown: string): Promise<number> {
  const now = await readNow(app);
  const [, day, time] = /^\w+, (\w+ \d+), (.+)$/.exec(shown) ?? [];
  const inYear = (year: number) =>
    page.evaluate((words) => Date.parse(words), `${day}, ${year} ${time?.replace(/\s/g, ' ')}`);
  const at = await inYear(new Date(now).getFullYear());
  return at < now ? inYear(new Date(now).getFullYear() + 1) : at;
}

/** As the clock's command reads an instant: to the second. */
const secondOf = (atMs: number) => new Date(atMs).toISOString().replace(/\.\d+/, '');

async function readNow(app: App): Promise<number> {
  const { now } = (await runKvitt(app, 'clock', '--json')).answer as { now: string };
  return Date.parse(now);
}

/** A day as a date field has it, by the test clock. */
async function dayIn(app: App, days: number): Promise<string> {
  return new Date((await readNow(app)) + days * 86_400_000).toISOString().slice(0, 10);
}
