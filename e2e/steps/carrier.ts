import type { Fault } from '@kvitt/sandbox/control/faults';
import type { SandboxText } from '@kvitt/sandbox/plivo/sandbox-state';
import { expect } from '@playwright/test';
import type { App } from '../app/app.ts';

/** What the carrier has of a person's texts, in both directions, oldest first. */
export async function listTexts(app: App, number: string): Promise<SandboxText[]> {
  const answer = await fetch(`${app.handset}/sandbox/texts?person=${number.replace(/\D/g, '')}`);
  return (await answer.json()).texts;
}

/** The address in the last text to this phone, once there is one. */
export async function readLink(app: App, number: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const texts = await listTexts(app, number);
    const ours = texts.filter(({ direction }) => direction === 'outbound');
    link = ours.map(({ text }) => /https?:\S+/.exec(text)?.[0]).findLast((found) => found !== undefined);
    expect(link, `a text with a link to ${number}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return link as string;
}

/** The six digits in the last text to this phone, once there are some. */
export async function readCode(app: App, number: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const texts = await listTexts(app, number);
    code = texts.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]).findLast((found) => found !== undefined);
    expect(code, `a text with a code to ${number}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return code as string;
}

/** Arms a fault at one of the sandboxes. */
export async function armFault(origin: string, fault: Fault): Promise<void> {
  const answer = await fetch(`${origin}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  expect(answer.status).toBe(201);
}

export async function disarmFaults(origin: string): Promise<void> {
  await fetch(`${origin}/sandbox/faults`, { method: 'DELETE' });
}
