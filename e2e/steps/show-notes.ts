import { startWebPush, type WebPushSandbox } from '@kvitt/sandbox/webpush/start-web-push';
import type { Page } from '@playwright/test';
import type { App } from '../app/app.ts';

/** A note as the browser has it on the screen. */
interface ShownNote {
  title: string;
  body: string;
  lang: string;
}

/**
 * Gives a page's browser a push service that can be reached: the browser's own is on the internet. Its subscription is the
 * service's, whose messages are opened as the browser opens them; all else is the browser's. Call it before the page opens.
 */
export async function givePushService(page: Page, app: App): Promise<WebPushSandbox> {
  const service = await startWebPush({ port: app.port + 4 });
  await page.context().grantPermissions(['notifications'], { origin: app.portal });
  await page.exposeFunction('subscribeAtService', (key: string) => service.subscribe(key));
  await page.addInitScript(() => {
    const kept = 'test-subscription';
    const subscriptionOf = (told: string) =>
      ({
        toJSON: () => JSON.parse(told),
        unsubscribe: async () => {
          localStorage.removeItem(kept);
          return true;
        },
      }) as unknown as PushSubscription;
    PushManager.prototype.getSubscription = async () => {
      const told = localStorage.getItem(kept);
      return told === null ? null : subscriptionOf(told);
    };
    PushManager.prototype.subscribe = async (options) => {
      const key = String(options?.applicationServerKey);
      const { subscribeAtService } = window as unknown as {
        subscribeAtService(key: string): Promise<unknown>;
      };
      const told = JSON.stringify(await subscribeAtService(key));
      localStorage.setItem(kept, told);
      return subscriptionOf(told);
    };
  });
  return service;
}

/** Where the page's subscription is reached. */
export async function readEndpoint(page: Page): Promise<string> {
  const told = await page.evaluate(() => localStorage.getItem('test-subscription') ?? '{}');
  return JSON.parse(told).endpoint;
}

/** Hands a message to the page's service worker, as the browser does with one that came from its push service. */
export async function deliverNote(page: Page, app: App, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((known) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find((one) => one.scopeURL.startsWith(app.portal) && !one.isDeleted);
      if (ours) known(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const push = { origin: app.portal, registrationId: await registrationId, data };
  await session.send('ServiceWorker.deliverPushMessage', push);
  await session.detach();
}

/** What stands on the screen now. */
export async function listNotes(page: Page): Promise<ShownNote[]> {
  return page.evaluate(async () => {
    const { getNotifications } = ServiceWorkerRegistration.prototype;
    const shown = await getNotifications.call(await navigator.serviceWorker.ready);
    return shown.map(({ title, body, lang }) => ({ title, body, lang }));
  });
}

/** Presses the note that is on the screen: no page and no protocol can, so the worker is told of it as the browser tells it. */
export async function pressNote(page: Page): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  // In words, because what is a worker's is unknown to the pages' types.
  await worker?.evaluate(`registration.getNotifications().then(([notification]) => {
    if (!notification) throw new Error('no note is on the screen');
    dispatchEvent(new NotificationEvent('notificationclick', { notification }));
  })`);
}
