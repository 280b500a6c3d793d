import { LOCAL_NUMBER } from '@kvitt/tools/start/local-parts.ts';
import { expect } from '@playwright/test';
import type { App } from '../app/app.ts';

/** Sends a text from a customer's phone to the biller, as the handset does. */
export async function textUs(app: App, from: string, text: string): Promise<void> {
  const answer = await fetch(`${app.handset}/sandbox/receive`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: from.replace(/\D/g, ''), to: LOCAL_NUMBER, text }),
  });
  expect(answer.ok, `the carrier takes a text of ${from}`).toBe(true);
}
