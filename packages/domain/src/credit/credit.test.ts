import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MONEY_RULES } from '../payment/money-rules.ts';
import { decideGrant, type GrantFacts } from './decide-grant.ts';
import { planUses } from './plan-uses.ts';

const GIVEN: GrantFacts = { kind: 'goodwill', amountMinor: 500, expiresOn: null, hadPaperless: false };
const decide = (change: Partial<GrantFacts>, paperlessMinor = 500) =>
  decideGrant({ ...GIVEN, ...change }, { ...DEFAULT_MONEY_RULES.credit, paperlessMinor }, '2026-11-20');

describe('decideGrant', () => {
  it.each<[string, Partial<GrantFacts>, string | undefined]>([
    ['so much as an agent may', { amountMinor: 2_500, role: 'agent' }, undefined],
    ['more than an agent may', { amountMinor: 2_501, role: 'agent' }, 'over-limit'],
    ['so much as a lead may', { amountMinor: 10_000, role: 'lead' }, undefined],
    ['more than a manager may', { amountMinor: 10_001, role: 'manager' }, 'over-limit'],
    ['anything by an admin', { amountMinor: 1_000_000, role: 'admin' }, undefined],
    ['anything by who only looks', { amountMinor: 1, role: 'read-only' }, 'over-limit'],
    ['nothing', { amountMinor: 0 }, 'bad-amount'],
    ['a fraction', { amountMinor: 1.5 }, 'bad-amount'],
    ['one whose day is over', { expiresOn: '2026-11-19' }, 'bad-day'],
    ['one that ends today', { expiresOn: '2026-11-20' }, undefined],
    ['a second one for doing without paper', { kind: 'paperless', hadPaperless: true }, 'granted-before'],
  ])('answers for %s', (_, change, refusal) => {
    expect(decide(change)).toBe(refusal);
  });

  it('gives none for doing without paper where the biller offers none', () => {
    expect(decide({ kind: 'paperless' }, 0)).toBe('not-offered');
  });
});

const aCredit = fc.record({
  creditId: fc.uuid(),
  leftMinor: fc.integer({ min: 1, max: 10_000 }),
  expiresOn: fc.constantFrom('2026-12-01', '2027-01-01', null),
});
const aBill = fc.record({
  invoiceId: fc.uuid(),
  dueOn: fc.constantFrom('2026-11-27', '2026-12-27'),
  dueMinor: fc.integer({ min: 1, max: 10_000 }),
});
const sumOf = (all: readonly { amountMinor: number }[]) => all.reduce((sum, one) => sum + one.amountMinor, 0);

describe('planUses', () => {
  it('uses as much as there is of both, of no credit more than is left, and for no bill more than is due', () => {
    fc.assert(
      fc.property(
        fc.array(aCredit, { maxLength: 4 }),
        fc.array(aBill, { maxLength: 4 }),
        (credits, bills) => {
          const uses = planUses(credits, bills);
          const left = credits.reduce((sum, { leftMinor }) => sum + leftMinor, 0);
          const due = bills.reduce((sum, { dueMinor }) => sum + dueMinor, 0);
          expect(sumOf(uses)).toBe(Math.min(left, due));
          for (const { creditId, leftMinor } of credits) {
            expect(sumOf(uses.filter((use) => use.creditId === creditId))).toBeLessThanOrEqual(leftMinor);
          }
          for (const { invoiceId, dueMinor } of bills) {
            expect(sumOf(uses.filter((use) => use.invoiceId === invoiceId))).toBeLessThanOrEqual(dueMinor);
          }
        },
      ),
    );
  });

  it('begins with what expires first, and with the bill that is due first', () => {
    const credits = [
      { creditId: 'forever', leftMinor: 500, expiresOn: null },
      { creditId: 'soon', leftMinor: 300, expiresOn: '2026-12-01' },
    ];
    const bills = [
      { invoiceId: 'later', dueOn: '2026-12-27', dueMinor: 1_000 },
      { invoiceId: 'first', dueOn: '2026-11-27', dueMinor: 400 },
    ];
    expect(planUses(credits, bills)).toEqual([
      { creditId: 'soon', invoiceId: 'first', amountMinor: 300 },
      { creditId: 'forever', invoiceId: 'first', amountMinor: 100 },
      { creditId: 'forever', invoiceId: 'later', amountMinor: 400 },
    ]);
  });
});
