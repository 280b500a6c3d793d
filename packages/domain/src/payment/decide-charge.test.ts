import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Currency, type Money, money } from '../money/money.ts';
import { type ChargeFacts, type ChargeRefusal, decideCharge } from './decide-charge.ts';

const usd = (minor: number) => money(minor, 'USD');
const LIVE = [{ id: 'p', state: 'unknown' as const }];

function facts(amountDue: Money, agreed: Money, change: Partial<ChargeFacts> = {}): ChargeFacts {
  const parts = [{ invoiceId: 'b1', amountMinor: agreed.minor, isPartial: false, amountDue }];
  return { parts, agreed, live: [], minimumMinor: 1000, ...change };
}

const part = (amountDue: Money, agreed: Money, minimumMinor: number | null = 1000): ChargeFacts => ({
  ...facts(amountDue, agreed),
  parts: [{ invoiceId: 'b1', amountMinor: agreed.minor, isPartial: true, amountDue }],
  minimumMinor,
});

const two = (first: number, second: number, agreed = 10_000): ChargeFacts => ({
  ...facts(usd(0), usd(agreed)),
  parts: [
    { invoiceId: 'b1', amountMinor: 8420, isPartial: false, amountDue: usd(first) },
    { invoiceId: 'b2', amountMinor: 1580, isPartial: false, amountDue: usd(second) },
  ],
});

describe('decideCharge', () => {
  it.each<[string, ChargeFacts, Money]>([
    ['what is due where that is what was agreed to', facts(usd(8420), usd(8420)), usd(8420)],
    ['a part of it', part(usd(8420), usd(5000)), usd(5000)],
    ['a part that has become the whole', part(usd(5000), usd(5000)), usd(5000)],
    ['less than the minimum where no more is due', part(usd(300), usd(300)), usd(300)],
    ['several bills at once', two(8420, 1580), usd(10_000)],
  ])('charges %s', (_, given, amount) => {
    expect(decideCharge(given)).toEqual({ kind: 'charge', amount });
  });

  it.each<[string, ChargeFacts, ChargeRefusal]>([
    ['a payment is under way', facts(usd(8420), usd(8420), { live: LIVE }), 'in-flight'],
    ['one is under way and nothing seems due', facts(usd(0), usd(8420), { live: LIVE }), 'in-flight'],
    ['nothing is due', facts(usd(0), usd(8420)), 'nothing-due'],
    ['nothing is due and nothing was agreed to', facts(usd(0), usd(0)), 'nothing-due'],
    ['less than nothing is due', facts(usd(-5), usd(-5)), 'nothing-due'],
    ['less is due', facts(usd(8419), usd(8420)), 'amount-changed'],
    ['more is due', facts(usd(8421), usd(8420)), 'amount-changed'],
    ['it is in another currency', facts(usd(8420), money(8420, 'EUR')), 'amount-changed'],
    ['less is due than the part', part(usd(4999), usd(5000)), 'amount-changed'],
    ['the part is nothing', part(usd(8420), usd(0)), 'amount-changed'],
    ['the part is below the minimum', part(usd(8420), usd(999)), 'below-minimum'],
    ['the biller takes whole bills only', part(usd(8420), usd(5000), null), 'below-minimum'],
    ['one of several was paid meanwhile', two(0, 1580), 'amount-changed'],
    ['all of several were', two(0, 0), 'nothing-due'],
    ['the parts are not what was agreed to in all', two(8420, 1580, 9999), 'amount-changed'],
    ['there are no parts', { ...facts(usd(1), usd(1)), parts: [] }, 'nothing-due'],
  ])('refuses where %s', (_, given, refusal) => {
    expect(decideCharge(given)).toEqual({ kind: 'refused', refusal });
  });

  it('never charges another amount than was agreed to, or more than is due on any bill', () => {
    const aPart = fc.record({
      invoiceId: fc.constant('b'),
      amountMinor: fc.integer({ min: -1, max: 5 }),
      isPartial: fc.boolean(),
      amountDue: fc.record({
        minor: fc.integer({ min: -1, max: 5 }),
        currency: fc.constantFrom<Currency>('USD', 'EUR'),
      }),
    });
    const someFacts = fc.record({
      parts: fc.array(aPart, { maxLength: 3 }),
      agreed: fc.record({
        minor: fc.integer({ min: -1, max: 9 }),
        currency: fc.constantFrom<Currency>('USD', 'EUR'),
      }),
      live: fc.array(fc.constant({ id: 'p', state: 'started' as const }), { maxLength: 1 }),
      minimumMinor: fc.constantFrom(null, 0, 2),
    });
    fc.assert(
      fc.property(someFacts, (given) => {
        const decision = decideCharge(given);
        if (decision.kind !== 'charge') return;
        expect(decision.amount).toEqual(given.agreed);
        expect(decision.amount.minor).toBe(given.parts.reduce((sum, one) => sum + one.amountMinor, 0));
        expect(given.live).toEqual([]);
        for (const { amountMinor, amountDue, isPartial } of given.parts) {
          expect(amountMinor).toBeGreaterThan(0);
          expect(amountMinor).toBeLessThanOrEqual(amountDue.minor);
          expect(isPartial || amountMinor === amountDue.minor).toBe(true);
          expect(amountDue.currency).toBe(given.agreed.currency);
        }
      }),
    );
  });
});
