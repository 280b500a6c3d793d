import { startCompany } from '@kvitt/testing/start-company';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { expect, test } from '../app/test.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { makeAuthenticator } from '../steps/make-authenticator.ts';
import { readAppCode } from '../steps/read-app-code.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';

const PASSWORD = 'a quiet harbour at six';
const EMAIL = 'lee@northlight.example';

test('who was invited joins, adds a second factor and a passkey, and comes back by either', async ({
  app,
  open,
}) => {
  const page = await open();
  await joinByInvitation(page, app);
  const secret = await addSecondFactor(page);
  await addPasskey(page);

  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Lee Okonkwo/ })).toBeVisible();

  await signOut(page);
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toContainText('not right');
  await page.getByLabel('Code').fill(readAppCode(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
});

test('a device is signed out from another one, and its screen says so', async ({ app, open }) => {
  const desk = await open();
  const laptop = await open();
  await sitAtConsole(laptop, app, 'Priya');
  await sitAtConsole(desk, app, 'Priya');
  await desk.goto(`${app.portal}/console/me`);
  const others = desk.getByRole('listitem').getByRole('button', { name: 'Sign out' });
  await expect(others.first()).toBeVisible();
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click();
    await expect(others).toHaveCount(left - 1);
  }
  await laptop.reload();
  await expect(laptop.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('the company’s own sign-in is said to be away while it is, and lets in as soon as it answers', async ({
  app,
  open,
}) => {
  const page = await open();
  await page.goto(`${app.portal}/console/leaderboard`);
  const byCompany = page.getByRole('button', { name: 'Sign in with Northlight ID' });
  await byCompany.click();
  await expect(page.getByRole('alert')).toContainText('does not answer now');
  await takeShot(page, 'console-sign-in-company-away-desktop-light');
  const company = await startCompany(app.companyPort);
  try {
    company.employee = { sub: 'e-1', email: 'stranger@northlight.example', email_verified: true };
    await byCompany.click();
    await expect(page.getByRole('alert')).toContainText('Nobody by this address works here');
    company.employee = { sub: 'e-2', email: 'jonas@northlight.example', email_verified: true };
    await byCompany.click();
    // Where they were going before any of it.
    await expect(page.getByRole('heading', { name: 'Leaderboard' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Jonas/ })).toBeVisible();
  } finally {
    await company.stop();
  }
});

test('a screen for other roles says whose it is, and an address of none of ours that it is none', async ({
  app,
  open,
}) => {
  const page = await open();
  await sitAtConsole(page, app, 'Maria');
  const rail = page.getByRole('navigation', { name: 'Places' });
  for (const place of ['Overview', 'Team'])
    await expect(rail.getByRole('link', { name: place })).toHaveCount(0);
  for (const place of ['home', 'team', 'desk', 'leaderboard/settings', 'texts', 'money', 'scripts']) {
    await page.goto(`${app.portal}/console/${place}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not for your role');
    await expect(page.getByRole('main')).toContainText(/You are signed in as Maria Santos, agent/);
  }
  await lookByDayAndNight(page, 'console-not-yours-desktop');
  await page.goto(`${app.portal}/console/no/such/place`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await page.getByRole('link', { name: 'Go to the inbox' }).click();
  await expect(page).toHaveURL(/\/console\/inbox$/);
});

/** By the console's name and not its number: browsers make passkeys for names only. */
async function joinByInvitation(page: Page, app: App): Promise<void> {
  const { answer } = await runKvitt(app, 'agent', 'invite', '--email', EMAIL, '--role', 'agent', '--json');
  const { link } = answer as { link: string };
  await page.goto(`http://localhost:${app.port}${new URL(link).pathname}`);
  await page.getByLabel('Your name').fill('Lee Okonkwo');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
}

/** @returns the secret that the app shares with the console */
async function addSecondFactor(page: Page): Promise<string> {
  await page.goto(new URL('/console/me', page.url()).href);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up' }).click();
  const secret = await page.getByRole('code').first().innerText();
  await page.getByLabel('Code', { exact: true }).fill(readAppCode(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('On. Signing in with your password')).toBeVisible();
  return secret;
}

/** With a device's own authenticator that the browser makes up. */
async function addPasskey(page: Page): Promise<void> {
  await makeAuthenticator(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The passkey is added' })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Lee Okonkwo/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
