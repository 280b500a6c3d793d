import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, type OpenGateway, openGateway } from './open-gateway.ts';

const hourMs = 3_600_000;
let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

async function sale(part: object = {}): Promise<string> {
  const { transaction } = await open.sdk.transaction.sale({
    amount: '10.00',
    paymentMethodNonce: 'fake-valid-nonce',
    options: { submitForSettlement: true },
    ...part,
  });
  return transaction.id;
}
const authorized = () => sale({ options: {} });
async function settled(): Promise<string> {
  const id = await sale();
  await open.sdk.testing.settle(id);
  return id;
}
const statusOf = async (id: string) => (await open.sdk.transaction.find(id)).status;

describe('with the clock', () => {
  test('a submitted sale is settling after half a day and settled after one', async () => {
    const id = await sale();
    await open.clock.advance(11 * hourMs);
    expect(await statusOf(id)).toBe('submitted_for_settlement');
    await open.clock.advance(hourMs);
    expect(await statusOf(id)).toBe('settling');
    await open.clock.advance(12 * hourMs);
    expect(await statusOf(id)).toBe('settled');
  });

  test('an authorization that nobody submits expires after a week', async () => {
    const id = await authorized();
    await open.clock.advance(7 * 24 * hourMs - 1);
    expect(await statusOf(id)).toBe('authorized');
    await open.clock.advance(1);
    expect(await statusOf(id)).toBe('authorization_expired');
  });

  test('one of a Visa card that the merchant began expires after a day', async () => {
    const id = await sale({ options: {}, transactionSource: 'recurring' });
    await open.clock.advance(24 * hourMs);
    expect(await statusOf(id)).toBe('authorization_expired');
  });

  test('a voided sale does not move any more', async () => {
    const id = await sale();
    await open.sdk.transaction.void(id);
    await open.clock.advance(30 * 24 * hourMs);
    expect(await statusOf(id)).toBe('voided');
  });
});

test('settleAll settles what was submitted and leaves what was not', async () => {
  const [submitted, waiting] = [await sale(), await authorized()];
  open.sandbox.settleAll();
  expect(open.sandbox.transactions({ id: submitted })[0]?.status).toBe('settled');
  expect(open.sandbox.transactions({ id: waiting })[0]?.status).toBe('authorized');
});

describe('testing', () => {
  test('settles, holds, confirms and declines', async () => {
    const { testing } = open.sdk;
    expect((await testing.settle(await sale())).transaction.status).toBe('settled');
    expect((await testing.settlementPending(await sale())).transaction.processorSettlementResponseCode).toBe(
      '4002',
    );
    expect((await testing.settlementConfirm(await sale())).transaction.status).toBe('settlement_confirmed');
    expect((await testing.settlementDecline(await sale())).transaction.processorSettlementResponseCode).toBe(
      '4001',
    );
  });

  test('refuses to settle what was not submitted', async () => {
    const result = await open.sdk.testing.settle(await authorized());
    expect(JSON.stringify(result)).toContain('91575');
  });
});

describe('a void', () => {
  test('is possible before settlement and refused with 91504 after it', async () => {
    expect((await open.sdk.transaction.void(await sale())).transaction.status).toBe('voided');
    expect(codesOf(await open.sdk.transaction.void(await settled()))).toEqual(['91504']);
  });
});

describe('a submission', () => {
  test('may be of less and not of more than was authorized', async () => {
    const less = await open.sdk.transaction.submitForSettlement(await authorized(), '7.50');
    expect(less.transaction).toMatchObject({ status: 'submitted_for_settlement', amount: '7.50' });
    expect(codesOf(await open.sdk.transaction.submitForSettlement(await authorized(), '10.01'))).toEqual([
      '91522',
    ]);
  });

  test('is refused with 91507 for what is not authorized', async () => {
    expect(codesOf(await open.sdk.transaction.submitForSettlement(await settled()))).toEqual(['91507']);
  });

  test('in parts makes a transaction of each part, up to the whole', async () => {
    const { sdk } = open;
    const parent = await authorized();
    const first = await sdk.transaction.submitForPartialSettlement(parent, '6.00');
    expect(first.transaction).toMatchObject({ amount: '6.00', authorizedTransactionId: parent });
    expect(codesOf(await sdk.transaction.submitForPartialSettlement(parent, '4.01'))).toEqual(['91522']);
    const second = await sdk.transaction.submitForPartialSettlement(parent, '4.00');
    expect((await sdk.transaction.find(parent)).partialSettlementTransactionIds).toEqual([
      first.transaction.id,
      second.transaction.id,
    ]);
  });
});

