import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { makeApp } from '@kvitt/api/app';
import { PORTAL_DIST } from '@kvitt/api/env';
import type { Ctx } from '@kvitt/flows/kit/context';
import { createBraintree } from '@kvitt/payments/braintree/create-braintree';
import type { BraintreeSandbox } from '@kvitt/sandbox/braintree/braintree-sandbox';
import { startBraintree } from '@kvitt/sandbox/braintree/start-braintree';
import { scaledClock } from '@kvitt/sandbox/control/clock';

const GATEWAY = { merchantId: 'merchant', publicKey: 'public', privateKey: 'private' };

/** Whom the card fields' library talks to; it refuses a client of any other host. */
const HOSTS = ['*.braintreegateway.com', '*.braintree-api.com', '*.paypal.com'];

/** The portal as it is with the processor itself, over the bills of the running Kvitt. */
export interface VendorPages {
  origin: string;
  braintree: BraintreeSandbox;
  /** What a Chromium is started with, so that it finds the processor's own hosts at the sandbox, and trusts its key alone. */
  browserArgs: string[];
  close(): Promise<void>;
}

/**
 * Serves the built portal without the stand-in client: its pages load the processor's own one, which talks to the
 * processor's host names only. A browser must be told by `browserArgs` where to find those.
 */
export async function serveVendorPages(context: () => Ctx): Promise<VendorPages> {
  const braintree = await startBraintree({ ...GATEWAY, clock: scaledClock(), tls: {} });
  if (!braintree.tls) throw new Error('the sandbox does not listen with TLS');
  const { host, port, tls } = braintree;
  const payments = createBraintree({
    ...GATEWAY,
    environment: { host, port },
    timeoutMs: 5_000,
    useRequestKeys: true,
  });
  const { render } = await import(new URL('server/entry-server.js', PORTAL_DIST).href);
  const app = makeApp({
    context: () => ({ ...context(), payments }),
    log: { info: () => {}, warn: () => {} },
    publicUrl: context().publicUrl,
    isSandbox: true,
    render,
    assets: fileURLToPath(new URL('client', PORTAL_DIST)),
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    braintree,
    browserArgs: [
      `--host-resolver-rules=${HOSTS.map((name) => `MAP ${name} 127.0.0.1:${tls.port}`).join(', ')}`,
      `--ignore-certificate-errors-spki-list=${tls.spkiHash}`,
    ],
    async close() {
      await new Promise((closed) => {
        server.close(closed);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await braintree.stop();
    },
  };
}
