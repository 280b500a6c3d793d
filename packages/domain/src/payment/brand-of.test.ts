import { describe, expect, it } from 'vitest';
import { brandOf, endsInFigures, splitBrand } from './brand-of.ts';

describe('what a payment was made with', () => {
  it.each([
    [{ brand: 'Visa' }, 'Visa', { brand: 'Visa' }],
    [{ kind: 'card', brand: 'Visa' }, 'Visa', { brand: 'Visa' }],
    [{ kind: 'apple-pay', brand: 'Visa' }, 'Apple Pay Visa', { wallet: 'Apple Pay', brand: 'Visa' }],
    [{ kind: 'google-pay', brand: 'Visa' }, 'Google Pay Visa', { wallet: 'Google Pay', brand: 'Visa' }],
    [{ kind: 'paypal', brand: 'PayPal' }, 'PayPal', { brand: 'PayPal' }],
  ] as const)('%o is named %s, and the wallet can be told from the card in it', (face, name, parts) => {
    expect(brandOf(face)).toBe(name);
    expect(splitBrand(name)).toEqual(parts);
    expect(brandOf({ ...face, brand: name })).toBe(name);
  });

  it('tells the figures of a card from the name of an owner', () => {
    expect([endsInFigures('4242'), endsInFigures('ja***@example.com')]).toEqual([true, false]);
  });
});
