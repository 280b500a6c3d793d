import { addPayer } from '@kvitt/testing/beside/add-payer';
import { addWork } from '@kvitt/testing/beside/add-work';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookAt } from '../steps/look-at.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';

/** A manager's screens by their address, and what stands there once they are loaded. */
const PLACES = [
  ['home', 'home', 'Collected by day'],
  ['scripts', 'scripts', 'Results of the last 90 days'],
  ['leaderboard', 'leaderboard', 'Personal best'],
  ['board-settings', 'leaderboard/settings', 'Hours worked'],
  ['bonuses-review', 'bonuses?tab=review', 'Nothing here.'],
  ['bonuses-periods', 'bonuses?tab=periods', 'No period is closed yet.'],
  ['bonuses-plan', 'bonuses?tab=plan', 'Most per agent and day'],
  ['bonuses-own', 'bonuses?tab=own', 'Your first enrollment puts a bonus here.'],
  ['work', 'work', 'Everything agrees'],
] as const;

/** Takes a difference and closes it with a word on what came of it: it is among what is done, with both names. */
async function finishWork(page: Page, about: string): Promise<void> {
  const item = page.getByRole('listitem').filter({ hasText: about });
  await item.getByRole('button', { name: 'Take' }).click();
  await expect(item).toContainText('Nora Whitfield');
  await item.getByRole('button', { name: 'Done' }).click();
  await item.getByRole('textbox').fill('The shop’s own.');
  await item.getByRole('textbox').press('Enter');
  await expect(item).toHaveCount(0);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(item).toContainText('The shop’s own.');
}

for (const { name, options } of listDevices()) {
  test(`calls, bonuses and a manager’s screens are readable by anybody: ${name}`, async ({
    app,
    open,
    beside,
  }) => {
    await addPayer(beside, {
      firstName: 'Wolfeschlegel',
      lastName: `Steinhausen ${name}`,
      hasConsent: false,
    });
    const page = await open(options);
    await sitAtConsole(page, app, 'Nora');
    await lookAt(page, 'enroll-search', name, async () => {
      await page.goto(`${app.portal}/console/enroll`);
      await page.getByRole('textbox').fill(`Steinhausen ${name}`);
      await page.getByRole('button', { name: /Wolfeschlegel/ }).waitFor();
    });
    await lookAt(page, 'enroll-call', name, async () => {
      await page.getByRole('button', { name: /Wolfeschlegel/ }).click();
      await page.getByText(/Am I speaking with/).waitFor();
    });
    await lookAt(page, 'enroll-ended', name, async () => {
      await page.getByRole('button', { name: /End the call/ }).click();
      await page.getByRole('button', { name: /Call back another time/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('To be called again');
    });
    const callId = new URL(page.url()).pathname.split('/').pop();
    await lookAt(page, 'enroll-call-backs', name, async () => {
      await page.goto(`${app.portal}/console/enroll`);
      await page.getByRole('region', { name: 'To call back' }).getByText(`Steinhausen ${name}`).waitFor();
    });
    await lookAt(page, 'evidence', name, async () => {
      await page.goto(`${app.portal}/console/enrollments/${callId}`);
      await page.getByText(`Steinhausen ${name}`).first().waitFor();
    });
    await lookAt(page, 'script-editor', name, async () => {
      await page.goto(`${app.portal}/console/scripts`);
      await page.getByRole('button', { name: 'New version from this' }).first().click();
      await page.getByRole('button', { name: 'Save as a new version' }).waitFor();
    });
    for (const [what, address, words] of PLACES) {
      await lookAt(page, what, name, async () => {
        await page.goto(`${app.portal}/console/${address}`);
        await page.getByText(words).first().waitFor();
      });
    }
    await lookAt(page, 'work-open', name, async () => {
      await addWork(beside, `shop-${name}`);
      await page.reload();
      await page.getByText(`sale shop-${name}`).waitFor();
    });
    await finishWork(page, `sale shop-${name}`);
    await lookAt(page, 'wall', name, async () => {
      await page.goto(`${app.portal}/console/leaderboard/settings`);
      await page.getByLabel('Where it hangs').fill('Lobby');
      await page.getByRole('button', { name: 'Make a link' }).click();
      const link = await page.getByText(/\/wall#/).innerText();
      await page.goto(link);
      await page.getByText(/enrolled today/).waitFor();
    });
  });
}
