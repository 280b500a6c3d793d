import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import CardBrand from './CardBrand.vue';

describe('CardBrand', () => {
  it.each([
    ['Visa', 'visa'],
    ['MasterCard', 'mastercard'],
    ['master-card', 'mastercard'],
    ['American Express', 'american-express'],
    ['american-express', 'american-express'],
    ['diners-club', 'diners-club'],
    ['UnionPay', 'unionpay'],
    ['Hiper', 'other'],
    ['', 'other'],
  ])('draws %s as %s', (brand, mark) => {
    const svg = mount(CardBrand, { brand }).querySelector('svg');
    expect(svg?.classList.contains(`card-brand--${mark}`)).toBe(true);
    expect(svg?.getAttribute('aria-hidden')).toBe('true');
  });
});
