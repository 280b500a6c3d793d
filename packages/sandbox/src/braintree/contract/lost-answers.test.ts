import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, connect, type OpenGateway, openGateway } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

describe('an error of the way', () => {
  test.each([
    [401, 'authenticationError'],
    [403, 'authorizationError'],
    [404, 'notFoundError'],
    [408, 'requestTimeoutError'],
    [426, 'upgradeRequired'],
    [429, 'tooManyRequestsError'],
    [500, 'serverError'],
    [502, 'unexpectedError'],
    [503, 'serviceUnavailableError'],
    [504, 'gatewayTimeoutError'],
  ])('with status %i is a %s, and nothing was charged', async (status, type) => {
    open.sandbox.faults.add({ kind: 'status', status });
    const sale = open.sdk.transaction.sale({ amount: '10.00', paymentMethodNonce: 'fake-valid-nonce' });
    await expect(sale).rejects.toMatchObject({ type });
    expect(open.sandbox.transactions()).toEqual([]);
  });

  test('is an authenticationError for a wrong key and an authorizationError for another merchant', async () => {
    const wrongKey = connect(open.sandbox, { privateKey: 'guessed' });
    await expect(wrongKey.transaction.find('abc123')).rejects.toMatchObject({ type: 'authenticationError' });
    const other = connect(open.sandbox, { merchantId: 'another' });
    await expect(other.transaction.find('abc123')).rejects.toMatchObject({ type: 'authorizationError' });
  });

  test('is a notFoundError for a thing that is not there', async () => {
    await expect(open.sdk.transaction.find('abc123')).rejects.toMatchObject({ type: 'notFoundError' });
    await expect(open.sdk.customer.find('abc123')).rejects.toMatchObject({ type: 'notFoundError' });
    await expect(open.sdk.paymentMethod.find('abc123')).rejects.toMatchObject({ type: 'notFoundError' });
  });

  test('after the charge leaves the charge to be found by its order id', async () => {
    open.sandbox.faults.add({ kind: 'drop-after', path: '/transactions$' });
    const sent = { amount: '10.00', orderId: 'lost_answer', paymentMethodNonce: 'fake-valid-nonce' };
    await expect(open.sdk.transaction.sale(sent)).rejects.toMatchObject({ type: 'unexpectedError' });
    expect(await byOrder('lost_answer')).toMatchObject([{ status: 'authorized', amount: '10.00' }]);
  });

  test('before the charge leaves nothing to be found', async () => {
    open.sandbox.faults.add({ kind: 'drop-before', path: '/transactions$' });
    const sent = { amount: '10.00', orderId: 'never_arrived', paymentMethodNonce: 'fake-valid-nonce' };
    await expect(open.sdk.transaction.sale(sent)).rejects.toMatchObject({ type: 'unexpectedError' });
    expect(await byOrder('never_arrived')).toEqual([]);
  });

  test('with a late landing shows the charge only after it landed', async () => {
    open.sandbox.faults.add({ kind: 'late', path: '/transactions$', delayMs: 200 });
    const sent = { amount: '10.00', orderId: 'late', paymentMethodNonce: 'fake-valid-nonce' };
    await expect(open.sdk.transaction.sale(sent)).rejects.toMatchObject({ type: 'unexpectedError' });
    expect(open.sandbox.transactions()).toEqual([]);
    await open.sandbox.idle();
    expect(await byOrder('late')).toHaveLength(1);
  });

  test('of too long a wait is a time-out, and the charge is found once it is done', async () => {
    open.sandbox.faults.add({ kind: 'delay', path: '/transactions$', delayMs: 300 });
    const hasty = connect(open.sandbox);
    hasty.config.timeout = 50;
    const sent = { amount: '10.00', orderId: 'slow', paymentMethodNonce: 'fake-valid-nonce' };
    await expect(hasty.transaction.sale(sent)).rejects.toMatchObject({ message: 'Request timed out' });
    await open.sandbox.idle();
    expect(await byOrder('slow')).toMatchObject([{ status: 'authorized' }]);
  });

  test('to a port where nobody listens is an unexpectedError', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const address = free.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => free.close(resolve));
    const lost = connect({ ...open.sandbox, port });
    await expect(lost.transaction.find('abc123')).rejects.toMatchObject({ type: 'unexpectedError' });
  });
});

function byOrder(orderId: string) {
  return all(open.sdk.transaction.search((search) => search.orderId?.().is(orderId)));
}
