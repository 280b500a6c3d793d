import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { bringCallBacks } from '@kvitt/testing/beside/bring-call-backs';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { expect, test } from '../app/test.ts';
import { listTexts } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';
import { textUs } from '../steps/text-us.ts';

const QUESTION = 'I was overcharged, can I speak to a person about my meter?';

test('asks for a charge in two keys, shows the payment when the customer says YES, and gives it back once two agree', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, {
    firstName: 'Ottilie',
    lastName: 'Kessler',
    card: 'fake-valid-visa-nonce',
  });
  await billPayers(beside, [payer], { minor: 12420 });
  await textUs(app, payer.phone, QUESTION);
  const page = await open();
  await sitAtConsole(page, app, 'Jonas');
  await page.getByRole('option', { name: /Ottilie/ }).click();
  await expect(page.getByRole('log')).toContainText('overcharged');
  await expect(page.getByRole('complementary')).toContainText('$124.20');
  await page.keyboard.press('c');
  await expect(page.getByRole('group', { name: 'Ask to charge' })).toContainText('$124.20');
  await page.keyboard.press('Enter');
  let code = '';
  await expect(async () => {
    const last = (await listTexts(app, payer.phone)).at(-1)?.text ?? '';
    code = /YES (\d\d)/.exec(last)?.[1] ?? '';
    expect(code).not.toBe('');
  }).toPass({ timeout: 30_000 });
  await textUs(app, payer.phone, `YES ${code}`);
  await expect(page.getByRole('log')).toContainText('Paid $124.20', { timeout: 20_000 });

  await page.getByRole('link', { name: 'Everything about this customer' }).click();
  await page.getByRole('button', { name: 'Give back' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('read twice');
  await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'until another person agrees' })).toBeVisible();
  await page.goto(`${app.portal}/console/refunds`);
  const waiting = (one: Page) => one.getByRole('listitem').filter({ hasText: 'Ottilie' });
  await expect(waiting(page)).toContainText('another person decides');
  await expect(waiting(page).getByRole('button')).toHaveCount(0);
  const nora = await open();
  await sitAtConsole(nora, app, 'Nora');
  await nora.goto(`${app.portal}/console/refunds`);
  await waiting(nora).getByRole('button', { name: 'Agree' }).click();
  await expect(nora.getByRole('status').filter({ hasText: 'on its way back' })).toBeVisible();
});

test('lets an agent care for a customer within a limit, and who only reads change nothing', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Ingeborg', lastName: 'Thorvaldsen' });
  await billPayers(beside, [payer], { minor: 8420 });
  const page = await open();
  await sitAtConsole(page, app, 'Maria');
  const openCustomer = async () => {
    await page.goto(`${app.portal}/console/customers`);
    await page.getByRole('textbox').fill('Thorvaldsen');
    await page.getByRole('button', { name: /Ingeborg/ }).click();
    await expect(page.getByText('Bill of $84.20 issued')).toBeVisible();
  };
  await openCustomer();
  await page.getByRole('button', { name: 'Lower the bill' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Amount').fill('50');
  await form.getByLabel('Reason').fill('read too high');
  await form.getByRole('button', { name: 'Lower the bill' }).click();
  await expect(form.getByRole('alert')).toContainText('more than you may take off alone');
  await form.getByLabel('Amount').fill('10.20');
  await form.getByRole('button', { name: 'Lower the bill' }).click();
  await expect(page.getByText('Bill lowered by $10.20')).toBeVisible();
  await page.getByRole('button', { name: 'Take a promise' }).click();
  await form.getByLabel('Day').fill((await timeIn(app, 3 * 1_440)).slice(0, 10));
  await form.getByRole('button', { name: 'Take a promise' }).click();
  await expect(page.getByText(/\$74\.00 promised by/).first()).toBeVisible();

  const reader = await open();
  await sitAtConsole(reader, app, 'Ruth');
  await reader.goto(page.url());
  await expect(reader.getByText('Bill lowered by $10.20')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Lower the bill' })).toHaveCount(0);
  await expect(reader.getByRole('button', { name: 'Add a phone' })).toHaveCount(0);
  // What they may not do is not offered, also where they may look.
  await reader.goto(`${app.portal}/console/bonuses`);
  await expect(reader.getByRole('tab', { name: 'To approve' })).toBeVisible();
  await expect(reader.getByRole('button', { name: /^Approve \d/ })).toHaveCount(0);
  await reader.goto(`${app.portal}/console/team`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Not for your role');
});

test('warns before the promised minutes are over and says in another colour when they are; a snooze ends by itself', async ({
  app,
  open,
  beside,
}) => {
  const waiting = await addPayer(beside, { firstName: 'Solveig', lastName: 'Aasen' });
  const snoozed = await addPayer(beside, { firstName: 'Torunn', lastName: 'Aasen' });
  for (const { phone } of [waiting, snoozed]) await textUs(app, phone, QUESTION);
  const page = await open({ reducedMotion: 'reduce' });
  await sitAtConsole(page, app, 'Maria');
  const line = (name: string) => page.getByRole('option', { name: new RegExp(name) });
  const badge = line('Solveig').getByText(/ min/);
  const colour = () => badge.evaluate((element) => getComputedStyle(element).color);
  await expect(badge).toHaveText(/1[45] min/);
  const calm = await colour();
  await line('Torunn').click();
  await page.keyboard.press('s');
  await page.getByLabel('Another time').fill(await timeIn(app, 20));
  await page.getByRole('button', { name: 'Choose' }).click();
  await expect(line('Torunn')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: /Snoozed/ })).toContainText('1');

  await runKvitt(app, 'clock', '+30m', '--json');
  await page.reload();
  await expect(badge).toHaveText(/1[4-9] min late/);
  expect(await colour()).not.toBe(calm);
  await expect(line('Torunn')).toContainText(/min late/, { timeout: 30_000 });
});

test('a reply is taken back within five seconds, and another one waits for its time', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Torvald', lastName: 'Undset' });
  await textUs(app, payer.phone, QUESTION);
  const page = await open();
  await sitAtConsole(page, app, 'Maria');
  await page.getByRole('option', { name: /Torvald/ }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.fill('Wrong words');
  await reply.press('Enter');
  await page.getByRole('button', { name: 'Take back' }).first().click();
  // Its words come back, to be changed.
  await expect(reply).toHaveValue('Wrong words');
  await reply.fill('Words of tomorrow');
  await page.getByRole('button', { name: 'Send later' }).click();
  await page.getByRole('button', { name: /Tomorrow morning/ }).click();
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByRole('log')).toContainText('Words of tomorrow');
  await expect(reply).toHaveValue('');
  const sent = (await listTexts(app, payer.phone)).map(({ text }) => text);
  expect(sent.filter((text) => /Wrong|tomorrow/.test(text))).toEqual([]);
});

