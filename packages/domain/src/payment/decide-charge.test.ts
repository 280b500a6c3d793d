import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Currency, money } from '../money/money.ts';
import { type ChargeRefusal, decideCharge } from './decide-charge.ts';

const usd = (minor: number) => money(minor, 'USD');
const LIVE = [{ id: 'p', state: 'unknown' as const }];

describe('decideCharge', () => {
  it('charges what is due where that is what was agreed to, and nothing is under way', () => {
    expect(decideCharge({ amountDue: usd(8420), agreed: usd(8420), live: [] })).toEqual({
      kind: 'charge',
      amount: usd(8420),
    });
  });

  it.each<[string, Parameters<typeof decideCharge>[0], ChargeRefusal]>([
    ['a payment is under way', { amountDue: usd(8420), agreed: usd(8420), live: LIVE }, 'in-flight'],
    [
      'one is under way and nothing seems due',
      { amountDue: usd(0), agreed: usd(8420), live: LIVE },
      'in-flight',
    ],
    ['nothing is due', { amountDue: usd(0), agreed: usd(8420), live: [] }, 'nothing-due'],
    [
      'nothing is due and nothing was agreed to',
      { amountDue: usd(0), agreed: usd(0), live: [] },
      'nothing-due',
    ],
    ['less than nothing is due', { amountDue: usd(-5), agreed: usd(-5), live: [] }, 'nothing-due'],
    ['less is due', { amountDue: usd(8419), agreed: usd(8420), live: [] }, 'amount-changed'],
    ['more is due', { amountDue: usd(8421), agreed: usd(8420), live: [] }, 'amount-changed'],
    [
      'it is in another currency',
      { amountDue: usd(8420), agreed: money(8420, 'EUR'), live: [] },
      'amount-changed',
    ],
  ])('refuses where %s', (_, facts, refusal) => {
    expect(decideCharge(facts)).toEqual({ kind: 'refused', refusal });
  });

  it('never charges more, or less, or in other money, than was agreed to and is due', () => {
    const anAmount = fc.record({
      minor: fc.integer({ min: -1, max: 5 }),
      currency: fc.constantFrom<Currency>('USD', 'EUR'),
    });
    const live = fc.array(
      fc.record({ id: fc.uuid(), state: fc.constantFrom('started' as const, 'unknown' as const) }),
      {
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(anAmount, anAmount, live, (amountDue, agreed, underWay) => {
        const decision = decideCharge({ amountDue, agreed, live: underWay });
        if (decision.kind !== 'charge') return;
        expect(decision.amount).toEqual(amountDue);
        expect(decision.amount).toEqual(agreed);
        expect(decision.amount.minor).toBeGreaterThan(0);
        expect(underWay).toEqual([]);
      }),
    );
  });
});
