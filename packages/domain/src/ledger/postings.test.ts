import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdjustmentKind } from '../invoice/adjustment.ts';
import { CURRENCIES } from '../money/money.ts';
import { CHART, type JournalEntry } from './chart.ts';
import { postAdjustment } from './post-adjustment.ts';
import { postCredit, postCreditEnded, postCreditUnused, postCreditUsed } from './post-credit.ts';
import { postDispute, postDisputeDecided, postDisputeFee } from './post-dispute.ts';
import { postInvoice, postSettledOutside } from './post-invoice.ts';
import { postPayment, postVoid } from './post-payment.ts';
import { postReceipt } from './post-receipt.ts';
import { postAllowance, postRefund } from './post-refund.ts';

const anAmount = fc.integer({ min: 1, max: 1e12 });
const aFact = fc.record({
  minor: anAmount,
  currency: fc.constantFrom(...CURRENCIES),
  id: fc.uuid(),
  bill: fc.uuid(),
});

type Fact = { minor: number; currency: (typeof CURRENCIES)[number]; id: string; bill: string };

const invoiceOf = ({ minor, currency, bill }: Fact) => ({ id: bill, totalMinor: minor, currency });
const paymentOf = ({ minor, currency, id }: Fact) => ({ id, amountMinor: minor, currency });
const partsOf = ({ minor, bill }: Fact) => [{ invoiceId: bill, amountMinor: minor }];

const withFee = (fact: Fact) => ({ ...paymentOf(fact), amountMinor: fact.minor + 125, feeMinor: 125 });

const creditOf = ({ minor, currency, id }: Fact) => ({
  id,
  kind: 'goodwill' as const,
  amountMinor: minor,
  currency,
});
const useOf = ({ minor, currency, id, bill }: Fact) => ({
  id,
  invoiceId: bill,
  amountMinor: minor,
  currency,
});

const adjustmentOf = (kind: AdjustmentKind, { minor, currency, id, bill }: Fact) => ({
  id,
  kind,
  invoiceId: bill,
  amountMinor: minor,
  currency,
});

const ENTRIES: Record<string, (fact: Fact) => JournalEntry> = {
  'a bill': (fact) => postInvoice(invoiceOf(fact)),
  'a bill settled outside': (fact) => postSettledOutside(invoiceOf(fact)),
  'a payment': (fact) => postPayment(paymentOf(fact), partsOf(fact)),
  'a payment with a fee for its card': (fact) => postPayment(withFee(fact), partsOf(fact)),
  'a refund with its share of the fee': (fact) =>
    postRefund({ ...fact, parts: partsOf(fact), feeMinor: 125 }),
  'a dispute that is lost with a fee': (fact) => postDisputeDecided(withFee(fact), 0, partsOf(fact), 125),
  'a late fee': (fact) => postAdjustment(adjustmentOf('late-fee', fact)),
  'a write-off': (fact) => postAdjustment(adjustmentOf('write-off', fact)),
  'a credit note': (fact) => postAdjustment(adjustmentOf('credit-note', fact)),
  'a refund': (fact) => postRefund({ ...fact, parts: partsOf(fact) }),
  'a refund forgiven': (fact) => postAllowance({ ...fact, parts: partsOf(fact) }),
  'a dispute': (fact) => postDispute(paymentOf(fact)),
  'the fee of a dispute': (fact) => postDisputeFee(paymentOf(fact), fact.minor),
  'a dispute that is won': (fact) => postDisputeDecided(paymentOf(fact), fact.minor, []),
  'a dispute that is lost': (fact) => postDisputeDecided(paymentOf(fact), 0, partsOf(fact)),
  'a credit': (fact) => postCredit(creditOf(fact)),
  'an overpayment': (fact) => postCredit({ ...creditOf(fact), kind: 'overpayment' }),
  'a credit that is used': (fact) => postCreditUsed(useOf(fact)),
  'a credit that leaves a bill': (fact) => postCreditUnused(useOf(fact)),
  'a credit that ends': (fact) => postCreditEnded(creditOf(fact)),
  'a receipt past Kvitt': (fact) => postReceipt({ ...fact, parts: partsOf(fact) }),
  'a payment taken back': (fact) => postVoid(paymentOf(fact), partsOf(fact)),
};

