import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentReference } from './payment-reference.ts';

describe('paymentReference', () => {
  it('is seven characters that are not misheard, and the same for the same payment', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(paymentReference(id)).toMatch(/^[2-9A-HJKMNP-TV-Z]{7}$/);
        expect(paymentReference(id.toUpperCase())).toBe(paymentReference(id));
      }),
    );
  });

  it('differs for payments that were made one after the other', () => {
    const ids = Array.from(
      { length: 2_000 },
      (_, n) => `01a1f978-b968-7c1b-8c96-${(0x2fdfb1a336ec + n).toString(16).padStart(12, '0')}`,
    );
    expect(new Set(ids.map(paymentReference)).size).toBe(2_000);
  });

  it('differs for ten thousand payments of any ids: 21 thousand million leave room for them', () => {
    const ids = fc.sample(fc.noBias(fc.uuid()), { numRuns: 10_000, seed: 8420 });
    expect(new Set(ids.map(paymentReference)).size).toBe(new Set(ids).size);
  });
});
