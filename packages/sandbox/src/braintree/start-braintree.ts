import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createFaults } from '../control/faults.ts';
import type { BraintreeOptions, BraintreeSandbox, SandboxTransaction } from './braintree-sandbox.ts';
import { serveBrowser } from './browser/serve-browser.ts';
import { serveControl } from './control/serve-control.ts';
import { layFixtures } from './fixtures/lay-fixtures.ts';
import { serveGateway } from './serve-gateway.ts';
import { createGateway } from './state/create-gateway.ts';
import type { Settings } from './state/gateway.ts';
import { openSnapshot } from './state/open-snapshot.ts';
import type { Transaction } from './state/records.ts';
import { settleAll } from './testing/settle-all.ts';
import { makeCertificate } from './tls/make-certificate.ts';
import { createMessenger } from './webhooks/create-messenger.ts';
import { signNotification } from './webhooks/sign-notification.ts';
import { subjectOf } from './webhooks/subject-of.ts';

const host = '127.0.0.1';

/**
 * Starts an emulated Braintree gateway on the machine's own address, plain http.
 * It answers the vendor's server SDKs; see the README for how far each call goes.
 */
export async function startBraintree(options: BraintreeOptions): Promise<BraintreeSandbox> {
  const { clock, seed = 1 } = options;
  const snapshot = openSnapshot(options.stateFile);
  const faults = createFaults(seed);
  const messenger = createMessenger(options.webhookUrl, clock);
  const settings = readSettings(options);
  const gateway = createGateway({
    state: snapshot.state,
    clock,
    seed,
    settings,
    announce: (kind, subject) => void messenger.send(signNotification(settings, kind, subject, clock.now())),
    changed: snapshot.save,
  });
  if (options.fixtures) layFixtures(gateway, options.fixtures);
  const handles = {
    faults,
    transactions: (filter: Partial<SandboxTransaction> = {}) =>
      listTransactions(Object.values(snapshot.state.transactions), filter),
    settleAll: () => settleAll(gateway),
    async sendWebhook(kind: string, subjectId: string, { duplicate = false } = {}) {
      const notification = signNotification(settings, kind, subjectOf(gateway, kind, subjectId), clock.now());
      const copies = duplicate ? [notification, notification] : [notification];
      await Promise.all(copies.map(messenger.send));
    },
  };

  const requests = new Set<Promise<unknown>>();
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (_, next) => {
    const request = next();
    requests.add(request);
    await request.finally(() => requests.delete(request));
  });
  app.route('/', serveControl(gateway, handles, snapshot.save));
  app.route('/', serveBrowser(gateway, snapshot.save));
  app.route('/', serveGateway(gateway, faults, snapshot.save));

  const server = serve({ fetch: app.fetch, hostname: host, port: options.port ?? 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  settings.origin = `http://${host}:${port}`;
  const secure = options.tls ? await listenWithTls(app.fetch, options.tls.port ?? 0) : undefined;

  return {
    ...handles,
    host,
    port,
    origin: settings.origin,
    ...(secure ? { tls: secure.tls } : {}),
    async idle() {
      while (requests.size) await Promise.allSettled(requests);
      await faults.landed();
      await messenger.idle();
    },
    async stop() {
      gateway.callOff();
      messenger.stop();
      await Promise.all([closeServer(server), ...(secure ? [closeServer(secure.server)] : [])]);
      await snapshot.save();
    },
  };
}

function readSettings(options: BraintreeOptions): Settings {
  return {
    merchantId: options.merchantId,
    publicKey: options.publicKey,
    privateKey: options.privateKey,
    origin: '',
    merchantAccountId: options.merchantAccountId ?? options.merchantId,
    idempotency: options.idempotency ?? true,
    duplicateWindowMs: options.duplicateWindowMs ?? 30_000,
    duplicateWithoutOrderId: options.duplicateWithoutOrderId ?? false,
    rules: { avs: false, cvv: false, ...options.rules },
    checksFraud: false,
    firstMerchantId: options.merchantId,
    merchants: options.fixtures?.merchants ?? [],
    merchantAccounts: options.fixtures?.merchantAccounts ?? [],
    apps: options.fixtures?.apps ?? [],
    ...(options.fixtures?.customFields ? { customFields: options.fixtures.customFields } : {}),
  };
}

/** The vendor's hosts that a browser calls. */
const hostNames = [
  '*.braintreegateway.com',
  '*.sandbox.braintreegateway.com',
  '*.sandbox.braintree-api.com',
  '*.paypal.com',
];

async function listenWithTls(fetch: Hono<{ Bindings: HttpBindings }>['fetch'], port: number) {
  const { key, certificate, spkiHash } = makeCertificate(hostNames);
  const server = serve({
    fetch,
    hostname: host,
    port,
    createServer,
    serverOptions: { key, cert: certificate },
  });
  await once(server, 'listening');
  return { server, tls: { port: (server.address() as AddressInfo).port, spkiHash, certificate } };
}

async function closeServer(server: ServerType): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  await closed;
}

function listTransactions(
  transactions: Transaction[],
  filter: Partial<SandboxTransaction>,
): SandboxTransaction[] {
  return transactions
    .map((one) => ({
      id: one.id,
      type: one.type,
      amount: one.amount,
      status: one.status,
      orderId: one.orderId,
      customerId: one.customerId,
      token: one.token,
      nonce: one.nonce,
      refundedTransactionId: one.refundedTransactionId,
      gatewayRejectionReason: one.gatewayRejectionReason,
      processorResponseCode: one.processor.code,
      transactionSource: one.transactionSource,
      createdAt: new Date(one.createdAt),
    }))
    .filter((shown) =>
      Object.entries(filter).every(([name, value]) => shown[name as keyof SandboxTransaction] === value),
    );
}
