import type { Page } from '@playwright/test';
import { checkAccessibility } from './check-accessibility.ts';
import { takeShot } from './take-shot.ts';

/** Goes to a screen of the console, takes its picture, and has every rule of accessibility run on it. */
export async function lookAt(
  page: Page,
  what: string,
  screen: string,
  go: () => Promise<unknown>,
): Promise<void> {
  await go();
  await takeShot(page, `console-${what}-${screen}`);
  await checkAccessibility(page, `${what}, ${screen}`);
}
