import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { listTexts } from '../steps/carrier.ts';
import { switchOff } from '../steps/destination.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';
import { textUs } from '../steps/text-us.ts';

const QUESTION = 'I was overcharged, can I speak to a person about my meter?';
const LIVE = { timeout: 30_000 };
const replyOf = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const openThread = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(name) }).click();

test('what is being written outlives a reload and a lost connection, which is told, and heals with what was missed', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Gunvor', lastName: 'Ekdal' });
  await textUs(app, payer.phone, QUESTION);
  const page = await open({ reducedMotion: 'reduce' });
  await sitAtConsole(page, app, 'Jonas');
  await openThread(page, 'Gunvor');
  await replyOf(page).fill('Your meter is read on Monday.');
  await page.reload();
  await expect(replyOf(page)).toHaveValue('Your meter is read on Monday.');

  await page.context().setOffline(true);
  const banner = page.getByRole('status').filter({ hasText: 'Not connected' });
  await expect(banner).toBeVisible(LIVE);
  await lookByDayAndNight(page, 'console-not-connected-desktop');
  await replyOf(page).press('Enter');
  // The customer's panel may say for itself that it could not be asked for.
  const thread = page.getByRole('region', { name: 'Thread' });
  await expect(thread.getByRole('alert')).toContainText('Your words are kept');
  await expect(replyOf(page)).toHaveValue('Your meter is read on Monday.');
  await textUs(app, payer.phone, 'Are you still there?');

  await page.context().setOffline(false);
  // Nobody asks for anything: it comes by itself.
  await expect(page.getByRole('log')).toContainText('Are you still there?', LIVE);
  await expect(banner).toHaveCount(0, LIVE);
  await replyOf(page).press('Enter');
  const sent = async () =>
    (await listTexts(app, payer.phone)).filter(({ text }) => text.includes('on Monday'));
  await expect.poll(async () => (await sent()).length, LIVE).toBe(1);
});

test('a thread is tagged, noted on, handed over to who was named, and each is seen where it should be', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Hjalmar', lastName: 'Ekdal' });
  await textUs(app, payer.phone, QUESTION);
  const maria = await open();
  await sitAtConsole(maria, app, 'Maria');
  await maria.goto(`${app.portal}/console/leaderboard`);
  const jonas = await open();
  await sitAtConsole(jonas, app, 'Jonas');
  await openThread(jonas, 'Hjalmar');
  await jonas.getByRole('log').getByText('overcharged').first().waitFor();
  await jonas.keyboard.press('t');
  await jonas.getByRole('textbox', { name: 'Add a tag' }).fill('meter');
  await jonas.keyboard.press('Enter');
  await expect(jonas.getByRole('list', { name: 'Tags' })).toContainText('meter');
  await jonas.keyboard.press('n');
  await jonas.keyboard.type('@mar');
  await jonas.keyboard.press('Enter');
  await jonas.keyboard.type('knows this meter');
  await jonas.keyboard.press('Enter');
  await expect(jonas.getByRole('log')).toContainText('@Maria knows this meter');
  await jonas.keyboard.press('Escape');
  await jonas.keyboard.press('h');
  await jonas.getByRole('dialog').getByPlaceholder('Name of a colleague').fill('Maria');
  await expect(jonas.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await jonas.keyboard.press('Enter');
  await expect(jonas.getByRole('heading', { name: /Hjalmar/, level: 1 })).toContainText(
    'Maria Santos has it',
  );

  const told = maria.getByRole('status').filter({ hasText: 'Jonas Berg mentions you' });
  await told.getByRole('button', { name: 'Open the thread' }).click();
  await expect(maria.getByRole('heading', { name: /Hjalmar/, level: 1 })).toContainText('yours');
  await expect(maria.getByRole('log')).toContainText('@Maria knows this meter');
  // What colleagues say to each other goes to no customer.
  const words = (await listTexts(app, payer.phone)).map(({ text }) => text).join(' ');
  expect(words).not.toMatch(/Maria|knows/);
});

test('a pay link goes out in three keys, a text that fails says why, and after STOP the box says why none goes', async ({
  app,
  open,
  beside,
}) => {
  const payer = await addPayer(beside, { firstName: 'Gina', lastName: 'Ekdal' });
  await billPayers(beside, [payer], { minor: 8420 });
  await textUs(app, payer.phone, QUESTION);
  const page = await open({ reducedMotion: 'reduce' });
  await sitAtConsole(page, app, 'Jonas');
  await openThread(page, 'Gina');
  await expect(page.getByRole('complementary')).toContainText('$84.20');
  await page.keyboard.press('p');
  await expect(replyOf(page)).toHaveValue('See your bill and pay here: {link}');
  await page.keyboard.press('Enter');
  const isLink = ({ text }: { text: string }) => /See your bill and pay here: https?:\/\/\S+/.test(text);
  await expect
    .poll(async () => (await listTexts(app, payer.phone)).find(isLink)?.state, LIVE)
    .toBe('delivered');

  await switchOff(app, payer.phone);
  await replyOf(page).fill('I call you at five.');
  await replyOf(page).press('Enter');
  await expect(page.getByRole('log')).toContainText('Did not arrive: the phone is switched off', LIVE);
  await page.getByRole('button', { name: 'Write it again' }).click();
  await expect(replyOf(page)).toHaveValue('I call you at five.');

  await textUs(app, payer.phone, 'STOP');
  const why = page.getByRole('region', { name: 'Why no text can go now' });
  await expect(why).toContainText('They said STOP.', LIVE);
  await expect(why).toContainText('a START from the customer does');
  await replyOf(page).press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await takeShot(page, 'console-why-no-text-desktop-light');
});