describe('a refund', () => {
  test('of a settled sale is a credit that names the sale', async () => {
    const id = await settled();
    const { transaction } = await open.sdk.transaction.refund(id);
    expect(transaction).toMatchObject({
      type: 'credit',
      amount: '10.00',
      status: 'submitted_for_settlement',
      refundedTransactionId: id,
    });
    expect((await open.sdk.transaction.find(id)).refundIds).toEqual([transaction.id]);
  });

  test('is refused with 91506 before settlement', async () => {
    expect(codesOf(await open.sdk.transaction.refund(await sale()))).toEqual(['91506']);
  });

  test('in parts may not come to more than the sale', async () => {
    const id = await settled();
    expect((await open.sdk.transaction.refund(id, '6.00')).success).toBe(true);
    expect(codesOf(await open.sdk.transaction.refund(id, '4.01'))).toEqual(['91521']);
    expect((await open.sdk.transaction.refund(id, '4.00')).success).toBe(true);
    expect(codesOf(await open.sdk.transaction.refund(id, '0.01'))).toEqual(['91512']);
  });

  test('of a refund is refused with 91505', async () => {
    const { transaction } = await open.sdk.transaction.refund(await settled());
    expect(codesOf(await open.sdk.transaction.refund(transaction.id))).toEqual(['91505']);
  });

  test.each([
    ['2000.00', '915201'],
    ['2009.00', '915200'],
  ])('of %s is declined by the bank with %s, and can be tried again', async (amount, code) => {
    const id = await sale({ amount: '9000.00' });
    await open.sdk.testing.settle(id);
    const declined = await open.sdk.transaction.refund(id, amount);
    expect(codesOf(declined)).toEqual([code]);
    expect(declined.transaction.status).toBe('processor_declined');
    expect((await open.sdk.transaction.refund(id)).transaction.amount).toBe('9000.00');
  });
});

describe('a change', () => {
  test('of the authorized amount is granted, and declined for an amount of a decline', async () => {
    const id = await authorized();
    expect((await open.sdk.transaction.adjustAuthorization(id, '15.00')).transaction.amount).toBe('15.00');
    expect(codesOf(await open.sdk.transaction.adjustAuthorization(id, '2001.00'))).toEqual(['95603']);
    expect(codesOf(await open.sdk.transaction.adjustAuthorization(await settled(), '15.00'))).toEqual([
      '915218',
    ]);
  });

  test('of the details is possible on the way', async () => {
    const id = await sale();
    const changed = await open.sdk.transaction.updateDetails(id, {
      amount: '9.00',
      orderId: 'later',
      descriptor: { name: 'abc*def' },
    });
    expect(changed.transaction).toMatchObject({
      amount: '9.00',
      orderId: 'later',
      descriptor: { name: 'abc*def' },
    });
    expect(codesOf(await open.sdk.transaction.updateDetails(await authorized(), { orderId: 'x' }))).toEqual([
      '915129',
    ]);
  });

  test('into a new sale by cloning needs a card that is not in the vault', async () => {
    const clone = { amount: '3.00', options: { submitForSettlement: false } };
    const cloned = await open.sdk.transaction.cloneTransaction(await authorized(), clone);
    expect(cloned.transaction).toMatchObject({ status: 'authorized', amount: '3.00' });
    const vaulted = await sale({ options: { storeInVault: true } });
    expect(codesOf(await open.sdk.transaction.cloneTransaction(vaulted, clone))).toEqual(['91540']);
  });
});
