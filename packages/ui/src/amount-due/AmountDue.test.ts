import { money } from '@kvitt/domain/money/money';
import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import AmountDue from './AmountDue.vue';

describe('AmountDue', () => {
  it.each([
    [money(8420, 'USD'), 'en-US', '$84.20', '$84', true],
    [money(128400050, 'USD'), 'en-US', '$1,284,000.50', '$1,284,000', true],
    [money(5, 'USD'), 'es-US', '$0.05', '$0', true],
    [money(8420, 'GBP'), 'en-GB', '£84.20', '£84.', false],
    [money(123450, 'SEK'), 'sv-SE', '1\u00a0234,50\u00a0kr', '1\u00a0234,', false],
  ] as const)('says %o in %s as %s', (amount, locale, aloud, before, isRaised) => {
    const root = mount(AmountDue, { amount, locale });
    expect(root.querySelector('.sr-only')?.textContent).toBe(aloud);
    const shown = root.querySelector('[aria-hidden]');
    expect(shown?.textContent?.startsWith(before)).toBe(true);
    expect(shown?.querySelector('.amount-due__minor--raised') !== null).toBe(isRaised);
  });

  it('keeps the last cent of an amount that floating point would lose', () => {
    const root = mount(AmountDue, { amount: money(900719925474091, 'USD'), locale: 'en-US' });
    expect(root.querySelector('.sr-only')?.textContent).toBe('$9,007,199,254,740.91');
  });
});
