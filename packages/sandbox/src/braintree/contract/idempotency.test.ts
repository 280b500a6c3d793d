import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, type OpenGateway, openGateway } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

const dayMs = 24 * 3_600_000;
const sale = (part: object = {}) => ({
  amount: '10.00',
  apiRequestKey: 'key_1',
  paymentMethodNonce: 'fake-valid-nonce',
  ...part,
});

describe('a request key', () => {
  test('makes one charge of two equal requests, also after the duplicate window', async () => {
    const first = await open.sdk.transaction.sale(sale());
    await open.clock.advance(60_000);
    const second = await open.sdk.transaction.sale(sale());
    expect(second.success).toBe(true);
    expect(second.transaction.id).toBe(first.transaction.id);
    expect(open.sandbox.transactions()).toHaveLength(1);
  });

  test('makes one charge of a retry after a lost answer', async () => {
    open.sandbox.faults.add({ kind: 'drop-after', path: '/transactions$' });
    await expect(open.sdk.transaction.sale(sale())).rejects.toMatchObject({ type: 'unexpectedError' });
    expect((await open.sdk.transaction.sale(sale())).success).toBe(true);
    expect(open.sandbox.transactions()).toHaveLength(1);
  });

  test('answers with the state in which the charge is now', async () => {
    const { transaction } = await open.sdk.transaction.sale(sale());
    await open.sdk.transaction.void(transaction.id);
    expect((await open.sdk.transaction.sale(sale())).transaction.status).toBe('voided');
  });

  test('answers a declined charge with the same decline', async () => {
    const declined = await open.sdk.transaction.sale(sale({ amount: '2001.00' }));
    const again = await open.sdk.transaction.sale(sale({ amount: '2001.00' }));
    expect(again.success).toBe(false);
    expect(again.transaction.id).toBe(declined.transaction.id);
  });

  test('is refused with 915232 for another request', async () => {
    await open.sdk.transaction.sale(sale());
    expect(codesOf(await open.sdk.transaction.sale(sale({ amount: '10.01' })))).toEqual(['915232']);
  });

  test('is refused with 915233 while the first request is still under way', async () => {
    open.sandbox.faults.add({ kind: 'delay', path: '/transactions$', delayMs: 400 });
    const first = open.sdk.transaction.sale(sale());
    await arrivedOne();
    expect(codesOf(await open.sdk.transaction.sale(sale()))).toEqual(['915233']);
    expect((await first).success).toBe(true);
    expect(open.sandbox.transactions()).toHaveLength(1);
  });

  test('is refused with 915234 when its first request was invalid', async () => {
    expect(codesOf(await open.sdk.transaction.sale(sale({ amount: '' })))).toEqual(['81502']);
    expect(codesOf(await open.sdk.transaction.sale(sale({ amount: '' })))).toEqual(['915234']);
  });

  test('may have 255 characters and is refused with 915230 for one more', async () => {
    expect((await open.sdk.transaction.sale(sale({ apiRequestKey: 'k'.repeat(255) }))).success).toBe(true);
    expect(codesOf(await open.sdk.transaction.sale(sale({ apiRequestKey: 'k'.repeat(256) })))).toEqual([
      '915230',
    ]);
  });

  test('is forgotten after thirty days', async () => {
    await open.sdk.transaction.sale(sale());
    await open.clock.advance(30 * dayMs + 1);
    await open.sdk.transaction.sale(sale());
    expect(open.sandbox.transactions()).toHaveLength(2);
  });

  test('is refused with 915231 for a merchant who may not use it', async () => {
    const without = await openGateway({ idempotency: false });
    expect(codesOf(await without.sdk.transaction.sale(sale()))).toEqual(['915231']);
    expect(without.sandbox.transactions()).toEqual([]);
    await without.close();
  });

  test('takes the place of the duplicate check', async () => {
    await open.sdk.transaction.sale(sale({ orderId: 'o1' }));
    const other = await open.sdk.transaction.sale(sale({ orderId: 'o1', apiRequestKey: 'key_2' }));
    expect(other.success).toBe(true);
  });

  test('works for void, submission, partial submission, refund and credit', async () => {
    const { sdk } = open;
    const authorized = async () =>
      (await sdk.transaction.sale({ ...sale(), apiRequestKey: undefined })).transaction.id;
    const voided = await authorized();
    const toVoid = () => sdk.transaction.void(voided, { apiRequestKey: 'void' });
    expect((await toVoid()).transaction.status).toBe('voided');
    expect((await toVoid()).transaction.status).toBe('voided');

    const submitted = await authorized();
    const submit = () => sdk.transaction.submitForSettlement(submitted, null, { apiRequestKey: 'submit' });
    expect((await submit()).success).toBe(true);
    expect((await submit()).transaction.id).toBe(submitted);

    const parent = await authorized();
    const part = () => sdk.transaction.submitForPartialSettlement(parent, '4.00', { apiRequestKey: 'part' });
    const firstPart = await part();
    expect((await part()).transaction.id).toBe(firstPart.transaction.id);

    await sdk.testing.settle(submitted);
    const refund = () => sdk.transaction.refund(submitted, { amount: '3.00', apiRequestKey: 'refund' });
    const firstRefund = await refund();
    expect((await refund()).transaction.id).toBe(firstRefund.transaction.id);
    expect((await sdk.transaction.find(submitted)).refundIds).toHaveLength(1);

    const credit = () => sdk.transaction.credit(sale({ apiRequestKey: 'credit' }));
    const firstCredit = await credit();
    expect((await credit()).transaction.id).toBe(firstCredit.transaction.id);
  });
});

/** Settles when the fault has taken hold of the one request that it was armed for. */
async function arrivedOne(): Promise<void> {
  while (open.sandbox.faults.list().length) await new Promise((resolve) => setImmediate(resolve));
}
