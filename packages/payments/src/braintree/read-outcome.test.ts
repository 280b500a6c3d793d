import type { DeclineKind } from '@kvitt/domain/payment/outcome';
import { describe, expect, it } from 'vitest';
import type { VendorTransaction } from './braintree-vendor.ts';
import { readOutcome, readTransaction } from './read-outcome.ts';
import { readSale } from './read-sale.ts';

const SALE: VendorTransaction = {
  id: 'bt1',
  type: 'sale',
  status: 'submitted_for_settlement',
  amount: '84.20',
  currencyIsoCode: 'USD',
  orderId: 'pay-1',
  processorResponseCode: '1000',
  creditCard: {
    token: 'tok',
    cardType: 'MasterCard',
    last4: '4444',
    expirationMonth: '09',
    expirationYear: '2031',
  },
  customer: { id: 'cus' },
};
const CARD = { brand: 'Mastercard', last4: '4444', expMonth: 9, expYear: 2031 };

const answered = (transaction: VendorTransaction, success = true) =>
  readOutcome({ kind: 'answered', value: { success, transaction } }, 'USD');
const failed = (type: string) => readOutcome({ kind: 'failed', type }, 'USD');
const invalid = (...codes: string[]) =>
  readOutcome(
    {
      kind: 'answered',
      value: {
        success: false,
        errors: { deepErrors: () => codes.map((code) => ({ code, message: 'words' })) },
      },
    },
    'USD',
  );
const declined = (processorResponseCode: string, processorResponseType = 'hard_declined') =>
  answered({ ...SALE, status: 'processor_declined', processorResponseCode, processorResponseType }, false);
const rejected = (gatewayRejectionReason: string) =>
  answered({ ...SALE, status: 'gateway_rejected', gatewayRejectionReason }, false);

describe('an approval', () => {
  it('is told with the cents that the processor took, and the card as people know it', () => {
    expect(answered(SALE)).toEqual({
      kind: 'approved',
      vendorId: 'bt1',
      minor: 8420,
      card: CARD,
      vaulted: { token: 'tok', customerId: 'cus' },
    });
  });

  it.each(['submitted_for_settlement', 'settling', 'settled', 'settlement_confirmed'])(
    'holds for %s',
    (status) => {
      expect(answered({ ...SALE, status })).toMatchObject({ kind: 'approved' });
    },
  );

  it.each(['authorized', 'authorizing', 'settlement_pending', 'a word of tomorrow'])(
    'is not made of a sale that is only %s',
    (status) => {
      expect(answered({ ...SALE, status })).toMatchObject({ kind: 'unknown' });
    },
  );

  it('is never made of an answer that lacks the id, the amount or the status', () => {
    expect(answered({ ...SALE, id: undefined })).toMatchObject({ kind: 'unknown' });
    expect(answered({ ...SALE, amount: 'many' })).toMatchObject({ kind: 'unknown' });
    expect(answered({ ...SALE, status: undefined })).toMatchObject({ kind: 'unknown' });
    expect(readOutcome({ kind: 'answered', value: { success: true } }, 'USD')).toMatchObject({
      kind: 'unknown',
    });
  });

  it('in another currency than we asked for is for a person to look at', () => {
    expect(answered({ ...SALE, currencyIsoCode: 'SEK' })).toMatchObject({ kind: 'unknown' });
  });

  it('is read from the status, not from the success of the call', () => {
    // With a request key the vendor answers 200 with the state of the first request, whatever that was.
    expect(
      answered({ ...SALE, status: 'processor_declined', processorResponseCode: '2001' }, true),
    ).toMatchObject({ kind: 'declined', decline: 'insufficient-funds' });
  });
});

describe('a lost answer', () => {
  it.each([
    'unexpectedError',
    'requestTimeoutError',
    'gatewayTimeoutError',
    'serverError',
    'serviceUnavailableError',
    'deadline',
    'unreadable',
    'anErrorOfTomorrow',
    '__proto__',
    'constructor',
  ])('is unknown: %s', (type) => {
    expect(failed(type)).toEqual({ kind: 'unknown', reason: `no answer (${type})` });
  });

  it.each([
    ['authenticationError', 'configuration'],
    ['authorizationError', 'configuration'],
    ['upgradeRequired', 'configuration'],
    ['notFoundError', 'configuration'],
    ['tooManyRequestsError', 'try-later'],
  ])('is not what %s is: we were turned away at the door', (type, decline) => {
    expect(failed(type)).toMatchObject({ kind: 'declined', decline, code: type });
  });
});

