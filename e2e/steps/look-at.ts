import type { Page } from '@playwright/test';
import { lookByDayAndNight } from './look-by-day-and-night.ts';

/** Goes to a screen of the console, takes its pictures, and has the rules of accessibility run on it. */
export async function lookAt(
  page: Page,
  what: string,
  device: string,
  go: () => Promise<unknown>,
): Promise<void> {
  await go();
  await lookByDayAndNight(page, `console-${what}-${device}`);
}
