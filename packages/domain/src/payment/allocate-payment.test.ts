import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Currency, money } from '../money/money.ts';
import { type AllocationRefusal, allocatePayment, type DueBill, type PayWish } from './allocate-payment.ts';

const usd = (minor: number) => money(minor, 'USD');
const bill = (invoiceId: string, minor: number, dueOn: string, currency: Currency = 'USD'): DueBill => ({
  invoiceId,
  amountDue: money(minor, currency),
  dueOn,
});
const OLD = bill('old', 5000, '2026-10-27');
const NEW = bill('new', 8420, '2026-11-27');
const split = (bills: DueBill[], wish: PayWish, minimum: number | null = 1000) => {
  const answer = allocatePayment(bills, wish, minimum);
  return answer.kind === 'allocated'
    ? answer.parts.map(({ invoiceId, amountMinor }) => `${invoiceId} ${amountMinor}`).join(', ')
    : answer.refusal;
};

describe('allocatePayment', () => {
  it.each<[string, DueBill[], PayWish, string]>([
    ['all of it', [NEW, OLD], { kind: 'whole' }, 'old 5000, new 8420'],
    ['one bill that was chosen', [NEW, OLD], { kind: 'whole', bills: ['new'] }, 'new 8420'],
    ['a bill that was named twice, once', [NEW], { kind: 'whole', bills: ['new', 'new'] }, 'new 8420'],
    [
      'an amount to the oldest due first',
      [NEW, OLD],
      { kind: 'amount', amount: usd(6000) },
      'old 5000, new 1000',
    ],
    ['an amount that ends with the first', [NEW, OLD], { kind: 'amount', amount: usd(4000) }, 'old 4000'],
    [
      'an amount in the order of the choice',
      [OLD, NEW],
      { kind: 'amount', amount: usd(9000), bills: ['new', 'old'] },
      'new 8420, old 580',
    ],
    [
      'less than the minimum where no more is due',
      [bill('b', 300, '2026-11-27')],
      { kind: 'whole' },
      'b 300',
    ],
  ])('gives %s', (_, bills, wish, wanted) => {
    expect(split(bills, wish)).toBe(wanted);
  });

  it.each<[AllocationRefusal, string, DueBill[], PayWish, number | null]>([
    ['nothing-due', 'no bill is open', [], { kind: 'whole' }, 1000],
    ['unknown-bill', 'a chosen bill is not open', [NEW], { kind: 'whole', bills: ['other'] }, 1000],
    ['too-much', 'more is offered than is due', [NEW], { kind: 'amount', amount: usd(8421) }, 1000],
    ['below-minimum', 'less is offered than is taken', [NEW], { kind: 'amount', amount: usd(999) }, 1000],
    ['below-minimum', 'nothing is offered', [NEW], { kind: 'amount', amount: usd(0) }, 0],
    ['partial-not-taken', 'the biller takes whole bills', [NEW], { kind: 'amount', amount: usd(8000) }, null],
    [
      'several-currencies',
      'the bills are in two currencies',
      [NEW, bill('e', 100, '2026-11-27', 'EUR')],
      { kind: 'whole' },
      1000,
    ],
    [
      'several-currencies',
      'the offer is in another',
      [NEW],
      { kind: 'amount', amount: money(8420, 'EUR') },
      1000,
    ],
  ])('refuses as %s where %s', (refusal, _, bills, wish, minimum) => {
    expect(split(bills, wish, minimum)).toBe(refusal);
  });

  const bills = fc.uniqueArray(
    fc.record({
      invoiceId: fc.string({ minLength: 1, maxLength: 3 }),
      amountDue: fc.integer({ min: -50, max: 20_000 }).map(usd),
      dueOn: fc.constantFrom('2026-09-27', '2026-10-27', '2026-11-27'),
    }),
    { selector: ({ invoiceId }) => invoiceId, maxLength: 6 },
  );

  it('gives what was offered, to the cent, and no bill more than is due on it', () => {
    fc.assert(
      fc.property(
        bills,
        fc.integer({ min: -5, max: 60_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        (all, offer, least) => {
          const answer = allocatePayment(all, { kind: 'amount', amount: usd(offer) }, least);
          if (answer.kind === 'refused') return;
          expect(answer.total.minor).toBe(offer);
          expect(answer.parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(offer);
          for (const { invoiceId, amountMinor, isPartial } of answer.parts) {
            const due = all.find((other) => other.invoiceId === invoiceId)?.amountDue.minor ?? 0;
            expect(amountMinor).toBeGreaterThan(0);
            expect(amountMinor).toBeLessThanOrEqual(due);
            expect(isPartial).toBe(amountMinor < due);
          }
        },
      ),
    );
  });

  it('leaves an older bill open only where nothing went to a younger one, and one bill at the most half paid', () => {
    fc.assert(
      fc.property(bills, fc.integer({ min: 1, max: 60_000 }), (all, offer) => {
        const answer = allocatePayment(all, { kind: 'amount', amount: usd(offer) }, 0);
        if (answer.kind === 'refused') return;
        const paid = answer.parts.map(
          ({ invoiceId }) => all.find((one) => one.invoiceId === invoiceId)?.dueOn ?? '',
        );
        expect([...paid].sort()).toEqual(paid);
        expect(answer.parts.slice(0, -1).every(({ isPartial }) => !isPartial)).toBe(true);
      }),
    );
  });
});
