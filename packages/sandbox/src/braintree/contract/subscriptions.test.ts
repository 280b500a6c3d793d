import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, first, type OpenGateway, openVendorTests, type SdkResult } from './open-gateway.ts';

const dayMs = 24 * 3_600_000;
const monthly = 'integration_trialless_plan';
const withAddOns = 'integration_plan_with_add_ons_and_discounts';

let open: OpenGateway;
beforeEach(async () => {
  // With the plans that the vendor's own suites use, so that none has to be laid down first.
  open = await openVendorTests();
});
afterEach(() => open.close());

async function vaulted(): Promise<string> {
  const { customer } = await open.sdk.customer.create({
    creditCard: { number: '4111111111111111', expirationDate: '12/2040' },
  });
  return first(customer.creditCards).token;
}

async function subscribe(part: object = {}): Promise<SdkResult> {
  return open.sdk.subscription.create({ paymentMethodToken: await vaulted(), planId: monthly, ...part });
}

describe('a subscription', () => {
  test('is charged for its first period at once, submitted for settlement', async () => {
    const { subscription } = await subscribe();
    expect(subscription).toMatchObject({ status: 'Active', price: '12.34', currentBillingCycle: 1 });
    expect(first(subscription.transactions)).toMatchObject({
      amount: '12.34',
      status: 'submitted_for_settlement',
      subscriptionId: subscription.id,
    });
  });

  test('whose first charge is declined does not begin', async () => {
    const result = await subscribe({ id: 'never', price: '2001.00' });
    expect(result.success).toBe(false);
    expect(result.transaction.processorResponseCode).toBe('2001');
    await expect(open.sdk.subscription.find('never')).rejects.toMatchObject({ type: 'notFoundError' });
  });

  test('bills each period by the clock, and ends after the last', async () => {
    const { subscription } = await subscribe({ numberOfBillingCycles: 2 });
    await open.clock.advance(32 * dayMs);
    expect((await open.sdk.subscription.find(subscription.id)).transactions).toHaveLength(2);
    await open.clock.advance(32 * dayMs);
    const ended = await open.sdk.subscription.find(subscription.id);
    expect(ended).toMatchObject({ status: 'Expired', currentBillingCycle: 2 });
    expect(ended.transactions).toHaveLength(2);
  });

  test('with a trial is not charged before its end', async () => {
    const { subscription } = await subscribe({ planId: 'integration_trial_plan' });
    expect(subscription.transactions).toHaveLength(0);
    await open.clock.advance(3 * dayMs);
    expect((await open.sdk.subscription.find(subscription.id)).transactions).toHaveLength(1);
  });

  test('that begins on a later day is pending until then', async () => {
    const { subscription } = await subscribe({ firstBillingDate: '2026-03-12' });
    expect(subscription.status).toBe('Pending');
    await open.clock.advance(11 * dayMs);
    expect((await open.sdk.subscription.find(subscription.id)).status).toBe('Active');
  });

  test('takes over the add-ons and discounts of its plan, changed as asked for', async () => {
    const { subscription } = await subscribe({
      planId: withAddOns,
      addOns: { update: [{ existingId: 'increase_10', amount: '50.00' }], remove: ['increase_20'] },
      discounts: { add: [{ inheritedFromId: 'discount_15' }] },
    });
    expect(subscription.addOns).toMatchObject([{ id: 'increase_10', amount: '50.00' }]);
    expect(subscription.discounts.map(({ id }) => id)).toEqual(['discount_7', 'discount_11', 'discount_15']);
    // 9.99 with fifty more, and 33 less.
    expect(subscription.nextBillAmount).toBe('26.99');
  });

  test('made dearer is charged the difference for the rest of its period, unless told otherwise', async () => {
    const { subscription } = await subscribe({ price: '10.00' });
    const dearer = await open.sdk.subscription.update(subscription.id, { price: '15.00' });
    expect(first(dearer.subscription.transactions).amount).toBe('5.00');
    const quiet = await open.sdk.subscription.update(subscription.id, {
      price: '20.00',
      options: { prorateCharges: false },
    });
    expect(quiet.subscription.transactions).toHaveLength(2);
  });

  test('stays as it was where the difference is declined and it is to be reverted then', async () => {
    const { subscription } = await subscribe({ price: '10.00' });
    const result = await open.sdk.subscription.update(subscription.id, {
      price: '2011.00',
      options: { revertSubscriptionOnProrationFailure: true },
    });
    expect(result.success).toBe(false);
    expect((await open.sdk.subscription.find(subscription.id)).price).toBe('10.00');
  });

  test('past due is paid by a retry, and only by one of its own account', async () => {
    const { subscription } = await subscribe();
    const early = await open.sdk.subscription.retryCharge(subscription.id);
    expect(codesOf(early)).toEqual(['91531']);
    await open.sdk.http.put(
      `/merchants/integration_merchant_id/subscriptions/${subscription.id}/make_past_due`,
      null,
    );
    const { transaction } = await open.sdk.subscription.retryCharge(subscription.id);
    expect(transaction).toMatchObject({ amount: '12.34', status: 'authorized' });
    expect((await open.sdk.subscription.find(subscription.id)).status).toBe('Active');
  });

  test('canceled is not billed any more, and not canceled twice', async () => {
    const { subscription } = await subscribe();
    await open.sdk.subscription.cancel(subscription.id);
    expect(codesOf(await open.sdk.subscription.cancel(subscription.id))).toEqual(['81905']);
    await open.clock.advance(40 * dayMs);
    expect((await open.sdk.subscription.find(subscription.id)).transactions).toHaveLength(1);
  });

  test('ends with the payment method that it was charged to', async () => {
    const token = await vaulted();
    const { subscription } = await subscribe({ paymentMethodToken: token });
    await open.sdk.paymentMethod.delete(token);
    expect((await open.sdk.subscription.find(subscription.id)).status).toBe('Canceled');
  });

  const refusals: [string, object][] = [
    ['91903', { paymentMethodToken: 'nobody' }],
    ['91904', { planId: 'nothing' }],
    ['81904', { price: 'cheap' }],
    ['81906', { id: 'two words' }],
    ['91916', { firstBillingDate: '2020-01-01' }],
    ['91914', { billingDayOfMonth: 30 }],
    ['91908', { numberOfBillingCycles: 3, neverExpires: true }],
    ['92016', { addOns: { remove: ['increase_10'] } }],
    ['92013', { addOns: { add: [{ inheritedFromId: 'discount_7' }] } }],
    ['91901', { merchantAccountId: 'nowhere' }],
  ];
  test.each(refusals)('is refused with %s for %j', async (code, part) => {
    expect(codesOf(await subscribe(part))).toEqual([code]);
  });
});
