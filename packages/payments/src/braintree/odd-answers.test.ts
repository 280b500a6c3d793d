import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { money } from '@kvitt/domain/money/money';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChargeOrder, PaymentsPort } from '../payments-port.ts';
import { createBraintree } from './create-braintree.ts';

const order: ChargeOrder = {
  paymentId: 'pay-1',
  amount: money(8420, 'USD'),
  source: { kind: 'vaulted', token: 'tok' },
  initiator: 'recurring',
};

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
});

/** The real SDK, talking to a server that answers as no vendor should. */
async function against(answer: RequestListener): Promise<PaymentsPort> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  const { port } = started.address() as AddressInfo;
  const keys = { merchantId: 'm', publicKey: 'p', privateKey: 's' };
  const environment = { host: '127.0.0.1', port };
  return createBraintree({ ...keys, environment, useRequestKeys: false, timeoutMs: 200 });
}
const xml =
  (status: number, body: string | Buffer, more: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/xml', ...more }).end(body);

describe('an answer that is not what the vendor gives', () => {
  it.each([408, 500, 502, 503, 504, 302, 418])('leaves a sale unknown after HTTP %i', async (status) => {
    const port = await against(xml(status, ''));
    expect(await port.charge(order)).toMatchObject({ kind: 'unknown' });
    expect(await port.void('bt1')).toMatchObject({ kind: 'unknown' });
    expect(await port.refund('bt1', money(100, 'USD'), 'ref-1')).toMatchObject({ kind: 'unknown' });
    expect(await port.searchByPaymentId('pay-1')).toMatchObject({ kind: 'unanswered' });
    expect(await port.createCustomer({})).toMatchObject({ kind: 'failed', retryable: true });
  });

  it.each([
    [401, 'configuration'],
    [403, 'configuration'],
    [426, 'configuration'],
    [429, 'try-later'],
  ])('turned us away with HTTP %i: nothing moved', async (status, decline) => {
    const port = await against(xml(status, ''));
    expect(await port.charge(order)).toMatchObject({ kind: 'declined', decline });
    expect(await port.void('bt1')).toMatchObject({ kind: 'refused' });
    // Not even then is an empty search an answer.
    expect(await port.searchByPaymentId('pay-1')).toMatchObject({ kind: 'unanswered' });
  });

  it.each<[string, RequestListener]>([
    ['a page of HTML', xml(200, '<html>Welcome</html>', { 'content-type': 'text/html' })],
    ['nothing at all', xml(201, '')],
    ['a single space', xml(201, ' ')],
    ['half an answer', xml(201, '<transaction><id>bt1</id><status>settled')],
    ['an answer about something else', xml(201, '<customer><id>c</id></customer>')],
    ['a sale without a status', xml(201, '<transaction><id>b</id><amount>84.20</amount></transaction>')],
    ['broken compression', xml(201, 'no gzip', { 'content-encoding': 'gzip' })],
    ['compressed words', xml(201, gzipSync('words'), { 'content-encoding': 'gzip' })],
    ['a cut connection', (request) => request.socket.destroy()],
    [
      'a connection cut in the middle',
      (_, response) => {
        response.writeHead(201, { 'content-type': 'application/xml', 'content-length': '400' });
        response.write('<transaction>', () => response.destroy());
      },
    ],
    ['silence', () => {}],
    [
      'a trickle without an end',
      (_, response) => {
        response.writeHead(201, { 'content-type': 'application/xml' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('leaves a sale unknown: %s', async (_, answer) => {
    const port = await against(answer);
    expect(await port.charge(order)).toMatchObject({ kind: 'unknown' });
    expect(await port.refund('bt1', money(100, 'USD'), 'ref-1')).toMatchObject({ kind: 'unknown' });
    expect(await port.searchByPaymentId('pay-1')).toMatchObject({ kind: 'unanswered' });
  });

  it('leaves a sale without an amount unknown, whatever its status', async () => {
    const port = await against(xml(201, '<transaction><id>b</id><status>settling</status></transaction>'));
    expect(await port.charge(order)).toMatchObject({ kind: 'unknown' });
    expect(await port.find('b')).toMatchObject({ kind: 'unanswered' });
  });

  it('leaves a search unanswered where a record vanishes while it is read', async () => {
    const port = await against((request, response) =>
      (request.url?.endsWith('_ids')
        ? xml(
            200,
            '<search-results><page-size type="integer">50</page-size><ids type="array"><item>a</item><item>b</item></ids></search-results>',
          )
        : xml(200, page('a')))(request, response),
    );
    expect(await port.searchByPaymentId('pay-1')).toMatchObject({ kind: 'unanswered' });
  });

  it('believes no record of another order, however generous the search', async () => {
    const port = await against((request, response) =>
      (request.url?.endsWith('_ids')
        ? xml(
            200,
            '<search-results><page-size type="integer">50</page-size><ids type="array"><item>a</item></ids></search-results>',
          )
        : xml(200, page('a', 'PAY-1')))(request, response),
    );
    expect(await port.searchByPaymentId('pay-1')).toEqual({ kind: 'found', sales: [] });
  });
});

function page(id: string, orderId = 'pay-1'): string {
  const fields = `<id>${id}</id><type>sale</type><status>settled</status><amount>84.20</amount><order-id>${orderId}</order-id>`;
  const collection = 'credit-card-transactions';
  return `<${collection} type="collection"><page-size type="integer">50</page-size><transaction>${fields}</transaction></${collection}>`;
}
