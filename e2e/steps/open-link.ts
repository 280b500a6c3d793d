import { expect, type FrameLocator } from '@playwright/test';
import type { Phone } from './open-phone.ts';

/** Taps the address in a text; gives the page that opens in the phone-sized frame beside it. */
export async function openLink(phone: Phone, words: string | RegExp): Promise<FrameLocator> {
  const bubble = await phone.wait(words);
  await bubble.getByRole('link').click();
  const frame = phone.page.frameLocator('iframe[title^="Page that"]');
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  return frame;
}
