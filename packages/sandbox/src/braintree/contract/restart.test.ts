import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manualClock, type SandboxClock } from '../../control/clock.ts';
import { type OpenGateway, openGateway, visa } from './open-gateway.ts';

const hourMs = 3_600_000;
let folder: string;
let stateFile: string;
let clock: SandboxClock;
let open: OpenGateway;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
  stateFile = join(folder, 'braintree.json');
  clock = manualClock(Date.parse('2026-03-02T09:00:00Z'));
  open = await openGateway({ stateFile, clock });
});
afterEach(async () => {
  await open.close();
  await rm(folder, { recursive: true });
});

/** Another process on a copy of the file: what a kill at this moment would have left. */
async function afterKill(): Promise<OpenGateway> {
  const left = join(folder, 'left.json');
  await copyFile(stateFile, left);
  return openGateway({ stateFile: left, clock });
}

test('a card that was vaulted before a kill can be charged after it', async () => {
  const { customer } = await open.sdk.customer.create({ creditCard: visa });
  const next = await afterKill();
  const token = customer.creditCards[0]?.token;
  expect((await next.sdk.transaction.sale({ amount: '5.00', paymentMethodToken: token })).success).toBe(true);
  await next.close();
});

test('every answered charge is there after a kill, however many came at once', async () => {
  const orders = Array.from({ length: 20 }, (_, at) => `order_${at}`);
  await Promise.all(
    orders.map((orderId) => open.sdk.transaction.sale({ amount: '5.00', orderId, creditCard: visa })),
  );
  const next = await afterKill();
  expect(
    next.sandbox
      .transactions()
      .map(({ orderId }) => orderId)
      .sort(),
  ).toEqual(orders.sort());
  await next.close();
});

test('the file holds no security code of what was charged or vaulted', async () => {
  const creditCard = { ...visa, cvv: '987' };
  await open.sdk.transaction.sale({ amount: '5.00', creditCard, options: { storeInVault: true } });
  await open.sdk.customer.create({ creditCard: { ...creditCard, options: { verifyCard: true } } });
  expect(await readFile(stateFile, 'utf8')).not.toContain('"cvv":');
});

test('settlement goes on after a restart, and a request key is still remembered', async () => {
  const sent = {
    amount: '5.00',
    apiRequestKey: 'k1',
    creditCard: visa,
    options: { submitForSettlement: true },
  };
  const { transaction } = await open.sdk.transaction.sale({ ...sent });
  await clock.advance(12 * hourMs);
  await open.close();
  open = await openGateway({ stateFile, clock });
  await clock.advance(12 * hourMs);
  expect((await open.sdk.transaction.find(transaction.id)).status).toBe('settled');
  expect((await open.sdk.transaction.sale({ ...sent })).transaction.id).toBe(transaction.id);
});

test('names that were given out are not given out again', async () => {
  const first = await open.sdk.transaction.sale({ amount: '5.00', creditCard: visa });
  await open.close();
  open = await openGateway({ stateFile, clock });
  const second = await open.sdk.transaction.sale({ amount: '5.00', creditCard: visa });
  expect(second.transaction.id).not.toBe(first.transaction.id);
});
