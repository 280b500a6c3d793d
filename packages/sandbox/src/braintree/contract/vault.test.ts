import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, codesOf, type OpenGateway, openGateway, visa } from './open-gateway.ts';
import type { SdkMethod } from './sdk-records.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway();
});
afterEach(() => open.close());

const newCustomer = async (sent: object = {}) => (await open.sdk.customer.create(sent)).customer;

describe('a customer', () => {
  test('is created with a card, found, changed and deleted with all they had', async () => {
    const { sdk } = open;
    const made = await newCustomer({ firstName: 'Ada', email: 'ada@example.com', creditCard: visa });
    expect(made.creditCards).toMatchObject([{ last4: '1111', default: true, expirationDate: '12/2030' }]);
    await sdk.customer.update(made.id, { firstName: 'Augusta' });
    expect(await sdk.customer.find(made.id)).toMatchObject({
      firstName: 'Augusta',
      email: 'ada@example.com',
    });
    await sdk.customer.delete(made.id);
    await expect(sdk.customer.find(made.id)).rejects.toMatchObject({ type: 'notFoundError' });
    await expect(sdk.paymentMethod.find(made.creditCards[0]?.token ?? '')).rejects.toMatchObject({
      type: 'notFoundError',
    });
  });

  test.each([
    ['81604', { email: 'not an address' }],
    ['91610', { id: 'with blank' }],
    ['91611', { id: 'all' }],
    ['81608', { firstName: 'x'.repeat(256) }],
  ])('is refused with %s', async (code, sent) => {
    expect(codesOf(await open.sdk.customer.create(sent))).toEqual([code]);
  });

  test('cannot take an id that is in use', async () => {
    await newCustomer({ id: 'ada' });
    expect(codesOf(await open.sdk.customer.create({ id: 'ada' }))).toEqual(['91609']);
  });

  test('is not created when the card beside it is invalid', async () => {
    const result = await open.sdk.customer.create({ id: 'ada', creditCard: { ...visa, number: '4111' } });
    expect(result.errors.for('customer').for('creditCard').on('number')[0]?.code).toBe('81716');
    await expect(open.sdk.customer.find('ada')).rejects.toMatchObject({ type: 'notFoundError' });
  });

  test('keeps addresses', async () => {
    const { sdk } = open;
    const { id } = await newCustomer();
    const { address } = await sdk.address.create({
      customerId: id,
      locality: 'Oslo',
      countryCodeAlpha2: 'NO',
    });
    expect(await sdk.address.find(id, address.id)).toMatchObject({ locality: 'Oslo', countryName: 'Norway' });
    await sdk.address.update(id, address.id, { locality: 'Bergen' });
    expect((await sdk.address.find(id, address.id)).locality).toBe('Bergen');
    await sdk.address.delete(id, address.id);
    await expect(sdk.address.find(id, address.id)).rejects.toMatchObject({ type: 'notFoundError' });
    const inconsistent = await sdk.address.create({
      customerId: id,
      countryName: 'Sweden',
      countryCodeAlpha2: 'NO',
    });
    expect(codesOf(inconsistent)).toEqual(['91815']);
  });
});

describe('a payment method', () => {
  test('is made of a nonce, and the first one is the default until another is told to be', async () => {
    const { sdk } = open;
    const { id } = await newCustomer();
    const first = await sdk.paymentMethod.create({
      customerId: id,
      paymentMethodNonce: 'fake-valid-visa-nonce',
    });
    expect(first.paymentMethod.default).toBe(true);
    const second = await sdk.paymentMethod.create({
      customerId: id,
      paymentMethodNonce: 'fake-valid-mastercard-nonce',
      options: { makeDefault: true },
    });
    expect(second.paymentMethod.default).toBe(true);
    expect((await sdk.paymentMethod.find(first.paymentMethod.token)).default).toBe(false);
    await sdk.paymentMethod.delete(second.paymentMethod.token);
    expect((await sdk.paymentMethod.find(first.paymentMethod.token)).default).toBe(true);
  });

  test('can be charged by its token and by its customer', async () => {
    const { sdk } = open;
    const { id, creditCards } = await newCustomer({ creditCard: visa });
    const byToken = await sdk.transaction.sale({ amount: '5.00', paymentMethodToken: creditCards[0]?.token });
    expect(byToken.transaction.customer.id).toBe(id);
    const byCustomer = await sdk.transaction.sale({ amount: '6.00', customerId: id });
    expect(byCustomer.transaction.creditCard.token).toBe(creditCards[0]?.token);
  });

  test('is refused as a duplicate where the request asks for that', async () => {
    const { sdk } = open;
    const { id } = await newCustomer({ creditCard: visa });
    const again = { customerId: id, ...visa };
    expect(
      codesOf(await sdk.creditCard.create({ ...again, options: { failOnDuplicatePaymentMethod: true } })),
    ).toEqual(['81724']);
    expect((await sdk.creditCard.create(again)).success).toBe(true);
    const other = { ...again, expirationDate: '11/2031', options: { failOnDuplicatePaymentMethod: true } };
    expect((await sdk.creditCard.create(other)).success).toBe(true);
  });

  test.each([
    ['93104', { paymentMethodNonce: 'fake-valid-nonce' }],
    ['93105', { paymentMethodNonce: 'fake-valid-nonce', customerId: 'nobody' }],
    ['93107', { paymentMethodNonce: 'fake-consumed-nonce', customerId: 'ada' }],
    ['93108', { paymentMethodNonce: 'tokencc_unknown', customerId: 'ada' }],
    ['93103', { customerId: 'ada' }],
    ['82902', { paymentMethodNonce: 'fake-paypal-one-time-nonce', customerId: 'ada' }],
  ])('is refused with %s', async (code, sent) => {
    await newCustomer({ id: 'ada' });
    expect(codesOf(await open.sdk.paymentMethod.create(sent))).toEqual([code]);
  });

  test('of another kind is shown as what it is', async () => {
    const { id } = await newCustomer();
    const made = await open.sdk.paymentMethod.create({
      customerId: id,
      paymentMethodNonce: 'fake-paypal-billing-agreement-nonce',
    });
    expect(made.paymentMethod.email).toBe('payer@example.com');
    expect((await open.sdk.customer.find(id)).paymentMethods).toHaveLength(1);
  });

  test('gives nonces that stand for it', async () => {
    const { sdk } = open;
    const { creditCards } = await newCustomer({ creditCard: visa });
    const { nonce } = (await sdk.paymentMethodNonce.create(creditCards[0]?.token ?? '')).paymentMethodNonce;
    expect(await sdk.paymentMethodNonce.find(nonce)).toMatchObject({
      type: 'CreditCard',
      details: { lastFour: '1111' },
    });
    const { transaction } = await sdk.transaction.sale({ amount: '7.00', paymentMethodNonce: nonce });
    expect(transaction.creditCard.token).toBe(creditCards[0]?.token);
  });
});