describe('the words "seen before"', () => {
  it('never count as "not charged": the gateway rejects a duplicate of a sale that succeeded', () => {
    expect(rejected('duplicate')).toMatchObject({ kind: 'unknown' });
    expect(declined('2016', 'soft_declined')).toMatchObject({ kind: 'unknown' });
  });

  it.each(['915232', '915233', '915234', '915235'])(
    'leave it to the search, with request keys too: %s',
    (code) => {
      expect(invalid(code)).toMatchObject({ kind: 'unknown' });
      expect(invalid('81715', code)).toMatchObject({ kind: 'unknown' });
    },
  );

  it('are a refusal on the record of the second request itself, which took nothing', () => {
    const record = { ...SALE, status: 'gateway_rejected', gatewayRejectionReason: 'duplicate' };
    expect(readTransaction(record, 'USD')).toMatchObject({ kind: 'declined', decline: 'duplicate' });
    expect(readSale(record, 'USD')).toMatchObject({ status: 'declined' });
  });
});

describe('a refusal', () => {
  it.each<[string, DeclineKind]>([
    ['2000', 'try-later'],
    ['2001', 'insufficient-funds'],
    ['2002', 'try-later'],
    ['2003', 'try-later'],
    ['2004', 'card-expired'],
    ['2005', 'card-data'],
    ['2006', 'card-data'],
    ['2007', 'card-refused'],
    ['2010', 'card-data'],
    ['2012', 'card-refused'],
    ['2014', 'card-refused'],
    ['2015', 'card-refused'],
    ['2018', 'card-refused'],
    ['2026', 'configuration'],
    ['2038', 'try-later'],
    ['2046', 'try-later'],
    ['2047', 'card-refused'],
    ['2057', 'card-refused'],
    ['2060', 'card-data'],
  ])('by the processor with %s is %s', (code, decline) => {
    expect(declined(code)).toMatchObject({ kind: 'declined', decline, code, vendorId: 'bt1', card: CARD });
  });

  it("with a number that nobody knows follows the processor's own word for how final it is", () => {
    expect(declined('2999', 'soft_declined')).toMatchObject({ decline: 'try-later' });
    expect(declined('2999', 'hard_declined')).toMatchObject({ decline: 'card-refused' });
  });

  it('passes when the processor itself was out of order', () => {
    expect(answered({ ...SALE, status: 'failed', processorResponseCode: '3000' }, false)).toMatchObject({
      decline: 'try-later',
      code: '3000',
    });
    expect(declined('3001', 'hard_declined')).toMatchObject({ decline: 'try-later' });
  });

  it.each<[string, DeclineKind]>([
    ['cvv', 'card-data'],
    ['avs', 'card-data'],
    ['avs_and_cvv', 'card-data'],
    ['fraud', 'fraud'],
    ['risk_threshold', 'fraud'],
    ['application_incomplete', 'configuration'],
    ['three_d_secure', 'needs-authentication'],
    ['a reason of tomorrow', 'card-refused'],
    ['constructor', 'card-refused'],
  ])('by the gateway for %s is %s', (reason, decline) => {
    expect(rejected(reason)).toMatchObject({ kind: 'declined', decline, code: reason });
  });

  it.each<[string[], DeclineKind]>([
    [['91518'], 'not-found'],
    [['91565'], 'card-data'],
    [['91564'], 'card-data'],
    [['93107'], 'card-data'],
    [['81715'], 'card-data'],
    [['81703'], 'card-refused'],
    [['91501'], 'configuration'],
    [['91508', '81709'], 'card-data'],
    [['99999'], 'configuration'],
  ])('of the request with %j is %s', (codes, decline) => {
    expect(invalid(...codes)).toEqual({ kind: 'declined', decline, code: codes[0], text: 'words' });
  });

  it('needs a reason: an empty "no" is unknown', () => {
    expect(invalid()).toMatchObject({ kind: 'unknown' });
  });
});

describe('a sale as the search shows it', () => {
  it.each([
    ['submitted_for_settlement', 'captured', 'approved'],
    ['settling', 'captured', 'approved'],
    ['settled', 'settled', 'approved'],
    ['voided', 'voided', 'declined'],
    ['authorization_expired', 'declined', 'declined'],
    ['settlement_declined', 'declined', 'declined'],
    ['processor_declined', 'declined', 'declined'],
    ['authorized', 'pending', 'unknown'],
    ['a word of tomorrow', 'pending', 'unknown'],
  ])('%s is %s and %s', (status, sale, outcome) => {
    expect(readSale({ ...SALE, status }, 'USD')).toMatchObject({
      status: sale,
      paymentId: 'pay-1',
      amount: { minor: 8420, currency: 'USD' },
      outcome: { kind: outcome },
    });
  });

  it('takes the currency of the record before ours, and none that we do not bill in', () => {
    expect(readSale({ ...SALE, currencyIsoCode: 'SEK' }, 'USD')).toMatchObject({
      amount: { currency: 'SEK' },
    });
    expect(readSale({ ...SALE, currencyIsoCode: undefined }, 'EUR')).toMatchObject({
      amount: { currency: 'EUR' },
    });
    expect(readSale({ ...SALE, currencyIsoCode: 'JPY' }, 'USD')).toBeUndefined();
  });
});
