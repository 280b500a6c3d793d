import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenGateway, openGateway, visa } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

const send = (method: string, path: string, body?: object) =>
  fetch(`${open.sandbox.origin}/sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

const sale = () =>
  open.sdk.transaction.sale({
    amount: '10.00',
    orderId: 'o1',
    creditCard: visa,
    options: { submitForSettlement: true },
  });

test('a fault is armed, listed and taken away', async () => {
  await send('POST', 'faults', { kind: 'status', status: 503, path: '/transactions' });
  expect(await (await send('GET', 'faults')).json()).toMatchObject([{ kind: 'status', status: 503 }]);
  await send('DELETE', 'faults');
  expect((await sale()).success).toBe(true);
});

test('transactions are listed by their values, and settled', async () => {
  const { transaction } = await sale();
  const listed = await (await send('GET', 'transactions?orderId=o1')).json();
  expect(listed).toMatchObject([{ id: transaction.id, status: 'submitted_for_settlement' }]);
  await send('POST', 'settle');
  expect((await open.sdk.transaction.find(transaction.id)).status).toBe('settled');
});

test('the clock is moved', async () => {
  const { transaction } = await sale();
  await send('POST', 'clock/advance', { ms: 24 * 3_600_000 });
  expect((await open.sdk.transaction.find(transaction.id)).status).toBe('settled');
});

test('a dispute is opened and decided', async () => {
  const { transaction } = await sale();
  const opened = (await (await send('POST', 'disputes', { transactionId: transaction.id })).json()) as {
    id: string;
  };
  await send('PUT', `disputes/${opened.id}`, { status: 'won' });
  expect((await open.sdk.dispute.find(opened.id)).dispute.status).toBe('won');
  expect((await send('POST', 'disputes', { transactionId: 'none' })).status).toBe(400);
});

test('a vaulted card is declined until its bank honours it again', async () => {
  const { customer } = await open.sdk.customer.create({ creditCard: visa });
  const paymentMethodToken = customer.creditCards[0]?.token;
  const charge = () => open.sdk.transaction.sale({ amount: '10.00', paymentMethodToken });
  await send('PUT', `cards/${paymentMethodToken}`, { processorResponse: '2001' });
  expect((await charge()).transaction).toMatchObject({
    status: 'processor_declined',
    processorResponseCode: '2001',
  });
  await send('PUT', `cards/${paymentMethodToken}`, { processorResponse: null });
  expect((await charge()).success).toBe(true);
});

test('a form of another page changes nothing', async () => {
  const response = await fetch(`${open.sandbox.origin}/sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'status', status: 503 }),
  });
  expect(response.status).toBe(415);
  expect(open.sandbox.faults.list()).toEqual([]);
});

test('a notification about nothing is refused', async () => {
  expect((await send('POST', 'webhooks', { kind: 'transaction_settled', subjectId: 'none' })).status).toBe(
    400,
  );
});
