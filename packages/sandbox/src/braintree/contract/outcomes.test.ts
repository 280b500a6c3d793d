import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codesOf, type OpenGateway, openGateway, visa } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

describe('an approved sale', () => {
  test('is authorized, and submitted where the request asks for it', async () => {
    const authorized = await open.sdk.transaction.sale({
      amount: '10.00',
      paymentMethodNonce: 'fake-valid-nonce',
    });
    expect(authorized).toMatchObject({
      success: true,
      transaction: { status: 'authorized', amount: '10.00' },
    });
    expect(authorized.transaction.processorResponseCode).toBe('1000');
    const submitted = await open.sdk.transaction.sale({
      amount: '10',
      creditCard: visa,
      options: { submitForSettlement: true },
    });
    expect(submitted.transaction.status).toBe('submitted_for_settlement');
    expect(submitted.transaction.amount).toBe('10.00');
    expect(submitted.transaction.statusHistory.map(({ status }) => status)).toEqual([
      'authorized',
      'submitted_for_settlement',
    ]);
  });

  test('shows the card without its number', async () => {
    const { transaction } = await open.sdk.transaction.sale({ amount: '10.00', creditCard: visa });
    expect(transaction.creditCard).toMatchObject({ maskedNumber: '411111******1111', cardType: 'Visa' });
    expect(JSON.stringify(transaction)).not.toContain('4111111111111111');
  });
});

describe('a processor decline', () => {
  test.each([
    ['2000.00', '2000', 'Do Not Honor', 'soft_declined'],
    ['2001.00', '2001', 'Insufficient Funds', 'soft_declined'],
    ['2004.50', '2004', 'Expired Card', 'hard_declined'],
    ['2046.99', '2046', 'Declined', 'soft_declined'],
    ['2047.00', '2047', 'Call Issuer. Pick Up Card.', 'hard_declined'],
    ['2999.99', '2999', 'Processor Declined', 'soft_declined'],
  ])('of %s carries the code %s', async (amount, code, message, kind) => {
    const result = await open.sdk.transaction.sale({ amount, paymentMethodNonce: 'fake-valid-nonce' });
    expect(result).toMatchObject({ success: false, message });
    expect(result.transaction).toMatchObject({
      status: 'processor_declined',
      processorResponseCode: code,
      processorResponseType: kind,
    });
    expect(codesOf(result)).toEqual([]);
  });

  test('goes by the amount and not by the card: a number that fails verification can still be charged', async () => {
    const result = await open.sdk.transaction.sale({
      amount: '10.00',
      paymentMethodNonce: 'fake-processor-declined-visa-nonce',
    });
    expect(result.success).toBe(true);
  });

  test('of 3000 is a failure of the network', async () => {
    const result = await open.sdk.transaction.sale({
      amount: '3000.00',
      paymentMethodNonce: 'fake-valid-nonce',
    });
    expect(result.transaction).toMatchObject({ status: 'failed', processorResponseCode: '3000' });
  });
});

describe('a rejection by the gateway', () => {
  test.each([
    ['fraud', { amount: '10.00', paymentMethodNonce: 'fake-gateway-rejected-fraud-nonce' }],
    ['fraud', { amount: '10.00', creditCard: { ...visa, number: '4000111111111511' } }],
    [
      'risk_threshold',
      { amount: '10.00', paymentMethodNonce: 'fake-gateway-rejected-risk-thresholds-nonce' },
    ],
    ['application_incomplete', { amount: '5001.00', paymentMethodNonce: 'fake-valid-nonce' }],
    [
      'token_issuance',
      { amount: '10.00', paymentMethodNonce: 'fake-token-issuance-error-venmo-account-nonce' },
    ],
    [
      'three_d_secure',
      {
        amount: '10.00',
        paymentMethodNonce: 'fake-valid-nonce',
        options: { threeDSecure: { required: true } },
      },
    ],
  ])('says %s', async (reason, sent) => {
    const result = await open.sdk.transaction.sale(sent);
    expect(result.success).toBe(false);
    expect(result.transaction).toMatchObject({ status: 'gateway_rejected', gatewayRejectionReason: reason });
    expect(result.message).toBe(`Gateway Rejected: ${reason}`);
  });

  test.each([
    ['avs', { postalCode: '20000' }, '123'],
    ['avs', { streetAddress: '200 Fake Street' }, '123'],
    ['cvv', { postalCode: '94107' }, '200'],
    ['avs_and_cvv', { postalCode: '20000' }, '200'],
  ])('says %s where the rules are on', async (reason, billing, cvv) => {
    const strict = await openGateway({ rules: { avs: true, cvv: true } });
    const result = await strict.sdk.transaction.sale({
      amount: '10.00',
      creditCard: { ...visa, cvv },
      billing,
    });
    expect(result.transaction.gatewayRejectionReason).toBe(reason);
    await strict.close();
  });

  test('does not follow from a wrong address while the rules are off', async () => {
    const result = await open.sdk.transaction.sale({
      amount: '10.00',
      creditCard: { ...visa, cvv: '200' },
      billing: { postalCode: '20000', streetAddress: '201 Main Street' },
    });
    expect(result.success).toBe(true);
    expect(result.transaction).toMatchObject({
      avsPostalCodeResponseCode: 'N',
      avsStreetAddressResponseCode: 'U',
      cvvResponseCode: 'N',
    });
  });
});

