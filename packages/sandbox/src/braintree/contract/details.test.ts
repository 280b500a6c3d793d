import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, codesOf, first, type OpenGateway, openGateway, visa } from './open-gateway.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

const sale = (part: object) =>
  open.sdk.transaction.sale({ amount: '35.05', paymentMethodNonce: 'fake-valid-nonce', ...part });

describe('line items', () => {
  const item = {
    quantity: '1.0232',
    name: 'Bill',
    kind: 'debit',
    unitAmount: '45.1232',
    totalAmount: '45.15',
  };

  test('are kept and given back', async () => {
    const { transaction } = await sale({ lineItems: [{ ...item, taxAmount: '0' }] });
    expect(await open.sdk.transactionLineItem.findAll(transaction.id)).toMatchObject([
      { ...item, taxAmount: '0.00' },
    ]);
  });

  test.each([
    ['95811', 'quantity', { quantity: undefined }],
    ['95812', 'quantity', { quantity: '2147483648' }],
    ['95807', 'kind', { kind: 'neither' }],
    ['95822', 'name', { name: '' }],
    ['95817', 'unitAmount', { unitAmount: '1.23456' }],
    ['95820', 'unitAmount', { unitAmount: '-2' }],
    ['95816', 'totalAmount', { totalAmount: '-2' }],
    ['95821', 'unitOfMeasure', { unitOfMeasure: '1234567890123' }],
    ['95829', 'taxAmount', { taxAmount: '-1.23' }],
  ])('are refused with %s at their place', async (code, field, wrong) => {
    const result = await sale({ lineItems: [item, { ...item, ...wrong }] });
    const at = result.errors.for('transaction').for('lineItems').for('index1');
    expect(first(at.on(field)).code).toBe(code);
  });

  test('may be 249', async () => {
    expect((await sale({ lineItems: Array(249).fill(item) })).success).toBe(true);
    expect(codesOf(await sale({ lineItems: Array(250).fill(item) }))).toEqual(['915157']);
    expect(codesOf(await sale({ lineItems: item }))).toEqual(['915158']);
  });
});

test.each([
  ['915159', { discountAmount: '123.456' }],
  ['915163', { shippingAmount: '-1.00' }],
  ['915164', { shippingAmount: '2147483647' }],
  ['915165', { shipsFromPostalCode: '12345678901' }],
  ['915167', { shipsFromPostalCode: '1$345' }],
  ['91537', { purchaseOrderNumber: 'x'.repeat(18) }],
  ['92201', { descriptor: { name: 'abc' } }],
  ['94703', { riskData: { customerLocationZip: '912$4' } }],
  ['915113', { threeDSecurePassThru: { eciFlag: '', cavv: 'c' } }],
  ['915119', { threeDSecurePassThru: { eciFlag: '06', cavv: 'c', threeDSecureVersion: 'one' } }],
  ['915175', { externalVault: { status: 'elsewhere' } }],
  ['915177', { externalVault: { status: 'will_vault', previousNetworkTransactionId: '1' } }],
])('a sale is refused with %s', async (code, part) => {
  expect(codesOf(await sale(part))).toEqual([code]);
});

test('custom fields and the descriptor come back as they were sent', async () => {
  const { transaction } = await sale({ customFields: { storeMe: 'a & b' }, descriptor: { name: 'abc*def' } });
  expect(transaction).toMatchObject({ customFields: { storeMe: 'a & b' }, descriptor: { name: 'abc*def' } });
});

describe('another instrument', () => {
  test.each([
    ['fake-apple-pay-visa-nonce', 'apple_pay_card', 'submitted_for_settlement'],
    ['fake-android-pay-visa-nonce', 'android_pay_card', 'submitted_for_settlement'],
    ['fake-venmo-account-nonce', 'venmo_account', 'submitted_for_settlement'],
    ['fake-paypal-one-time-nonce', 'paypal_account', 'settling'],
    ['fake-local-payment-method-nonce', 'local_payment', 'settling'],
    ['fake-us-bank-account-nonce', 'us_bank_account', 'settlement_pending'],
    ['fake-sepa-direct-debit-nonce', 'sepa_debit_account', 'settlement_pending'],
  ])('of %s is charged as %s and is then %s', async (paymentMethodNonce, kind, status) => {
    const { transaction } = await sale({ paymentMethodNonce, options: { submitForSettlement: true } });
    expect(transaction).toMatchObject({ paymentInstrumentType: kind, status });
  });

  test('of PayPal is found by what PayPal calls the payment', async () => {
    const { transaction } = await sale({
      paypalAccount: { payerId: 'P1', paymentId: 'PAY-77' },
      paymentMethodNonce: undefined,
    });
    const found = await all(open.sdk.transaction.search((search) => search.paypalPaymentId?.().is('PAY-77')));
    expect(found.map(({ id }) => id)).toEqual([transaction.id]);
  });
});

describe('a nonce of a card that the browser vaulted', () => {
  test('makes no second card', async () => {
    const { customer } = await open.sdk.customer.create({ creditCard: visa });
    const token = first(customer.creditCards).token;
    const { nonce } = (await open.sdk.paymentMethodNonce.create(token)).paymentMethodNonce;
    const made = await open.sdk.paymentMethod.create({ customerId: customer.id, paymentMethodNonce: nonce });
    expect(made.paymentMethod.token).toBe(token);
    expect((await open.sdk.customer.find(customer.id)).creditCards).toHaveLength(1);
  });
});

test('a part of a submitted part cannot be submitted', async () => {
  const { transaction } = await sale({});
  const part = await open.sdk.transaction.submitForPartialSettlement(transaction.id, '5.00');
  expect(codesOf(await open.sdk.transaction.submitForPartialSettlement(part.transaction.id, '1.00'))).toEqual(
    ['915103'],
  );
});
