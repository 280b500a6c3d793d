import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { listTexts } from './carrier.ts';

/** One customer's phone on the handset page, and what one does with it. */
export interface Phone {
  page: Page;
  /** The texts that came in, oldest first. */
  bubbles: Locator;
  /** The texts that the customer sent. */
  sent: Locator;
  /** The latest text that came in and holds these words, once it is there. */
  wait(words: string | RegExp): Promise<Locator>;
  /** Types a text and sends it. */
  say(text: string): Promise<void>;
  /** Taps a quick reply under the texts, once it is offered. */
  tap(reply: string | RegExp): Promise<void>;
}

/** An answer goes through a webhook, a job, the outbox and the carrier's own delay; on a busy machine, slowly. */
const ANSWER = { timeout: 30_000 };

/** Opens the handset with the phone of `number` (E.164) in front, its texts on the screen. */
export async function openPhone(page: Page, app: App, number: string): Promise<Phone> {
  const digits = number.replace(/\D/g, '');
  // A phone without a text shows its list of threads; with one it opens on the thread.
  await expect
    .poll(async () => (await listTexts(app, number)).some(({ state }) => state === 'delivered'), ANSWER)
    .toBe(true);
  await page.goto(`${app.handset}/#${digits}`);
  const log = page.getByRole('log');
  const bubbles = log.locator('[data-side="in"]:not([data-lost="true"]) .bubble');
  await expect(bubbles.first()).toBeVisible(ANSWER);
  const composer = page.getByRole('textbox', { name: /^Text to/ });
  return {
    page,
    bubbles,
    sent: log.locator('[data-side="out"] .bubble'),
    async wait(words) {
      const bubble = bubbles.filter({ hasText: words }).last();
      await expect(bubble).toBeVisible(ANSWER);
      return bubble;
    },
    async say(text) {
      await composer.fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(composer).toHaveValue('');
    },
    async tap(reply) {
      await page
        .getByRole('group', { name: 'Quick replies' })
        .getByRole('button', { name: reply })
        .click(ANSWER);
    },
  };
}
