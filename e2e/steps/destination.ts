import { expect } from '@playwright/test';
import type { App } from '../app/app.ts';

/** Has every text to a phone fail from now on, as where it is switched off: the carrier's code 80. */
export async function switchOff(app: App, number: string): Promise<void> {
  const answer = await fetch(`${app.handset}/sandbox/destinations/${number.replace(/\D/g, '')}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'undelivered', errorCode: '80' }),
  });
  expect(answer.ok, `the carrier takes it that ${number} is switched off`).toBe(true);
}