const receivableOf = (entries: JournalEntry[]) =>
  entries
    .flatMap(({ postings }) => postings)
    .filter(({ account }) => account === 'receivable')
    .reduce((sum, { minor }) => sum + minor, 0);

describe.each(Object.entries(ENTRIES))('the entry of %s', (_, post) => {
  it('adds up to nothing, on accounts of the chart, and names the bill on the receivable alone', () => {
    fc.assert(
      fc.property(aFact, (fact) => {
        const { postings, currency } = post(fact);
        expect(postings.reduce((sum, { minor }) => sum + minor, 0)).toBe(0);
        expect(currency).toBe(fact.currency);
        for (const { account, invoiceId, minor } of postings) {
          expect(Object.keys(CHART)).toContain(account);
          expect(invoiceId).toBe(account === 'receivable' ? fact.bill : undefined);
          expect(minor).not.toBe(0);
        }
      }),
    );
  });
});

describe('the entries of one bill', () => {
  const fact = { minor: 8420, currency: 'USD' as const, id: 'payment', bill: 'bill' };
  const bill = postInvoice(invoiceOf(fact));

  it('leave it open when it is issued, and settled when it is paid or settled outside', () => {
    expect(receivableOf([bill])).toBe(8420);
    expect(receivableOf([bill, postPayment(paymentOf(fact), partsOf(fact))])).toBe(0);
    expect(receivableOf([bill, postSettledOutside(invoiceOf(fact))])).toBe(0);
  });

  it('leave it as it was where a payment is taken back', () => {
    const all = [bill, postPayment(paymentOf(fact), partsOf(fact)), postVoid(paymentOf(fact), partsOf(fact))];
    expect(receivableOf(all)).toBe(8420);
    const processor = all
      .flatMap(({ postings }) => postings)
      .filter(({ account }) => account === 'processor');
    expect(processor.map(({ minor }) => minor)).toEqual([8420, -8420]);
  });

  it('have causes of their own, under which each is posted once', () => {
    const entries = [
      bill,
      postPayment(paymentOf(fact), partsOf(fact)),
      postVoid(paymentOf(fact), partsOf(fact)),
      postSettledOutside(invoiceOf(fact)),
    ];
    expect(new Set(entries.map(({ cause, causeId }) => `${cause}/${causeId}`)).size).toBe(4);
  });
});

describe('the entry of a payment of several bills', () => {
  const payment = { id: 'payment', amountMinor: 10_000, currency: 'USD' as const };
  const parts = [
    { invoiceId: 'b1', amountMinor: 8420 },
    { invoiceId: 'b2', amountMinor: 1580 },
  ];

  it('takes from each bill what went to it, and gives exactly that back', () => {
    const perBill = (entry: JournalEntry) => entry.postings.map(({ invoiceId, minor }) => [invoiceId, minor]);
    expect(perBill(postPayment(payment, parts))).toEqual([
      [undefined, 10_000],
      ['b1', -8420],
      ['b2', -1580],
    ]);
    expect(perBill(postVoid(payment, parts))).toEqual([
      [undefined, -10_000],
      ['b1', 8420],
      ['b2', 1580],
    ]);
  });

  it('is refused where the parts are not what was paid', () => {
    expect(() => postPayment(payment, parts.slice(1))).toThrow(RangeError);
  });
});

describe('the chart', () => {
  it('names no account that nothing is ever posted to', () => {
    const fact = { minor: 8420, currency: 'USD' as const, id: 'payment', bill: 'bill' };
    const accounts = Object.values(ENTRIES).flatMap((post) =>
      post(fact).postings.map(({ account }) => account),
    );
    expect(new Set(accounts)).toEqual(new Set(Object.keys(CHART)));
  });
});
