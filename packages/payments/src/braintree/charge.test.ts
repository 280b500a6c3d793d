import { money } from '@kvitt/domain/money/money';
import { BraintreeGateway, Environment } from 'braintree';
import { describe, expect, it } from 'vitest';
import type { ChargeOrder } from '../payments-port.ts';
import type { VendorTransaction } from './braintree-vendor.ts';
import { charge, makeRequest } from './charge.ts';
import { createBraintree } from './create-braintree.ts';
import { readMove } from './read-move.ts';

const order: ChargeOrder = {
  paymentId: '0197c1de-0000-7000-8000-000000000001',
  amount: money(8420, 'USD'),
  source: { kind: 'vaulted', token: 'tok' },
  initiator: 'customer',
};
const account = { merchantAccountId: undefined, useRequestKeys: false };

describe('what is asked of the processor', () => {
  it('is one captured sale, with our payment id as its order id and the amount as decimals', () => {
    expect(makeRequest(order, account)).toEqual({
      amount: '84.20',
      orderId: order.paymentId,
      paymentMethodToken: 'tok',
      options: { submitForSettlement: true },
    });
  });

  it('says nothing of who moves the money when the customer does, with a stored card too', () => {
    expect(makeRequest(order, account)).not.toHaveProperty('transactionSource');
  });

  it.each([
    ['recurring-first', 'recurring_first'],
    ['recurring', 'recurring'],
    ['unscheduled', 'unscheduled'],
    ['installment-first', 'installment_first'],
    ['installment', 'installment'],
  ] as const)('says %s as %s', (initiator, transactionSource) => {
    expect(makeRequest({ ...order, initiator }, account)).toMatchObject({ transactionSource });
  });

  it('has our payment id as its request key where the account has keys', () => {
    expect(makeRequest(order, { ...account, useRequestKeys: true })).toMatchObject({
      apiRequestKey: order.paymentId,
    });
  });

  it('stores a card only when asked to, and only if the sale succeeds', () => {
    const source = { kind: 'nonce', nonce: 'n' } as const;
    expect(makeRequest({ ...order, source }, account)).toMatchObject({
      options: { submitForSettlement: true },
    });
    expect(
      makeRequest({ ...order, source, store: { customerId: 'cus', firstName: 'Ada' } }, account),
    ).toEqual({
      amount: '84.20',
      orderId: order.paymentId,
      paymentMethodNonce: 'n',
      customerId: 'cus',
      options: { submitForSettlement: true, storeInVaultOnSuccess: true },
    });
    expect(makeRequest({ ...order, source, store: { firstName: 'Ada' } }, account)).toMatchObject({
      customer: { firstName: 'Ada' },
    });
  });

  it('knows only fields that the SDK knows', async () => {
    const everything: ChargeOrder = {
      ...order,
      source: { kind: 'nonce', nonce: 'n' },
      initiator: 'installment-first',
      store: { firstName: 'Ada', lastName: 'L' },
    };
    // Nobody listens there: a field unknown to the SDK would throw before it tries.
    const gateway = new BraintreeGateway({
      environment: new Environment('127.0.0.1', '1', '', false, '127.0.0.1', '1'),
      merchantId: 'm',
      publicKey: 'p',
      privateKey: 's',
    });
    const merchantAccounts = { USD: 'usd' };
    const vendor = {
      gateway,
      timeoutMs: 1000,
      useRequestKeys: true,
      defaultCurrency: 'USD' as const,
      merchantAccounts,
    };
    await expect(charge(vendor, everything)).resolves.toEqual({
      kind: 'unknown',
      reason: 'no answer (unexpectedError)',
    });
  });

  it('is nothing at all in a currency that no merchant account takes', async () => {
    const port = createBraintree({
      environment: { host: '127.0.0.1', port: 1 },
      merchantId: 'm',
      publicKey: 'p',
      privateKey: 's',
      useRequestKeys: false,
    });
    await expect(port.charge({ ...order, amount: money(8420, 'SEK') })).resolves.toMatchObject({
      kind: 'declined',
      decline: 'configuration',
    });
  });
});

describe('a void or a refund', () => {
  const answered = (transaction: VendorTransaction, success = true) =>
    readMove({ kind: 'answered', value: { success, transaction } }, 'refund');
  const refused = (...codes: string[]) =>
    readMove(
      {
        kind: 'answered',
        value: {
          success: false,
          errors: { deepErrors: () => codes.map((code) => ({ code, message: 'words' })) },
        },
      },
      'refund',
    );

  it('is done only with an id and a status that says so', () => {
    expect(answered({ id: 'r1', status: 'submitted_for_settlement' })).toEqual({
      kind: 'done',
      vendorId: 'r1',
    });
    expect(answered({ id: 'r1' })).toMatchObject({ kind: 'unknown' });
    expect(answered({ status: 'settled' })).toMatchObject({ kind: 'unknown' });
    // What is right for a void is not for a refund: of a refund, `voided` says that no money went back.
    const voided = {
      kind: 'answered',
      value: { success: true, transaction: { id: 'b', status: 'voided' } },
    } as const;
    expect(readMove(voided, 'void')).toEqual({ kind: 'done', vendorId: 'b' });
    expect(readMove(voided, 'refund')).toMatchObject({ kind: 'unknown' });
  });

  it('is refused where the bank declines it, though the call itself succeeded', () => {
    expect(answered({ id: 'r1', status: 'processor_declined', processorResponseCode: '2005' })).toMatchObject(
      {
        kind: 'refused',
        code: '2005',
      },
    );
  });

  it.each(['91504', '91506', '91512', '91521', '915200'])('is refused with %s', (code) => {
    expect(refused(code)).toEqual({ kind: 'refused', code, text: 'words' });
  });

  it.each(['unexpectedError', 'serverError', 'gatewayTimeoutError', 'deadline'])(
    'is unknown after %s',
    (type) => {
      expect(readMove({ kind: 'failed', type }, 'void')).toMatchObject({ kind: 'unknown' });
    },
  );

  it('is refused where we were turned away at the door', () => {
    expect(readMove({ kind: 'failed', type: 'notFoundError' }, 'void')).toMatchObject({
      code: 'notFoundError',
    });
  });

  it('is unknown where the processor has seen it before', () => {
    expect(refused('915233')).toMatchObject({ kind: 'unknown' });
    const transaction = { status: 'gateway_rejected', gatewayRejectionReason: 'duplicate' };
    expect(answered(transaction, false)).toMatchObject({ kind: 'unknown' });
  });
});