describe('a card', () => {
  test('is changed in place', async () => {
    const { sdk } = open;
    const { creditCards } = await newCustomer({ creditCard: visa });
    const token = creditCards[0]?.token ?? '';
    await sdk.creditCard.update(token, {
      expirationDate: '01/2033',
      billingAddress: { locality: 'Reno', countryCodeAlpha2: 'US' },
    });
    expect(await sdk.creditCard.find(token)).toMatchObject({
      last4: '1111',
      expirationDate: '01/2033',
      billingAddress: { locality: 'Reno', countryName: 'United States of America' },
    });
  });

  test('that has run out, or soon will, is found', async () => {
    const { sdk } = open;
    await newCustomer({ creditCard: { ...visa, token: 'old', expirationDate: '02/2026' } });
    await newCustomer({ creditCard: { ...visa, token: 'soon', expirationDate: '04/2026' } });
    await newCustomer({ creditCard: { ...visa, token: 'good', expirationDate: '01/2030' } });
    const tokens = (cards: SdkMethod[]) => cards.map(({ token }) => token);
    expect(tokens(await all<SdkMethod>(sdk.creditCard.expired()))).toEqual(['old']);
    const spring = sdk.creditCard.expiringBetween(new Date(2026, 2, 1), new Date(2026, 4, 1));
    expect(tokens(await all<SdkMethod>(spring))).toEqual(['soon']);
  });
});

describe('vaulting with a sale', () => {
  const sent = { amount: '10.00', paymentMethodNonce: 'fake-valid-nonce', customer: { firstName: 'Grace' } };

  test('on success happens when the money is granted', async () => {
    const { transaction } = await open.sdk.transaction.sale({
      ...sent,
      options: { storeInVaultOnSuccess: true },
    });
    const customer = await open.sdk.customer.find(transaction.customer.id ?? '');
    expect(customer.firstName).toBe('Grace');
    expect(customer.creditCards[0]?.token).toBe(transaction.creditCard.token);
  });

  test('on success does not happen when it is declined', async () => {
    const result = await open.sdk.transaction.sale({
      ...sent,
      amount: '2000.00',
      options: { storeInVaultOnSuccess: true },
    });
    expect(result.transaction.creditCard.token).toBeNull();
    expect(result.transaction.customer.id).toBeNull();
  });

  test('always happens even when it is declined', async () => {
    const result = await open.sdk.transaction.sale({
      ...sent,
      amount: '2000.00',
      options: { storeInVault: true },
    });
    expect(result.success).toBe(false);
    expect(result.transaction.creditCard.token).toEqual(expect.any(String));
  });
});

describe('a client token', () => {
  const read = (token: string) =>
    JSON.parse(Buffer.from(token, 'base64').toString()) as Record<string, unknown>;

  test('names the merchant and is good for the browser', async () => {
    const { clientToken } = await open.sdk.clientToken.generate({});
    expect(read(clientToken)).toMatchObject({
      version: 2,
      environment: 'sandbox',
      merchantId: 'sandbox_merchant',
    });
  });

  test('needs a customer that exists', async () => {
    const { id } = await newCustomer();
    expect((await open.sdk.clientToken.generate({ customerId: id })).success).toBe(true);
    expect(codesOf(await open.sdk.clientToken.generate({ customerId: 'nobody' }))).toEqual(['92804']);
  });
});
