import { readFile } from 'node:fs/promises';
import { addPayer, type Payer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { PHONE } from '../app/screens.ts';
import { expect, test } from '../app/test.ts';
import { enrollInHand } from '../steps/enroll-in-hand.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { saveBonusPlan } from '../steps/save-bonus-plan.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { waitForNoon } from '../steps/wait-for-noon.ts';

const LIVE = { timeout: 30_000 };

/**
 * What comes after a bonus has vested, up to the file for payroll. The two calls are made with a phone in the hand, which
 * taps through them faster than anybody could read: so each has a flag.
 */
test('a manager looks at a flag, approves, says no, is contested and gives in; the period is closed once and paid out to the cent', async ({
  app,
  open,
  beside,
}) => {
  await waitForNoon(app);
  const nora = await open({ reducedMotion: 'reduce' });
  await sitAtConsole(nora, app, 'Nora');
  await saveBonusPlan(nora, app, 4);
  const jonas = await open(PHONE);
  await sitAtConsole(jonas, app, 'Jonas');
  const callers: Payer[] = [];
  for (const firstName of ['Dagny', 'Eskil']) {
    const caller = await addPayer(beside, { firstName, lastName: 'Sandvig', hasConsent: false });
    await enrollInHand(jonas, app, `${firstName} Sandvig`, caller);
    callers.push(caller);
  }
  await billPayers(beside, callers, { minor: 6310, isLeftToMorning: true });
  await runKvitt(app, 'clock', '+3d', '--json');

  await nora.goto(`${app.portal}/console/bonuses?tab=review`);
  await expect(lineOf(nora, 'Dagny')).toContainText('Vested', LIVE);
  await lookByDayAndNight(nora, 'console-review-desktop');
  await readEvidence(nora);
  await clearAndApprove(nora);
  const reject = lineOf(nora, 'Eskil').getByRole('button', { name: 'Reject' });
  await reject.click();
  await nora.getByLabel('Why? The agent reads this.').fill('No consent was read.');
  await nora.getByLabel('Why? The agent reads this.').press('Enter');
  await expect(lineOf(nora, 'Eskil')).toHaveCount(0);

  await contest(jonas, app);
  await nora.getByRole('button', { name: 'Appeals' }).click();
  await expect(lineOf(nora, 'Eskil')).toContainText('She asked me to be quick.');
  await nora.getByLabel('Your answer to the agent').fill('The recording says so too.');
  await nora.getByRole('button', { name: 'Uphold and approve' }).click();
  await expect(lineOf(nora, 'Eskil')).toHaveCount(0);
  // Told live: the agent has asked for nothing since.
  await expect(lineOf(jonas, 'Eskil')).toContainText('Approved', LIVE);
  await expect(lineOf(jonas, 'Eskil')).toContainText('Upheld by Nora Whitfield');

  await closePeriod(nora);
  await expect(lineOf(jonas, 'Eskil')).toContainText('Paid out', LIVE);
});

/** The bonus for one caller: among those to decide about, and among an agent's own. */
const lineOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** What proves the enrollment, on one screen: the wording, the question and its YES, the steps, what it earned, the flag. */
async function readEvidence(page: Page): Promise<void> {
  await lineOf(page, 'Dagny').getByRole('link', { name: 'Evidence' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evidence: Dagny Sandvig');
  const parts = page.getByRole('main').locator('section');
  await expect(parts.filter({ hasText: 'What the consent ledger holds' })).toContainText('entry');
  await expect(parts.filter({ hasText: 'Texts since the call' })).toContainText('YES');
  await expect(parts.filter({ hasText: 'step by step' })).toContainText('Consent');
  await expect(parts.filter({ hasText: 'Bonus and flags' })).toContainText(/earned.*vested/s);
  await expect(parts.filter({ hasText: 'Bonus and flags' })).toContainText('Script not read out');
  await lookByDayAndNight(page, 'console-evidence-confirmed-desktop');
  await page.goBack();
}

/** A flag that waits keeps a bonus from being approved; with a word on it, it does not. */
async function clearAndApprove(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Approve \d/ })).toHaveCount(0);
  const flag = lineOf(page, 'Dagny');
  await flag.getByRole('button', { name: 'It is nothing' }).click();
  await flag.getByRole('textbox').fill('A regular who knows the words.');
  await flag.getByRole('textbox').press('Enter');
  await page.getByRole('button', { name: /^Approve 1$/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 was approved' })).toBeVisible();
}

/** The agent reads why, and says what it was like. */
async function contest(page: Page, app: App): Promise<void> {
  await page.goto(`${app.portal}/console/bonuses`);
  await expect(lineOf(page, 'Dagny')).toContainText('Approved');
  await expect(lineOf(page, 'Eskil')).toContainText('Nora Whitfield: No consent was read.');
  await lineOf(page, 'Eskil').getByRole('button', { name: 'Appeal' }).tap();
  await page.getByLabel(/What was it like/).fill('She asked me to be quick.');
  await page.getByRole('button', { name: 'Send the appeal' }).tap();
  await expect(lineOf(page, 'Eskil')).toContainText('not answered yet');
}

/** Closes the time until yesterday, once; what the file for payroll says is what stands on the screen. */
async function closePeriod(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Pay periods' }).click();
  await page.getByRole('button', { name: 'Close and lock' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Closed with 2 bonuses' })).toBeVisible();
  const row = page.getByRole('row', { name: /Jonas Berg/ });
  await expect(row.getByRole('cell').last()).toHaveText('$8.00');
  await lookByDayAndNight(page, 'console-period-closed-desktop');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'File for payroll' }).click();
  const file = await readFile(await (await coming).path(), 'utf8');
  const [head = '', ...lines] = file.trimEnd().split('\r\n');
  const column = head.split(',').indexOf('pay');
  const sum = lines.reduce((minor, line) => minor + Math.round(Number(line.split(',')[column]) * 100), 0);
  expect(lines.some((line) => line.includes('jonas@northlight.example'))).toBe(true);
  expect(sum).toBe(800);
  await page.getByRole('button', { name: 'Close and lock' }).click();
  await expect(page.getByRole('alert')).toContainText('in a closed period already');
}