test('two who are one person are looked at side by side, made one, and parted again', async ({
  app,
  open,
  beside,
}) => {
  const one = await addPayer(beside, {
    firstName: 'Sigrid',
    lastName: 'Undheim',
    card: 'fake-valid-visa-nonce',
  });
  await billPayers(beside, [one], { minor: 8420 });
  await addPayer(beside, { firstName: 'Siri', lastName: 'Undheim', phone: one.phone });
  const page = await open();
  await sitAtConsole(page, app, 'Priya');
  await page.goto(`${app.portal}/console/customers`);
  await page.getByRole('textbox').fill('Siri Undheim');
  await page.getByRole('button', { name: /Siri/ }).click();
  await page.getByRole('button', { name: 'Compare and merge' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /^Bills/ })).toContainText('$84.20 due');
  await checkAccessibility(page, 'two customers side by side');
  await takeShot(page, 'console-merge-desktop-light');
  await dialog.getByRole('button', { name: 'Keep the other one' }).click();
  await dialog.getByLabel('Reason').fill('one phone, one person');
  await dialog.getByRole('button', { name: 'Merge into this customer' }).click();
  const screen = page.getByRole('main');
  await expect(screen.getByRole('heading', { name: 'Sigrid Undheim' })).toBeVisible();
  await expect(screen).toContainText('Siri Undheim');
  await screen.getByRole('button', { name: 'Part them again' }).click();
  await dialog.getByRole('button', { name: 'Part them again' }).click();
  await expect(screen.getByRole('button', { name: 'Compare and merge' })).toBeVisible();
});

test('an agent is reminded of who asked to be called back, wherever they are, until the call is made', async ({
  app,
  open,
  beside,
}) => {
  await addPayer(beside, { firstName: 'Ragnhild', lastName: 'Ytterbø', hasConsent: false });
  const page = await open();
  await sitAtConsole(page, app, 'Jonas');
  await page.goto(`${app.portal}/console/enroll`);
  await page.getByRole('textbox').fill('Ytterbø');
  await page.getByRole('button', { name: /Ragnhild/ }).click();
  await page.getByText(/Am I speaking with/).waitFor();
  await page.getByRole('button', { name: 'Another time' }).click();
  await expect(page.getByText(/You are reminded on/)).toBeVisible();
  await bringCallBacks(beside);
  await page.goto(`${app.portal}/console/inbox`);
  const told = page.getByRole('status').filter({ hasText: 'Call Ragnhild Ytterbø back' });
  await expect(told).toBeVisible();
  await told.getByRole('link', { name: 'See' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Ragnhild' })
    .getByRole('button', { name: 'Call', exact: true })
    .click();
  await page.getByText(/Am I speaking with/).waitFor();
  await page.getByRole('link', { name: 'Inbox' }).first().click();
  await expect(told).toHaveCount(0);
});

/** As a date field has the minute that is so many from now, by the test clock, where the browser is. */
async function timeIn(app: App, minutes: number): Promise<string> {
  const { now } = (await runKvitt(app, 'clock', '--json')).answer as { now: string };
  const at = new Date(Date.parse(now) + minutes * 60_000);
  const timeZone = 'America/Chicago';
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
    .format(at)
    .replace(' ', 'T');
}
