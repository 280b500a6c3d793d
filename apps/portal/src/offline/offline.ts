import { Workbox } from 'workbox-window';
import { offerInstall } from './offer-install.ts';
import { OFFLINE_WORDS } from './offline-words.ts';
import { showOffer } from './show-offer.ts';
import { tellOutbox } from './tell-outbox.ts';

const words = OFFLINE_WORDS[document.documentElement.lang] ?? OFFLINE_WORDS.en;
const isPaying = () => document.getElementById('pay') !== null || location.pathname.endsWith('/pay');

/**
 * Brings the service worker up, which keeps pages for when there is no connection and sends what waited. Loaded when the
 * page has nothing else to do.
 */
if (words && 'serviceWorker' in navigator) {
  const worker = new Workbox('/sw.js');
  worker.addEventListener('waiting', () => {
    // A new version never takes the page from under a payment: it waits for the next one.
    if (isPaying()) return;
    showOffer(
      words.update,
      words.useIt,
      () => {
        worker.addEventListener('controlling', () => location.reload());
        worker.messageSkipWaiting();
      },
      words.close,
    );
  });
  void worker.register().catch(() => undefined);
  tellOutbox(words);
  const send = () => navigator.serviceWorker.controller?.postMessage({ type: 'SEND_WAITING' });
  // What the browser says about being online is not to be relied on, so every sign of it counts.
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());
  send();
  const push = document.getElementById('push');
  if (push) void import('./push.ts').then(({ offerPush }) => offerPush(push));
  if (/[?&]shared=1/.test(location.search)) void import('./take-shared.ts').then((m) => m.takeShared());
  // On the home screen it is the customer's own: the phone is asked not to clear it when it needs room.
  if (matchMedia('(display-mode: standalone)').matches) void navigator.storage?.persist?.();
  // What a note's mark on the icon was about has been seen.
  void (navigator as Navigator & { clearAppBadge?(): Promise<void> })
    .clearAppBadge?.()
    .catch(() => undefined);
  if (/\/payments\//.test(location.pathname)) offerInstall(words);
}