describe('a duplicate', () => {
  const sent = () => ({ amount: '12.00', orderId: 'order_1', creditCard: { ...visa } });

  test('within thirty seconds is rejected, after them it is not', async () => {
    expect((await open.sdk.transaction.sale(sent())).success).toBe(true);
    await open.clock.advance(29_000);
    const second = await open.sdk.transaction.sale(sent());
    expect(second.transaction).toMatchObject({
      status: 'gateway_rejected',
      gatewayRejectionReason: 'duplicate',
    });
    await open.clock.advance(2_000);
    expect((await open.sdk.transaction.sale(sent())).success).toBe(true);
  });

  test('needs the same amount, order and card', async () => {
    await open.sdk.transaction.sale(sent());
    const others = [
      { ...sent(), amount: '12.01' },
      { ...sent(), orderId: 'order_2' },
      { ...sent(), creditCard: { ...visa, number: '5555555555554444' } },
      { ...sent(), creditCard: { ...visa, expirationDate: '11/2030' } },
    ];
    for (const other of others) expect((await open.sdk.transaction.sale(other)).success).toBe(true);
  });

  test('of a declined sale is none', async () => {
    await open.sdk.transaction.sale({ ...sent(), amount: '2001.00' });
    const again = await open.sdk.transaction.sale({ ...sent(), amount: '2001.00' });
    expect(again.transaction.status).toBe('processor_declined');
  });
});

describe('an invalid request', () => {
  test.each([
    ['81502', { amount: '' }],
    ['81501', { amount: '-1.00' }],
    ['81503', { amount: '1.234' }],
    ['81531', { amount: '0' }],
    ['81528', { amount: '99999999999.00' }],
    ['91501', { orderId: 'x'.repeat(256) }],
    ['915133', { transactionSource: 'sometimes' }],
    ['91510', { customerId: 'nobody' }],
    ['91565', { paymentMethodNonce: 'tokencc_unknown' }],
    ['91564', { paymentMethodNonce: 'fake-consumed-nonce' }],
    ['81715', { paymentMethodNonce: 'fake-luhn-invalid-nonce' }],
  ])('is refused with %s', async (code, part) => {
    const result = await open.sdk.transaction.sale({
      amount: '10.00',
      paymentMethodNonce: 'fake-valid-nonce',
      ...part,
    });
    expect(result.success).toBe(false);
    expect(result.transaction).toBeUndefined();
    expect(codesOf(result)).toEqual([code]);
  });

  test.each([
    ['81714', 'number', { expirationDate: '12/2030' }],
    ['81715', 'number', { ...visa, number: '4111111111111112' }],
    ['81716', 'number', { ...visa, number: '41111' }],
    ['81717', 'number', { ...visa, number: '4242424242424242' }],
    ['81709', 'expirationDate', { number: visa.number }],
    ['81710', 'expirationDate', { ...visa, expirationDate: '13/2030' }],
    ['81707', 'cvv', { ...visa, cvv: '12' }],
  ])('names %s on the field %s of the card', async (code, field, creditCard) => {
    const result = await open.sdk.transaction.sale({ amount: '10.00', creditCard });
    expect(result.errors.for('transaction').for('creditCard').on(field)[0]?.code).toBe(code);
  });

  test('gives every error and one message with all of them', async () => {
    const result = await open.sdk.transaction.sale({ amount: 'x', orderId: 'y'.repeat(300) });
    expect(codesOf(result).sort()).toEqual(['81503', '91501', '91508']);
    expect(result.message.split('\n')).toHaveLength(3);
  });

  test('leaves a nonce good for another try', async () => {
    const { sdk } = open;
    const customer = await sdk.customer.create({ creditCard: visa });
    const token = customer.customer.creditCards[0]?.token ?? '';
    const { nonce } = (await sdk.paymentMethodNonce.create(token)).paymentMethodNonce;
    expect(codesOf(await sdk.transaction.sale({ amount: '', paymentMethodNonce: nonce }))).toEqual(['81502']);
    expect((await sdk.transaction.sale({ amount: '10.00', paymentMethodNonce: nonce })).success).toBe(true);
    expect(codesOf(await sdk.transaction.sale({ amount: '11.00', paymentMethodNonce: nonce }))).toEqual([
      '91564',
    ]);
  });
});
