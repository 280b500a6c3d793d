import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

const hasBundled = process.platform === 'linux' && process.arch === 'x64';

test('the browser from npm opens a page with a fresh profile', async () => {
  test.skip(!hasBundled, 'npm has a browser for Linux on x64 only');
  const { executablePath, args, env, isFull } = await findBrowser({ E2E_BROWSER: 'bundled' });
  expect(isFull).toBe(false);
  const profile = mkdtempSync(path.join(os.tmpdir(), 'kvitt-profile-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, env });
  try {
    const page = await context.newPage();
    await page.goto('data:text/html,<title>here</title><p>a page');
    expect(await page.title()).toBe('here');
    expect(await page.evaluate('isSecureContext')).toBe(false);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a path that leads nowhere is an error, not a reason to take another browser', async () => {
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow('/nowhere/chromium');
});

test('the browser that these tests run in is the one that was found', async ({ browser }) => {
  const { executablePath } = await findBrowser();
  expect(browser.isConnected()).toBe(true);
  expect(test.info().project.use.launchOptions?.executablePath).toBe(executablePath);
});
