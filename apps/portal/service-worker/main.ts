import { endNotes, openNote, renewNotes, showNote } from './notes.ts';
import { listWaiting, putOff, readWaiting, sendWaiting } from './outbox.ts';
import { findLastPath, keepPage, showKept, showWords } from './pages.ts';
import { giveShared, takeShared } from './share.ts';
import { wipe } from './vault.ts';

declare const self: ServiceWorkerGlobalScope;

/** A page of a link: its token, and what is below it. */
const PAGE = /^\/([1-9A-HJ-NP-Za-km-z]{16})(\/[\w/-]*)?$/;

/** Forms that move money, or allow that it moves: those are refused with the reason. */
const MOVES_MONEY = /\/(pay|autopay|methods|plan)$/;

/** Where a page fetches what another app has shared; no server is asked for it. */
const SHARED = '/share/latest';

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The page asks for it where the customer has said so: never by itself, and so never in the middle of a payment.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (event.data?.type === 'SEND_WAITING') event.waitUntil(sendWaiting());
});

self.addEventListener('sync', (event) => (event as ExtendableEvent).waitUntil(sendWaiting()));

self.addEventListener('push', (event) => event.waitUntil(showNote(event.data)));
self.addEventListener('notificationclick', (event) => event.waitUntil(openNote(event)));
self.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription } = event as Event & { oldSubscription?: PushSubscription | null };
  (event as ExtendableEvent).waitUntil(renewNotes(oldSubscription ?? null));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (pathname === SHARED) event.respondWith(giveShared());
  if (request.mode !== 'navigate') return;
  if (pathname === '/share' && request.method === 'POST') event.respondWith(takeShared(request));
  else if (pathname === '/' && request.method === 'GET') event.respondWith(begin(request, search));
  else if (!PAGE.test(pathname)) return;
  else if (request.method === 'GET') event.respondWith(read(event, pathname));
  else event.respondWith(send(event, pathname));
});

/** Where an installed portal begins: the page that was seen last, or the one that its shortcut names, of the same link. */
async function begin(request: Request, search: string): Promise<Response> {
  const [, token] = PAGE.exec((await findLastPath()) ?? '') ?? [];
  const to = new URLSearchParams(search).get('to') === 'thread' ? 'thread' : 'account';
  return token === undefined ? reach(request) : Response.redirect(`/${token}/${to}`, 302);
}

async function reach(request: Request): Promise<Response> {
  return fetch(request).catch(() => showWords('nothing', '/'));
}

async function read(event: FetchEvent, path: string): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(keepPage(path, answer.clone()));
    event.waitUntil(sendWaiting());
    return answer;
  } catch {
    return (await showKept(path, await listWaiting())) ?? showWords('nothing', path);
  }
}

async function send(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  if (path.endsWith('/lock')) await closeHere();
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    const form = await readWaiting(copy);
    const bill = path.replace(/^(\/[^/]+).*$/, '$1');
    if (!mayWait(path, form.body)) return showWords(MOVES_MONEY.test(path) ? 'no-charge' : 'no-change', bill);
    if (!(await putOff(form))) return showWords('not-kept', path.replace(/\/card$/, ''), wordsOf(form.body));
    const { sync } = self.registration as unknown as { sync?: { register(tag: string): Promise<void> } };
    await sync?.register('outbox').catch(() => undefined);
    return showWords('queued', bill);
  }
}

/** What was written and waits is sent while there is still a session to send it under; then nothing stays on this phone. */
async function closeHere(): Promise<void> {
  await sendWaiting().catch(() => undefined);
  await Promise.all([wipe(), endNotes()]);
}

/** Words, a day to pay and the answer to a survey may wait. Never what moves money or a mandate, or takes an offer up. */
function mayWait(path: string, body: string): boolean {
  if (/\/(thread|promise)$/.test(path)) return true;
  return path.endsWith('/card') && new URLSearchParams(body).get('act') === 'answer';
}

function wordsOf(body: string): string {
  const fields = new URLSearchParams(body);
  return fields.get('body') ?? fields.get('comment') ?? '';
}
