import { findLastPath } from './pages.ts';

declare const self: ServiceWorkerGlobalScope;

/** What the server says for a locked screen. */
interface Note {
  title: string;
  body: string;
  tag: string;
  url: string;
  lang: string;
}

type WithBadge = WorkerNavigator & {
  setAppBadge?(): Promise<void>;
  clearAppBadge?(): Promise<void>;
};

/** Shows a note, and a mark on the icon that there is something new. */
export async function showNote(data: PushMessageData | null): Promise<void> {
  const note = data?.json() as Note | undefined;
  // A browser takes leave away from who is woken and shows nothing.
  const { title, body, tag, url, lang } = note ?? { title: 'Kvitt', body: '', tag: '', url: '/', lang: 'en' };
  const icon = '/icons/icon-192.png';
  await self.registration.showNotification(title, { body, tag, lang, icon, badge: icon, data: { url } });
  await (navigator as WithBadge).setAppBadge?.().catch(() => undefined);
}

/** Opens what a note was about, in a window that is there or in a new one. */
export async function openNote({ notification }: NotificationEvent): Promise<void> {
  notification.close();
  const url = new URL(notification.data?.url ?? '/', self.location.origin);
  if (url.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: 'window' });
  // One in the middle of a payment is left where it is.
  const free = windows.find((one) => !new URL(one.url).pathname.endsWith('/pay'));
  const moved = await free?.navigate(url.href).catch(() => null);
  await (moved ? moved.focus() : self.clients.openWindow(url.href));
}

/** The browser has changed its address at the service: it asks anew, under the session that is open. */
export async function renewNotes(old: PushSubscription | null): Promise<void> {
  const key = old?.options.applicationServerKey;
  const [, token] = /^\/([^/]+)/.exec((await findLastPath()) ?? '') ?? [];
  if (!key || !token) return;
  const taken = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  const { endpoint = '', keys = {} } = taken.toJSON();
  const fields = { act: 'on', endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' };
  await fetch(`/${token}/push`, { method: 'POST', body: new URLSearchParams(fields) });
}

/** With the session end its notes, and the mark on the icon. */
export async function endNotes(): Promise<void> {
  const held = await self.registration.pushManager?.getSubscription();
  await held?.unsubscribe().catch(() => false);
  await (navigator as WithBadge).clearAppBadge?.().catch(() => undefined);
}
