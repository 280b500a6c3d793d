import { randomBytes } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { checkVapid } from './check-vapid.ts';
import { type BrowserKeys, makeEcdh, openSealed } from './open-sealed.ts';

export interface WebPushOptions {
  /** A free port where absent. */
  port?: number;
}

/** As a browser gives it to a page: `PushSubscription.toJSON()`. */
export interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface WebPushSandbox {
  origin: string;
  /** A browser subscribes at this service. */
  subscribe(applicationServerKey: string): Subscription;
  /** The browser unsubscribes; what is sent to it from now on is answered with 410. */
  unsubscribe(endpoint: string): void;
  /** Every message that came in for a browser, opened as the browser opens it, oldest first. */
  received(endpoint: string): string[];
  /** So many requests from now on are too fast: 429, with these seconds in `Retry-After`. */
  slowDown(requests: number, retryAfterSeconds: number): void;
  stop(): Promise<void>;
}

interface Browser {
  keys: BrowserKeys;
  senderKey: string;
  received: string[];
  isGone: boolean;
}

/** A service takes at least so many bytes of a message (RFC 8030, section 7.2), and the ones there are take no more. */
const MOST_BYTES = 4_096;

/**
 * Starts a push service on 127.0.0.1 with the browsers behind it: RFC 8030 with the sender's signature (RFC 8292) and
 * sealed messages (RFC 8291). It knows nothing of who uses it.
 */
export async function startWebPush({ port = 0 }: WebPushOptions = {}): Promise<WebPushSandbox> {
  const browsers = new Map<string, Browser>();
  const busy = { left: 0, retryAfterSeconds: 0 };
  let origin = '';
  const app = new Hono();
  app.post('/push/:id', async (c) => {
    if (busy.left > 0) {
      busy.left -= 1;
      return c.text('too many requests', 429, { 'Retry-After': String(busy.retryAfterSeconds) });
    }
    return take(c, browsers.get(c.req.param('id')), origin);
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  const find = (endpoint: string) => browsers.get(endpoint.split('/').at(-1) ?? '');
  return {
    origin,
    subscribe(senderKey) {
      const keys: BrowserKeys = { ecdh: makeEcdh(), auth: randomBytes(16) };
      const id = randomBytes(24).toString('base64url');
      browsers.set(id, { keys, senderKey, received: [], isGone: false });
      return {
        endpoint: `${origin}/push/${id}`,
        keys: {
          p256dh: keys.ecdh.getPublicKey('base64url'),
          auth: keys.auth.toString('base64url'),
        },
      };
    },
    unsubscribe(endpoint) {
      const browser = find(endpoint);
      if (browser) browser.isGone = true;
    },
    received: (endpoint) => find(endpoint)?.received ?? [],
    slowDown(requests, retryAfterSeconds) {
      Object.assign(busy, { left: requests, retryAfterSeconds });
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

async function take(c: Context, browser: Browser | undefined, origin: string): Promise<Response> {
  if (!browser) return c.text('no such subscription', 404);
  if (browser.isGone) return c.text('the subscription has ended', 410);
  // Without it a service does not know how long to keep a message (RFC 8030, section 5.2).
  if (!/^\d+$/.test(c.req.header('ttl') ?? '')) return c.text('TTL is missing', 400);
  const key = checkVapid(c.req.header('authorization') ?? '', origin, Date.now());
  if (key === undefined) return c.text('the sender is not signed for', 401);
  if (key !== browser.senderKey) return c.text('the subscription is another sender’s', 403);
  const body = Buffer.from(await c.req.arrayBuffer());
  if (body.length > MOST_BYTES) return c.text('the message is too large', 413);
  if (body.length > 0 && c.req.header('content-encoding') !== 'aes128gcm') {
    return c.text('the message is not sealed with aes128gcm', 400);
  }
  browser.received.push(openSealed(body, browser.keys));
  const id = randomBytes(12).toString('base64url');
  return c.body(null, 201, { Location: `${origin}/message/${id}` });
}
