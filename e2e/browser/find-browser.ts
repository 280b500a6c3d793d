import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { Browser } from './browser.ts';
import { findSystemBrowser } from './find-system-browser.ts';
import { isHeadlessShell } from './is-headless-shell.ts';
import { sandboxArgs } from './sandbox-args.ts';
import { unpackBrowser } from './unpack-browser.ts';

/**
 * Finds a Chromium without asking anything of the machine: the one that CHROMIUM_PATH names, Chrome or Chromium of
 * the system, the one that Playwright has downloaded, and at last the one that lies compressed in an npm package.
 * E2E_BROWSER=bundled goes straight to the last, which is what a bare build machine has.
 *
 * Throws where there is none, and says how to get one.
 */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  if (environment.E2E_BROWSER === 'bundled') return unpackBrowser();
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  const found = named ?? findSystemBrowser() ?? findDownloaded();
  if (found === undefined) return unpackBrowser();
  return { executablePath: found, args: sandboxArgs(), env: {}, isFull: !isHeadlessShell(found) };
}

function findDownloaded(): string | undefined {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}
