import https from 'node:https';
import { text } from 'node:stream/consumers';
import web from 'braintree-web/package.json' with { type: 'json' };
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, type OpenGateway, openGateway, visa } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway({ tls: {} });
});
afterEach(() => open.close());

async function token(sent: object = {}) {
  const { clientToken } = await open.sdk.clientToken.generate(sent);
  return JSON.parse(Buffer.from(clientToken, 'base64').toString()) as Record<string, string>;
}

async function tokenize(creditCard: object, authorizationFingerprint: string | undefined) {
  const response = await fetch(`${open.sandbox.origin}/bt-sandbox/tokenize`, {
    method: 'POST',
    body: JSON.stringify({ authorizationFingerprint, creditCard }),
  });
  return { status: response.status, body: (await response.json()) as { creditCards: { nonce: string }[] } };
}
const card = { number: visa.number, expirationMonth: '12', expirationYear: '30', cvv: '123' };

describe('on its own origin', () => {
  test('a card becomes a nonce that is good once', async () => {
    const { body } = await tokenize(card, (await token()).authorizationFingerprint);
    const nonce = body.creditCards[0]?.nonce;
    expect((await open.sdk.transaction.sale({ amount: '5.00', paymentMethodNonce: nonce })).success).toBe(
      true,
    );
    expect(codesOf(await open.sdk.transaction.sale({ amount: '6.00', paymentMethodNonce: nonce }))).toEqual([
      '91564',
    ]);
  });

  test('a nonce is no longer good after three hours', async () => {
    const { body } = await tokenize(card, (await token()).authorizationFingerprint);
    await open.clock.advance(3 * 3_600_000 + 1);
    const late = await open.sdk.transaction.sale({
      amount: '5.00',
      paymentMethodNonce: body.creditCards[0]?.nonce,
    });
    expect(codesOf(late)).toEqual(['91565']);
  });

  test('a real card number is refused', async () => {
    const { authorizationFingerprint } = await token();
    const refused = await tokenize({ ...card, number: '4242424242424242' }, authorizationFingerprint);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('81717');
  });

  test('nothing is made without a client token of this gateway', async () => {
    expect((await tokenize(card, undefined)).status).toBe(401);
    const { authorizationFingerprint = '' } = await token();
    expect((await tokenize(card, `${authorizationFingerprint}&customer_id=ada`)).status).toBe(401);
  });

  test('the client has the version of the library whose fields take it', async () => {
    const script = await (await fetch(`${open.sandbox.origin}/bt-sandbox/client.js`)).text();
    expect(/version = '([^']+)'/.exec(script)?.[1]).toBe(web.version);
  });

  test('the frames bring no inline script or style', async () => {
    const page = `${open.sandbox.origin}/bt-sandbox/web/3.144.0/html/hosted-fields-frame.min.html`;
    const html = await (await fetch(page)).text();
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)| on\w+=/);
    for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await fetch(new URL(address, page))).status).toBe(200);
    }
  });
});

describe('as the vendor’s hosts over TLS', () => {
  function ask(
    host: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<string> {
    const { port = 0, certificate = '' } = open.sandbox.tls ?? {};
    return new Promise((resolve, reject) => {
      const request = https.request(
        {
          host: '127.0.0.1',
          port,
          path,
          headers: { host, ...headers },
          servername: host,
          ca: certificate,
          method: body === undefined ? 'GET' : 'POST',
        },
        (response) => resolve(text(response)),
      );
      request.on('error', reject).end(body);
    });
  }

  test('the configuration is told in both forms', async () => {
    const { authorizationFingerprint = '', configUrl = '' } = await token();
    const { pathname } = new URL(configUrl);
    const rest = await ask(
      'api.sandbox.braintreegateway.com',
      `${pathname}?authorizationFingerprint=${encodeURIComponent(authorizationFingerprint)}`,
    );
    expect(JSON.parse(rest)).toMatchObject({
      merchantId: 'sandbox_merchant',
      assetsUrl: 'https://assets.braintreegateway.com',
    });
    const graphQL = await ask(
      'payments.sandbox.braintree-api.com',
      '/graphql',
      { authorization: `Bearer ${authorizationFingerprint}` },
      JSON.stringify({ query: 'query ClientConfiguration { clientConfiguration { merchantId } }' }),
    );
    expect(JSON.parse(graphQL).data.clientConfiguration).toMatchObject({ environment: 'SANDBOX' });
  });

  test('a card is tokenized through GraphQL, and an invalid one is refused by its field', async () => {
    const headers = { authorization: `Bearer ${(await token()).authorizationFingerprint}` };
    const send = (creditCard: object) =>
      ask(
        'payments.sandbox.braintree-api.com',
        '/graphql',
        headers,
        JSON.stringify({
          query:
            'mutation T($input: TokenizeCreditCardInput!) { tokenizeCreditCard(input: $input) { token } }',
          variables: { input: { creditCard } },
        }),
      );
    const good = JSON.parse(await send(card));
    const nonce = good.data.tokenizeCreditCard.token;
    expect((await open.sdk.transaction.sale({ amount: '5.00', paymentMethodNonce: nonce })).success).toBe(
      true,
    );
    const bad = JSON.parse(await send({ ...card, number: '4111111111111112' }));
    expect(bad.errors[0].extensions).toMatchObject({
      errorClass: 'VALIDATION',
      legacyCode: '81715',
      inputPath: ['input', 'creditCard', 'number'],
    });
  });

  test('measurements end here', async () => {
    expect(await ask('www.paypal.com', '/xoplatform/logger/api/logger', {}, '{}')).toBe('{}');
  });
});
