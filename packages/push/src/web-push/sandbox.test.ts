import { type Subscription, startWebPush, type WebPushSandbox } from '@kvitt/sandbox/webpush/start-web-push';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePushKeys } from '../make-push-keys.ts';
import type { PushPort } from '../push-port.ts';
import { createWebPush } from './create-web-push.ts';

const keys = makePushKeys();
const options = { ...keys, subject: 'mailto:help@example.com' };
let service: WebPushSandbox;
let push: PushPort;

beforeAll(async () => {
  service = await startWebPush();
  push = createWebPush({ ...options, extraOrigin: service.origin });
});
afterAll(() => service.stop());

const send = (to: Subscription, payload = '{"hello":"there"}', by = push) =>
  by.send({ endpoint: to.endpoint, ...to.keys, payload, ttlSeconds: 60 });

describe('a push service', () => {
  it('takes a note, which only its browser can open', async () => {
    const browser = service.subscribe(keys.publicKey);
    expect(await send(browser, '{"title":"Räkning"}')).toEqual({ kind: 'accepted' });
    expect(service.received(browser.endpoint)).toEqual(['{"title":"Räkning"}']);
  });

  it('says of a browser that has gone that it has, and of one that never was', async () => {
    const browser = service.subscribe(keys.publicKey);
    service.unsubscribe(browser.endpoint);
    expect(await send(browser)).toEqual({ kind: 'gone' });
    expect(await send({ ...browser, endpoint: `${service.origin}/push/none` })).toEqual({ kind: 'gone' });
  });

  it('is left alone for as long as it asks', async () => {
    const browser = service.subscribe(keys.publicKey);
    service.slowDown(1, 7);
    expect(await send(browser)).toEqual({ kind: 'throttled', retryAfterMs: 7_000 });
    expect(await send(browser)).toEqual({ kind: 'accepted' });
  });

  it('refuses a note that is too large, and one of another sender', async () => {
    const browser = service.subscribe(keys.publicKey);
    expect(await send(browser, 'x'.repeat(4_096))).toEqual({ kind: 'refused', status: 413 });
    const other = { ...options, ...makePushKeys(), extraOrigin: service.origin };
    expect(await send(browser, 'x', createWebPush(other))).toEqual({ kind: 'refused', status: 403 });
    expect(service.received(browser.endpoint)).toEqual([]);
  });
});

describe('where a note may go', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['https://wns2-par02p.notify.windows.com/w/?token=abc', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['https://fcm.googleapis.com:8080/fcm/send/abc', false],
    ['https://fcm.googleapis.com.example.com/abc', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['http://127.0.0.1:1/abc', false],
    ['not an address', false],
  ])('%s: %s', (endpoint, may) => {
    expect(push.mayReach(endpoint)).toBe(may);
  });

  it('sends nothing anywhere else', async () => {
    const browser = service.subscribe(keys.publicKey);
    const strict = createWebPush(options);
    expect(await send(browser, 'x', strict)).toEqual({ kind: 'refused', status: 0 });
  });
});
