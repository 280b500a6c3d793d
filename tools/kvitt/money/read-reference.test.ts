import { randomUUID } from 'node:crypto';
import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import { describe, expect, it } from 'vitest';
import { REFERENCES, readReference } from './read-reference.ts';

describe('readReference', () => {
  it('leads from the reference of any payment back to the tail of its id', () => {
    for (const id of Array.from({ length: 200 }, () => randomUUID())) {
      const tail = Number(BigInt(`0x${id.slice(-12)}`) % BigInt(REFERENCES));
      expect(readReference(paymentReference(id))).toBe(tail);
      expect(readReference(paymentReference(id).toLowerCase())).toBe(tail);
    }
  });

  it.each(['', '8F3K2T', '8F3K2TQQ', '8F3K2T0', 'hello!!'])('takes %j for no reference', (text) => {
    expect(readReference(text)).toBeUndefined();
  });
});
