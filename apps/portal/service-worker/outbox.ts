import { listSealed, remove, seal, unseal } from './vault.ts';

/** A form that waits for a connection; its own id makes the server take it once, however often it is sent. */
interface Waiting {
  url: string;
  body: string;
}

/** Keeps a form to be sent later; false where there is no open session to keep it under. */
export async function putOff(url: string, body: string): Promise<boolean> {
  const at = String(Date.now()).padStart(15, '0');
  return seal('outbox', `${at} ${crypto.randomUUID()}`, { url, body } satisfies Waiting);
}

export async function countWaiting(): Promise<number> {
  return (await listSealed('outbox')).length;
}

let flushing: Promise<void> | undefined;

/** Sends what waits, oldest first; what cannot be sent yet stays, in its order. One round at a time. */
export function sendWaiting(): Promise<void> {
  flushing ??= sendAll().finally(() => {
    flushing = undefined;
  });
  return flushing;
}

async function sendAll(): Promise<void> {
  for (const id of await listSealed('outbox')) {
    const form = await unseal<Waiting>('outbox', id);
    // Of an earlier session: nobody can read it any more.
    if (form && !(await isTaken(form))) return;
    await remove('outbox', id);
  }
}

/** Whether the server has had its say. One that asks for a proof first has not taken it, and nor has one that fails. */
async function isTaken({ url, body }: Waiting): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    return answer.status < 500 && answer.status !== 429 && !new URL(answer.url).pathname.endsWith('/unlock');
  } catch {
    return false;
  }
}
