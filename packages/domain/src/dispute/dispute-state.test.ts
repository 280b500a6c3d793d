import { describe, expect, it } from 'vitest';
import { postDispute, postDisputeDecided, postDisputeFee } from '../ledger/post-dispute.ts';
import { mayStep, readDisputeState, takesMoney } from './dispute-state.ts';

const dispute = { id: 'd', amountMinor: 8420, currency: 'USD' as const };
const parts = [
  { invoiceId: 'a', amountMinor: 8000 },
  { invoiceId: 'b', amountMinor: 420 },
];

describe('a dispute', () => {
  it.each([
    ['open', 'open'],
    ['under_review', 'answered'],
    ['disputed', 'answered'],
    ['won', 'won'],
    ['lost', 'lost'],
    ['accepted', 'lost'],
    ['auto_accepted', 'lost'],
    ['expired', 'lost'],
    ['toString', undefined],
    ['something new', undefined],
  ])('that the processor calls %s is %s', (status, state) => {
    expect(readDisputeState(status)).toBe(state);
  });

  it('goes forward only, and is decided once', () => {
    expect(mayStep('open', 'answered')).toBe(true);
    expect(mayStep('open', 'lost')).toBe(true);
    expect(mayStep('answered', 'won')).toBe(true);
    for (const [from, to] of [
      ['answered', 'open'],
      ['won', 'lost'],
      ['lost', 'won'],
      ['open', 'open'],
      ['lost', 'answered'],
    ] as const)
      expect(mayStep(from, to), `${from} to ${to}`).toBe(false);
  });

  it('takes money unless it only asks', () => {
    expect(['chargeback', 'pre_arbitration', 'retrieval'].map(takesMoney)).toEqual([true, true, false]);
  });
});

describe('the postings of a dispute', () => {
  it.each([
    ['won', 8420, []],
    ['lost', 0, parts],
    ['won for a part', 420, [{ invoiceId: 'a', amountMinor: 8000 }]],
    ['lost after a refund of all of it', 0, []],
  ])('add up to nothing, and leave nothing with the bank: %s', (_, wonMinor, owed) => {
    const entries = [
      postDispute(dispute),
      postDisputeFee(dispute, 1500),
      postDisputeDecided(dispute, wonMinor, owed),
    ];
    const lines = entries.flatMap(({ postings }) => postings);
    const sum = (account?: string) =>
      lines
        .filter((line) => !account || line.account === account)
        .reduce((total, { minor }) => total + minor, 0);
    expect(sum()).toBe(0);
    expect(sum('disputed')).toBe(0);
    expect(sum('processor')).toBe(wonMinor - 8420 - 1500);
  });

  it('refuse to give back more than was taken', () => {
    expect(() => postDisputeDecided(dispute, 8420, parts)).toThrow(RangeError);
  });
});
