import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { listTexts } from '../steps/carrier.ts';
import { countKeys, sayCount } from '../steps/count-keys.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookAt } from '../steps/look-at.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { textUs } from '../steps/text-us.ts';

const QUESTION = 'I was overcharged, can I speak to a person about my meter?';

test('turns away a wrong password with what to do, and lets the right one in', async ({ app, open }) => {
  const page = await open();
  await page.goto(`${app.portal}/console/`);
  await page.getByLabel('E-mail').fill('maria@northlight.example');
  await page.getByLabel('Password').fill('not this one at all');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await sitAtConsole(page, app);
});

test('shows one thread to two agents, and gives it to one of them', async ({ app, open, beside }) => {
  const payer = await addPayer(beside, { firstName: 'Greta', lastName: 'Halloran' });
  const maria = await open();
  const jonas = await open();
  await sitAtConsole(maria, app, 'Maria');
  await sitAtConsole(jonas, app, 'Jonas');
  await textUs(app, payer.phone, QUESTION);
  for (const page of [maria, jonas]) await page.getByRole('option', { name: /Greta/ }).click();
  await maria.getByRole('button', { name: 'Take' }).click();
  await expect(maria.getByText('This thread is yours.')).toBeVisible();
  // Told live: nobody has asked again.
  await expect(jonas.getByRole('heading', { name: /Greta/, level: 1 })).toContainText('Maria Santos has it');
  await maria.getByRole('textbox', { name: 'Reply' }).fill('I look into it.');
  await expect(jonas.getByText('Maria Santos is typing').first()).toBeVisible();
  await jonas.getByRole('textbox', { name: 'Reply' }).fill('Me too');
  await jonas.getByRole('textbox', { name: 'Reply' }).press('Enter');
  await expect(jonas.getByRole('alert')).toContainText('Maria Santos has this thread');
});

test('ten threads are answered with the keyboard alone', async ({ app, open, beside }) => {
  const phones: string[] = [];
  for (let n = 0; n < 10; n++) {
    const { phone } = await addPayer(beside, { firstName: `Keyed${n}`, lastName: 'Lindqvist' });
    phones.push(phone);
    await textUs(app, phone, QUESTION);
  }
  const page = await open();
  await sitAtConsole(page, app, 'Priya');
  await expect(page.getByRole('option', { name: /Keyed/ })).toHaveCount(10);
  const keys = countKeys(page);
  for (let n = 0; n < 10; n++) {
    await keys.press('j');
    const name = await page.locator('[role=option][aria-selected=true]').innerText();
    await expect(page.getByRole('log')).toContainText('overcharged');
    await keys.press('r');
    await keys.type('/back');
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(page.getByText(/Leaves in/)).toBeVisible();
    await keys.press('Escape');
    expect(name).not.toBe('');
  }
  expect(sayCount('ten replies', keys).seconds).toBeLessThan(120);
  for (const phone of phones) {
    await expect(async () => {
      const texts = await listTexts(app, phone);
      expect(texts.some(({ text }) => text.startsWith('I am looking into it, Keyed'))).toBe(true);
    }).toPass({ timeout: 40_000 });
  }
});

/** What opens over a thread; each is closed by Escape. */
const DIALOGS: [what: string, open: (page: Page) => Promise<unknown>][] = [
  ['snooze', (page) => page.getByRole('button', { name: 'Snooze' }).click()],
  ['hand-over', (page) => page.getByRole('button', { name: 'Hand over' }).click()],
  ['palette', (page) => page.keyboard.press('ControlOrMeta+k')],
  ['shortcuts', (page) => page.keyboard.press('?')],
];

async function lookAtDialogs(page: Page, name: string): Promise<void> {
  for (const [what, open] of DIALOGS) {
    await lookAt(page, what, name, async () => {
      await open(page);
      await page.getByRole('dialog').waitFor();
    });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

test.describe('every screen', () => {
  for (const { name, options } of listDevices()) {
    test(`is readable by anybody and worth a picture: ${name}`, async ({ app, open, beside }) => {
      const payer = await addPayer(beside, {
        firstName: 'Wilhelmina-Anastasia',
        lastName: `Featherstonehaugh-Brontë ${name}`,
        card: 'fake-valid-visa-nonce',
      });
      await billPayers(beside, [payer], { minor: 8420 });
      await textUs(app, payer.phone, QUESTION);
      const page = await open(options);
      await lookAt(page, 'sign-in', name, () => page.goto(`${app.portal}/console/sign-in`));
      await sitAtConsole(page, app, 'Ada');
      await lookAt(page, 'inbox', name, () =>
        page
          .getByRole('option', { name: /Wilhelmina/ })
          .first()
          .waitFor(),
      );
      await lookAt(page, 'thread', name, async () => {
        await page.getByRole('option', { name: new RegExp(`${name}`) }).click();
        await page.getByRole('log').getByText('overcharged').first().waitFor();
      });
      await page.getByRole('textbox', { name: 'Reply' }).fill('I look into it.');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByText(/Leaves in/)).toBeVisible();
      await lookAtDialogs(page, name);
      await lookAt(page, 'customers', name, async () => {
        await page.goto(`${app.portal}/console/customers`);
        await page.getByRole('textbox').fill('fetherstonehaugh');
        await page.getByRole('button', { name: new RegExp(name) }).click();
        await page.getByText('$84.20').first().waitFor();
      });
      await lookAt(page, 'decisions', name, async () => {
        await page.getByRole('button', { name: 'Show decisions' }).click();
        await page.getByText('comes out the same').first().waitFor();
      });
      await lookAt(page, 'promise', name, async () => {
        await page.getByRole('button', { name: 'Take a promise' }).click();
        await page.getByRole('dialog').waitFor();
      });
      await page.keyboard.press('Escape');
      await lookAt(page, 'refunds', name, async () => {
        await page.goto(`${app.portal}/console/refunds`);
        await page.getByText('No refund waits').waitFor();
      });
      await lookAt(page, 'desk', name, async () => {
        await page.goto(`${app.portal}/console/desk`);
        await page.getByText('/hello').first().waitFor();
      });
      await lookAt(page, 'team', name, async () => {
        await page.goto(`${app.portal}/console/team`);
        await page.getByText('jonas@northlight.example').waitFor();
      });
      await lookAt(page, 'devices', name, async () => {
        await page.goto(`${app.portal}/console/me`);
        await page.getByText('this device').first().waitFor();
      });
    });
  }
});
