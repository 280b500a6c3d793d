import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './dice.ts';

/** What a page of the portal says, as far as someone who pays looks at it. */
interface Page {
  view: { kind: string; bill?: { amountDue: { minor: number } }; pay?: { paymentId: string } };
}

/** How often someone reloads a page that does not come. */
const RELOADS = 8;

/** Opens the pay page behind a link and sends its form, once or twice at the same moment, with a card of the sandbox. */
export async function payOnPage(link: string, how: { forms: number; dice: Dice }): Promise<void> {
  if (!link) return;
  const page = await open(`${link}/pay`);
  const { bill, pay } = page?.view ?? {};
  if (!bill || !pay) return;
  const form = new URLSearchParams({
    paymentId: pay.paymentId,
    nonce: how.dice() < 0.5 ? 'fake-valid-nonce' : 'fake-valid-mastercard-nonce',
    statedMinor: String(bill.amountDue.minor),
    ...(how.dice() < 0.5 && { keepCard: 'on' }),
  });
  await Promise.all(Array.from({ length: how.forms }, () => send(`${link}/pay`, form)));
}

async function open(url: string): Promise<Page | undefined> {
  for (let tries = 0; tries < RELOADS; tries++) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as Page;
    } catch {
      // The server is gone for the moment; a person reloads.
    }
    await pause(700);
  }
  return undefined;
}

/** The browser asks whether to send the form again, and the person says yes: the very same form. */
async function send(url: string, form: URLSearchParams): Promise<void> {
  for (let tries = 0; tries < RELOADS; tries++) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: form,
        redirect: 'manual',
        signal: AbortSignal.timeout(15_000),
      });
      await response.body?.cancel();
      if (response.status < 500) return;
    } catch {
      // Cut in the middle: nobody knows whether it was taken.
    }
    await pause(700);
  }
}
