import { type KeptPicture, keepPicture, openPicture } from './kept-picture.ts';
import { dropOldest } from './pages.ts';
import { listSealed, remove, seal, unseal } from './vault.ts';
import type { WaitingForm } from './waiting-form.ts';

declare const self: ServiceWorkerGlobalScope;

/** A form that waits for a connection; its own id makes the server take it once, however often it is sent. */
interface Waiting {
  url: string;
  /** Its fields, but for a picture. */
  body: string;
  picture?: KeptPicture;
  /** The server would not take it; it is kept until somebody has been told. */
  isRefused?: boolean;
}

/** Reads a form as it waits: its fields in a line, and the picture beside them. */
export async function readWaiting(request: Request): Promise<Omit<Waiting, 'isRefused'>> {
  const { url } = request;
  if (!request.headers.get('content-type')?.startsWith('multipart/'))
    return { url, body: await request.text() };
  const form = await request.formData();
  const file = form.get('picture');
  const words = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  const body = new URLSearchParams(words).toString();
  return file instanceof File && file.size > 0
    ? { url, body, picture: await keepPicture(file) }
    : { url, body };
}

/** Keeps a form to be sent later, once however often it was pressed; false where there is no session to keep it under, or no room. */
export async function putOff(form: Omit<Waiting, 'isRefused'>): Promise<boolean> {
  for (const id of await listSealed('outbox')) {
    const waiting = await unseal<Waiting>('outbox', id);
    if (waiting && !waiting.isRefused && waiting.url === form.url && waiting.body === form.body) return true;
  }
  const at = String(Date.now()).padStart(15, '0');
  const keep = () => seal('outbox', `${at} ${crypto.randomUUID()}`, form);
  // What the customer wrote matters more than what can be read again.
  return keep().catch(async () => {
    await dropOldest(0);
    return keep().catch(() => false);
  });
}

/** What has not been sent yet, oldest first. */
export async function listWaiting(): Promise<WaitingForm[]> {
  const ids = await listSealed('outbox');
  const forms = await Promise.all(ids.map((id) => unseal<Waiting>('outbox', id)));
  return forms.flatMap((form) => (form && !form.isRefused ? [describe(form)] : []));
}

function describe({ url, body }: Waiting): WaitingForm {
  const fields = new URLSearchParams(body);
  const kind = url.endsWith('/thread') ? 'thread' : url.endsWith('/promise') ? 'promise' : 'card';
  const field = { thread: 'body', promise: 'day', card: 'score' }[kind];
  return { kind, words: fields.get(field) ?? '' };
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
  let sent = 0;
  // One account's proof is nothing that another's question waits for.
  const closed = new Set<string>();
  for (const id of await listSealed('outbox')) {
    const form = await unseal<Waiting>('outbox', id);
    if (!form || form.isRefused || closed.has(tokenOf(form))) continue;
    const answer = await ask(form);
    if (answer === 'later') break;
    if (answer === 'proof') {
      closed.add(tokenOf(form));
      continue;
    }
    if (answer === 'refused') {
      await seal('outbox', id, { ...form, isRefused: true });
      continue;
    }
    sent += 1;
    await remove('outbox', id);
  }
  await report(sent);
}

function tokenOf({ url }: Waiting): string {
  return new URL(url).pathname.split('/')[1] ?? '';
}

/** Tells a page that is open what became of what waited; where none is, what was refused or lost is kept for the next one. */
async function report(sent: number): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  const [page] = pages;
  if (!page) return;
  let refusedAt: string | undefined;
  let lost = 0;
  for (const id of await listSealed('outbox')) {
    const form = await unseal<Waiting>('outbox', id);
    if (form && !form.isRefused) continue;
    // Nobody can read it any more: its week is over.
    if (!form) lost += 1;
    else refusedAt = new URL(form.url).pathname.replace(/\/card$/, '');
    await remove('outbox', id);
  }
  if (sent > 0 || lost > 0 || refusedAt !== undefined) {
    page.postMessage({ type: 'OUTBOX', sent, lost, refusedAt });
  }
}

/**
 * Whether the server has had its say, and said no. One that asks for a proof first has not taken it, and nor has one that
 * fails.
 */
async function ask({ url, body, picture }: Waiting): Promise<'taken' | 'refused' | 'later' | 'proof'> {
  try {
    const fields = new URLSearchParams(body);
    const parts = new FormData();
    for (const [name, value] of fields) parts.append(name, value);
    if (picture) parts.append('picture', await openPicture(picture));
    const answer = await fetch(url, {
      method: 'POST',
      body: picture ? parts : fields,
      credentials: 'same-origin',
    });
    const isAskedForProof = new URL(answer.url).pathname.endsWith('/unlock');
    if (isAskedForProof) return 'proof';
    if (answer.status >= 500 || answer.status === 429) return 'later';
    return answer.ok ? 'taken' : 'refused';
  } catch {
    return 'later';
  }
}
