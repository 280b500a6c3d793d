import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentState } from '../payment/payment.ts';
import { decideRefund, type RefundFacts } from './decide-refund.ts';
import { decideUndo, type UndoFacts } from './decide-undo.ts';
import { unwindFee } from './unwind-fee.ts';
import { unwindParts } from './unwind-parts.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const PAID: UndoFacts = { state: 'approved', finishedAt: ago(60_000), isTakenBack: false, refunds: 0 };

describe('decideUndo', () => {
  it('undoes a payment of moments ago, until the instant at which its minutes end', () => {
    expect(decideUndo(PAID, 10, NOW)).toEqual({ kind: 'undo' });
    expect(decideUndo({ ...PAID, finishedAt: ago(599_999) }, 10, NOW)).toEqual({ kind: 'undo' });
    expect(decideUndo({ ...PAID, finishedAt: ago(600_000) }, 10, NOW)).toMatchObject({ refusal: 'TOO_LATE' });
    expect(decideUndo({ ...PAID, isDisputed: true }, 10, NOW)).toMatchObject({ refusal: 'TOO_LATE' });
  });

  it.each<[string, Partial<UndoFacts>, string]>([
    ['its outcome is awaited', { state: 'started', finishedAt: null }, 'IN_FLIGHT'],
    ['its answer was lost', { state: 'unknown', finishedAt: null }, 'IN_FLIGHT'],
    ['it was declined', { state: 'declined' }, 'NOTHING_TO_UNDO'],
    ['it was undone', { state: 'voided' }, 'NOTHING_TO_UNDO'],
    ['it came late and goes back anyway', { isTakenBack: true }, 'NOTHING_TO_UNDO'],
    ['it is being given back', { refunds: 1 }, 'NOTHING_TO_UNDO'],
  ])('refuses where %s', (_, change, refusal) => {
    expect(decideUndo({ ...PAID, ...change }, 10, NOW)).toEqual({ kind: 'refused', refusal });
  });
});

const CAPTURED: RefundFacts = {
  state: 'approved',
  amountMinor: 10_000,
  isTakenBack: false,
  refundedMinor: 0,
  isRefunding: false,
};

describe('decideRefund', () => {
  it.each<[string, number, Partial<RefundFacts>, string]>([
    ['all of it', 10_000, {}, 'start'],
    ['a part', 1, {}, 'start'],
    ['what is left', 4_000, { refundedMinor: 6_000 }, 'start'],
    ['more than is left', 4_001, { refundedMinor: 6_000 }, 'too-much'],
    ['nothing', 0, {}, 'bad-amount'],
    ['a fraction', 1.5, {}, 'bad-amount'],
    ['a payment that took nothing', 1, { state: 'declined' as PaymentState }, 'nothing-captured'],
    ['one that is on its way back', 1, { isTakenBack: true }, 'nothing-captured'],
    ['while another refund is under way', 1, { isRefunding: true }, 'refund-in-flight'],
  ])('answers for %s', (_, wanted, change, answer) => {
    const decision = decideRefund({ ...CAPTURED, ...change }, wanted, 10_000);
    expect(decision.kind === 'refused' ? decision.refusal : decision.kind).toBe(answer);
  });

  it('waits for a second person above the limit, counting what went back before', () => {
    expect(decideRefund(CAPTURED, 5_001, 5_000).kind).toBe('wait');
    expect(decideRefund({ ...CAPTURED, refundedMinor: 4_000 }, 1_001, 5_000).kind).toBe('wait');
    expect(decideRefund({ ...CAPTURED, refundedMinor: 4_000 }, 1_000, 5_000).kind).toBe('start');
  });
});

describe('unwindParts', () => {
  const parts = fc.uniqueArray(
    fc
      .record({
        invoiceId: fc.string({ minLength: 1, maxLength: 3 }),
        amountMinor: fc.integer({ min: 1, max: 9_000 }),
      })
      .chain((part) =>
        fc.integer({ min: 0, max: part.amountMinor }).map((unwoundMinor) => ({ ...part, unwoundMinor })),
      ),
    { selector: ({ invoiceId }) => invoiceId, minLength: 1, maxLength: 5 },
  );

  it('takes exactly the amount, from each part no more than is left of it', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (all, seed) => {
        const left = all.reduce((sum, part) => sum + part.amountMinor - part.unwoundMinor, 0);
        const amount = left === 0 ? 0 : (seed % left) + 1;
        const unwound = unwindParts(all, amount);
        expect(unwound.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(amount);
        for (const { invoiceId, amountMinor } of unwound) {
          const part = all.find((one) => one.invoiceId === invoiceId);
          expect(amountMinor).toBeLessThanOrEqual((part?.amountMinor ?? 0) - (part?.unwoundMinor ?? 0));
        }
        expect(() => unwindParts(all, left + 1)).toThrow(RangeError);
      }),
    );
  });

  it('begins with the last bill that the payment came to', () => {
    const split = [
      { invoiceId: 'old', amountMinor: 5_000, unwoundMinor: 0 },
      { invoiceId: 'new', amountMinor: 1_000, unwoundMinor: 0 },
    ];
    expect(unwindParts(split, 1_500)).toEqual([
      { invoiceId: 'new', amountMinor: 1_000 },
      { invoiceId: 'old', amountMinor: 500 },
    ]);
  });
});

describe('unwindFee', () => {
  it('gives back of the fee what is its share, and with the last of the payment all that is left of it', () => {
    const payment = { amountMinor: 5_125, feeMinor: 125, partsLeftMinor: 5_000, feeLeftMinor: 125 };
    expect(unwindFee(payment, 5_125)).toBe(125);
    expect(unwindFee(payment, 1_025)).toBe(25);
    expect(unwindFee({ ...payment, partsLeftMinor: 4_000, feeLeftMinor: 100 }, 4_100)).toBe(100);
    expect(unwindFee({ ...payment, feeMinor: 0, feeLeftMinor: 0 }, 1_000)).toBe(0);
  });

  it('takes all of parts and fee, and no cent more, however a payment is given back bit by bit', () => {
    const bits = fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000 }),
        fc.integer({ min: 0, max: 400 }),
        bits,
        (parts, fee, wishes) => {
          const left = { parts, fee };
          for (const wish of [...wishes, parts + fee]) {
            const amount = Math.min(wish, left.parts + left.fee);
            if (amount === 0) break;
            const ofFee = unwindFee(
              { amountMinor: parts + fee, feeMinor: fee, partsLeftMinor: left.parts, feeLeftMinor: left.fee },
              amount,
            );
            left.fee -= ofFee;
            left.parts -= amount - ofFee;
            expect(Math.min(ofFee, left.fee, left.parts)).toBeGreaterThanOrEqual(0);
          }
          expect(left).toEqual({ parts: 0, fee: 0 });
        },
      ),
    );
  });
});
