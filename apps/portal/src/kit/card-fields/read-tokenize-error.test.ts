import { describe, expect, it } from 'vitest';
import { readTokenizeError } from './read-tokenize-error.ts';

describe('readTokenizeError', () => {
  it.each([
    [
      { code: 'HOSTED_FIELDS_FIELDS_EMPTY' },
      { fields: { number: 'empty', expirationDate: 'empty', cvv: 'empty' } },
    ],
    [
      { code: 'HOSTED_FIELDS_FIELDS_INVALID', details: { invalidFieldKeys: ['cvv', 'number'] } },
      { fields: { number: 'wrong', cvv: 'wrong' } },
    ],
    [{ code: 'HOSTED_FIELDS_TOKENIZATION_CVV_VERIFICATION_FAILED' }, { fields: { cvv: 'wrong' } }],
    [{ code: 'HOSTED_FIELDS_TOKENIZATION_NETWORK_ERROR' }, { fields: {}, general: 'network' }],
    [{ code: 'HOSTED_FIELDS_FAILED_TOKENIZATION' }, { fields: {}, general: 'failed' }],
    [
      { code: 'HOSTED_FIELDS_FIELDS_INVALID', details: { invalidFieldKeys: ['postalCode'] } },
      { fields: {}, general: 'failed' },
    ],
    [{ code: 'NOT_CONFIRMED' }, { fields: {}, general: 'unconfirmed' }],
    [{ code: 'THREEDS_VERIFY_CARD_CANCELED_BY_MERCHANT' }, { fields: {}, general: 'unconfirmed' }],
    [new Error('anything'), { fields: {}, general: 'failed' }],
    [undefined, { fields: {}, general: 'failed' }],
  ])('reads %o', (error, trouble) => {
    expect(readTokenizeError(error)).toEqual(trouble);
  });
});
