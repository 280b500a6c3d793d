import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { joinAmounts } from './join-amounts.ts';

describe('joinAmounts', () => {
  it('is one sum where there is one currency', () => {
    expect(joinAmounts([money(2000, 'USD'), money(550, 'USD')], 'en')).toBe('$25.50');
  });

  it('adds up no two currencies, and names each sum', () => {
    const amounts = [money(2000, 'USD'), money(3000, 'EUR'), money(100, 'USD')];
    expect(joinAmounts(amounts, 'en')).toBe('$21.00 and €30.00');
    expect(joinAmounts(amounts, 'de').replaceAll('\u00a0', ' ')).toBe('21,00 $ und 30,00 €');
  });
});
