import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { testCards } from '../cards/test-cards.ts';
import { confirmedResult } from '../cards/three-d-secure-results.ts';
import { clientConfiguration } from '../client-token/client-configuration.ts';
import { readFingerprint } from '../client-token/create-client-token.ts';
import { methodsOf } from '../customers/write-customer.ts';
import { newNonce } from '../payment-methods/nonces.ts';
import type { Gateway } from '../state/gateway.ts';
import { filled, type Params } from '../wire/params.ts';
import { readBody } from '../wire/read-body.ts';
import { answerGraphQL } from './answer-graphql.ts';
import { tokenizeCardAsJson, tokenizePayPalAsJson } from './client-api.ts';

type Env = { Bindings: HttpBindings };

/** Where the product hands on what it does not know: the same pages on its own origin. */
const ownOriginPath = '/bt-sandbox';

/**
 * What a browser asks of the vendor: the card fields' frames and scripts, the client configuration, nonces.
 * All of it is served twice: below `/bt-sandbox` for a page that reaches it through its own origin, and at the
 * vendor's own paths for a browser whose resolver leads the vendor's names here.
 */
export function serveBrowser(gateway: Gateway, save: () => Promise<void>): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/graphql', cors({ origin: '*', maxAge: 600 }));
  app.use('/merchants/:merchantId/client_api/*', cors({ origin: '*', maxAge: 600 }));
  app.use('/xoplatform/*', cors({ origin: (origin) => origin, credentials: true }));

  for (const base of ['', ownOriginPath]) {
    app.get(`${base}/web/:version/html/:page{hosted-fields-frame(\\.min)?\\.html}`, (c) =>
      sendAsset(c, 'hosted-fields-frame.html'),
    );
    app.get(`${base}/web/:version/assets/:name`, (c) => sendAsset(c, c.req.param('name')));
  }
  app.get(`${ownOriginPath}/client.js`, (c) => sendAsset(c, 'client.js'));

  const tokenize = async (c: Context<Env>) => {
    const body = readBody(await c.req.text());
    const rights = readFingerprint(gateway, filled(body.authorizationFingerprint) ?? '');
    if (!rights) return c.json({ error: { message: 'Authorization fingerprint is invalid' } }, 401);
    const isPayPal = c.req.path.includes('paypal_accounts');
    const { status, json } = (isPayPal ? tokenizePayPalAsJson : tokenizeCardAsJson)(gateway, body, rights);
    await save();
    return c.json(json, status);
  };
  app.post(`${ownOriginPath}/tokenize`, tokenize);
  // Stands in for the vendor's challenge: the bank's own window cannot be had without the bank.
  app.post(`${ownOriginPath}/authenticate`, async (c) => {
    const body = readBody(await c.req.text());
    const rights = readFingerprint(gateway, filled(body.authorizationFingerprint) ?? '');
    const nonce = gateway.state.nonces[filled(body.nonce) ?? ''];
    if (!rights || !nonce || nonce.consumedAt !== null)
      return c.json({ error: { message: 'Unknown nonce' } }, 422);
    nonce.threeDSecure = confirmedResult();
    await save();
    return c.json({ nonce: nonce.nonce, threeDSecureInfo: { liabilityShifted: true } });
  });
  for (const name of ['credit_cards', 'credit_cards.json', 'paypal_accounts', 'paypal_accounts.json']) {
    app.post(`/merchants/:merchantId/client_api/v1/payment_methods/${name}`, tokenize);
  }
  app.get('/merchants/:merchantId/client_api/v1/:list{payment_methods(\\.json)?}', (c) => {
    const rights = readFingerprint(gateway, c.req.query('authorizationFingerprint') ?? '');
    if (!rights) return c.json({ error: { message: 'Unauthorized' } }, 401);
    return c.json({ paymentMethods: nonceList(gateway, rights.customerId) });
  });
  app.get('/merchants/:merchantId/client_api/v1/configuration', (c) => {
    const rights = readFingerprint(gateway, c.req.query('authorizationFingerprint') ?? '');
    return rights
      ? c.json(clientConfiguration(gateway))
      : c.json({ error: { message: 'Unauthorized' } }, 401);
  });

  const graphQL = async (c: Context<Env>) => {
    const body: Params = readBody(await c.req.text());
    const answered = answerGraphQL(gateway, body, c.req.header('authorization') ?? '');
    await save();
    return c.json(answered);
  };
  app.post('/graphql', graphQL);
  app.post(`${ownOriginPath}/graphql`, graphQL);
  // Measurements of the vendor's library end here and are not kept.
  app.post('/xoplatform/logger/api/logger', (c) => c.json({}));
  return app;
}

/** What the customer of a client token has in the vault, each with a new nonce. */
function nonceList(gateway: Gateway, customerId: string | null) {
  if (customerId === null) return [];
  return methodsOf(gateway, customerId).map(({ token, instrument }) => ({
    nonce: newNonce(gateway, { token, instrument: null, customerId }).nonce,
    type: instrument.card ? 'CreditCard' : 'PayPalAccount',
    details: instrument.card
      ? { lastTwo: instrument.card.number.slice(-2), cardType: instrument.card.cardType }
      : {},
    default: gateway.state.customers[customerId]?.defaultToken === token,
  }));
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

const assetNames = new Set([
  'hosted-fields-frame.html',
  'hosted-fields-frame.css',
  'hosted-fields-frame.js',
  'bus.js',
  'brands.js',
  'fields.js',
  'styles.js',
  'tokenize.js',
  'client.js',
]);

function sendAsset(c: Context<Env>, name: string): Response {
  const type = types[name.split('.').pop() ?? ''];
  if (name === 'test-numbers.js') return c.body(testNumbers, 200, { 'content-type': types.js ?? '' });
  if (!assetNames.has(name) || !type) return c.body('', 404);
  const content = readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
  return c.body(content, 200, { 'content-type': type, 'cache-control': 'no-cache' });
}

const testNumbers = `export const testNumbers = new Set(${JSON.stringify(Object.keys(testCards))});\n`;
