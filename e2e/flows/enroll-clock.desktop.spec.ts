import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { expect, test } from '../app/test.ts';
import { type CountedKeys, countKeys, sayCount } from '../steps/count-keys.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { openLink } from '../steps/open-link.ts';
import { openPhone, type Phone } from '../steps/open-phone.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { saveBonusPlan } from '../steps/save-bonus-plan.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';
import { waitForNoon } from '../steps/wait-for-noon.ts';

/** A phone's answer comes through a webhook, a job and the live stream; on a busy machine, slowly. */
const LIVE = { timeout: 30_000 };
const CARD = '4111111111111111';

/** What the agent says up to the wording, in the order of the steps. */
const SAYS = [/Am I speaking with/, /postal code/, /as a text message/, /ends in/, /Which language/];

/**
 * The life of a bonus: the call by keyboard alone with the caller's phone beside it, what it earns, the days until it is
 * theirs, and the STOP that takes it back. The other agent's screen is never touched nor reloaded: it is told.
 */
test('a caller is enrolled by keyboard alone while the phone answers, and the bonus lives as the enrollment does', async ({
  app,
  open,
  beside,
  page,
}) => {
  await waitForNoon(app);
  const caller = await addPayer(beside, {
    firstName: 'Asbjørn',
    lastName: 'Kjellberg',
    hasConsent: false,
  });
  await billPayers(beside, [caller], { minor: 8420, isLeftToMorning: true });
  const nora = await open();
  await sitAtConsole(nora, app, 'Nora');
  await saveBonusPlan(nora, app, 4);
  await beginContest(nora, app);
  const board = nora.getByRole('region', { name: 'Kjellberg push' });
  await expect(board).toContainText('0 / 100');

  const maria = await open();
  await sitAtConsole(maria, app, 'Maria');
  const keys = countKeys(maria);
  await findCaller(maria, keys);
  await agree(maria, keys);
  const phone = await openPhone(page, app, caller.phone);
  const checks = maria.getByRole('complementary', { name: 'What has been agreed' });
  await expect(checks).toContainText('Text delivered · waiting for YES', LIVE);
  await takeShot(maria, 'console-enroll-waiting-desktop-light');
  await phone.tap('YES');
  await expect(checks).toContainText('Confirmed with YES', LIVE);
  await expect(board).toContainText('1 / 100', LIVE);

  for (let step = 0; step < 3; step++) await next(maria, keys);
  await saveCard(maria, phone);
  await next(maria, keys);
  await expect(maria.getByRole('heading', { level: 1 })).toHaveText('Asbjørn Kjellberg gets bills by text');
  await expect(maria.getByRole('main')).toContainText('$4.00');
  expect(await maria.locator('body').innerText(), 'the card is nobody’s at the console').not.toMatch(/1111/);
  await takeShot(maria, 'console-enroll-confirmed-desktop-light');
  expect(sayCount('an enrollment on the call', keys).seconds).toBeLessThan(60);

  // The next bill reaches the phone in the morning, and the days of the plan go by.
  await billPayers(beside, [caller], { minor: 6310, isLeftToMorning: true });
  const own = maria.getByRole('listitem').filter({ hasText: 'Kjellberg' });
  await keys.press('g');
  await keys.press('b');
  await expect(own).toContainText('Pending');
  await runKvitt(app, 'clock', '+3d', '--json');
  await expect(own).toContainText('Vested', LIVE);
  await takeShot(maria, 'console-bonuses-vested-desktop-light');

  await page.reload();
  await phone.say('STOP');
  await expect(own).toContainText('Taken back', LIVE);
  await expect(board).toContainText('0 / 100', LIVE);
});

/** Begins a contest from today, and looks at how it stands. */
async function beginContest(page: Page, { portal }: App): Promise<void> {
  await page.goto(`${portal}/console/leaderboard/settings`);
  await page.getByLabel('Name', { exact: true }).fill('Kjellberg push');
  await page.getByLabel('Prize').fill('A day off');
  const first = await page.getByLabel('First day').inputValue();
  const last = new Date(Date.parse(first) + 40 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Last day').fill(last);
  await page.getByRole('button', { name: 'Begin the contest' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The contest is on' })).toBeVisible();
  await page.getByRole('link', { name: 'Leaderboard' }).click();
}

/** Types the name as it is heard, not as it is written, and begins the call. */
async function findCaller(page: Page, keys: CountedKeys): Promise<void> {
  await keys.press('g');
  await keys.press('e');
  await expect(page.getByRole('textbox')).toBeFocused();
  await keys.type('kjelberg');
  const found = page.getByRole('list', { name: 'Customers found' }).getByRole('button');
  await expect(found.first()).toContainText('Asbjørn');
}

/** From the greeting to the caller's yes to the wording, each step under Enter. */
async function agree(page: Page, keys: CountedKeys): Promise<void> {
  const words = page.locator('[aria-live=assertive]');
  for (const said of SAYS) {
    await keys.press('Enter');
    await expect(words).toContainText(said);
  }
  await keys.press('Enter');
  await expect(page.getByText(/read word for word/)).toBeVisible();
  await next(page, keys);
}

/** The next step, once its words are there. */
async function next(page: Page, keys: CountedKeys): Promise<void> {
  const main = page.getByRole('main');
  const before = await main.locator('[aria-live=assertive]').textContent();
  await keys.press('Enter');
  await expect(main.getByText(before ?? '', { exact: true })).toHaveCount(0);
}

/** The caller opens the link, pays their bill and keeps the card; the agent is told of each, and of no number. */
async function saveCard(page: Page, phone: Phone): Promise<void> {
  const checks = page.getByRole('complementary', { name: 'What has been agreed' });
  const bill = await openLink(phone, 'new link');
  await expect(checks).toContainText('Link opened by the caller', LIVE);
  await bill.getByRole('link', { name: 'Pay $84.20' }).click();
  await enterCard(bill, CARD);
  await bill.getByRole('checkbox', { name: /^Keep this card/ }).check();
  await payButton(bill).click();
  await expect(checks).toContainText('Card saved by the caller', LIVE);
}
