import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, codesOf, connect, first, type OpenGateway, openVendorTests, visa } from './open-gateway.ts';
import type { SdkDispute, SdkTransaction } from './sdk-records.ts';

let open: OpenGateway;
beforeAll(async () => {
  open = await openVendorTests();
});
afterAll(() => open.close());

const sale = (part: object) => open.sdk.transaction.sale({ amount: '10.00', creditCard: visa, ...part });

describe('what the vendor’s own suites look up by its name', () => {
  test('is there: transactions, disputes, plans, accounts', async () => {
    expect((await open.sdk.transaction.find('settledtransaction')).status).toBe('settled');
    expect((await open.sdk.dispute.find('wells_dispute')).dispute.status).toBe('won');
    expect((await open.sdk.plan.find('integration_trial_plan')).price).toBe('43.21');
    expect((await open.sdk.merchantAccount.find('sandbox_sub_merchant_account')).id).toBe(
      'sandbox_sub_merchant_account',
    );
  });

  test('is found by the days that are written into it', async () => {
    const disputes = await all<SdkDispute>(
      open.sdk.dispute.search((ask) => ask.receivedDate?.().between?.('03/03/2014', '03/05/2014')),
    );
    expect(disputes.map(({ id }) => id)).toEqual(['wells_dispute']);
    const disbursed = await all<SdkTransaction>(
      open.sdk.transaction.search((ask) => {
        ask.disbursementDate?.().min?.('2013-04-09');
        ask.disbursementDate?.().max?.('2013-04-11');
      }),
    );
    expect(disbursed.map(({ id }) => id)).toEqual(['deposittransaction']);
  });
});

describe('a charge to an account', () => {
  const refusals: [string, string, object][] = [
    ['that is not the merchant’s', '91513', { merchantAccountId: 'nowhere' }],
    ['of a seller needs a fee', '91553', { merchantAccountId: 'sandbox_sub_merchant_account' }],
    ['of a master takes no fee', '91557', { serviceFeeAmount: '1.00' }],
    ['that knows no debit', '915185', { options: { creditCard: { accountType: 'credit' } } }],
    ['in Sweden must name its tax', '815224', { merchantAccountId: 'aib_swe_ma' }],
    ['with too little for its processor', '815193', { merchantAccountId: 'hiper_brl', amount: '0.20' }],
    ['with a custom field nobody declared', '91526', { customFields: { other: 'x' } }],
    ['with a phone number of no kind', '915206', { billing: { phoneNumber: '12=34' } }],
    ['with an unknown check of the card holder', '915196', { threeDSecureAuthenticationId: 'nobody' }],
    ['with a stay that ends before it begins', '93406', { industry: stay('2026-03-02', '2026-03-01') }],
  ];
  test.each(refusals)('%s: %s', async (_, code, part) => {
    expect(codesOf(await sale(part))).toEqual([code]);
  });

  test('shows the account’s own currency, and debit where that was chosen', async () => {
    const { transaction } = await sale({
      merchantAccountId: 'hiper_brl',
      options: { submitForSettlement: true, creditCard: { accountType: 'debit' } },
    });
    expect(transaction).toMatchObject({ currencyIsoCode: 'BRL', creditCard: { accountType: 'debit' } });
  });

  test('whose processor takes no parts is not settled in parts', async () => {
    const { transaction } = await sale({
      merchantAccountId: 'fake_amex_direct_usd',
      creditCard: { number: '371260714673002', expirationDate: '12/2040' },
    });
    const part = await open.sdk.transaction.submitForPartialSettlement(transaction.id, '1.00');
    expect(codesOf(part)).toEqual(['915102']);
  });
});

describe('another merchant of the same gateway', () => {
  const other = {
    merchantId: 'test_merchant_id',
    publicKey: 'test_public_key',
    privateKey: 'test_private_key',
  };

  test('has its own keys, plans and rules', async () => {
    expect((await connect(open.sandbox, other).plan.all()).plans).toHaveLength(0);
    await expect(connect(open.sandbox, { merchantId: 'test_merchant_id' }).plan.all()).rejects.toMatchObject({
      type: 'authenticationError',
    });
    const strict = connect(open.sandbox, {
      merchantId: 'processing_rules_merchant_id',
      publicKey: 'processing_rules_public_key',
      privateKey: 'processing_rules_private_key',
    });
    const { transaction } = await strict.transaction.sale({
      amount: '1.00',
      creditCard: { ...visa, cvv: '200' },
    });
    expect(transaction.gatewayRejectionReason).toBe('cvv');
  });

  test('notices a charge that comes twice, which the first does not', async () => {
    const careful = connect(open.sandbox, {
      merchantId: 'dup_checking_integration_merchant_id',
      publicKey: 'dup_checking_integration_public_key',
      privateKey: 'dup_checking_integration_private_key',
    });
    await careful.transaction.sale({ amount: '7.77', creditCard: visa });
    const twice = await careful.transaction.sale({ amount: '7.77', creditCard: visa });
    expect(twice.transaction.gatewayRejectionReason).toBe('duplicate');
    await sale({ amount: '8.88' });
    expect((await sale({ amount: '8.88' })).success).toBe(true);
  });
});

test('a subscription is found by its plan, and an add-on in the list', async () => {
  const { customer } = await open.sdk.customer.create({ creditCard: visa });
  const { subscription } = await open.sdk.subscription.create({
    paymentMethodToken: first(customer.creditCards).token,
    planId: 'integration_trial_plan',
  });
  const found = await all(
    open.sdk.subscription.search((ask) => ask.planId?.().is?.('integration_trial_plan')),
  );
  expect(found.map(({ id }) => id)).toEqual([subscription.id]);
  expect((await open.sdk.addOn.all()).addOns.map(({ id }) => id)).toContain('increase_30');
});

function stay(checkInDate: string, checkOutDate: string) {
  return {
    industryType: 'lodging',
    data: { folioNumber: 'a1', checkInDate, checkOutDate, roomRate: '170.00' },
  };
}
