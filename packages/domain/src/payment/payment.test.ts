import { describe, expect, it } from 'vitest';
import { LIVE_STATES, mayMove, type PaymentState } from './payment.ts';

const STATES: PaymentState[] = ['started', 'unknown', 'approved', 'declined', 'voided'];

const MOVES: [PaymentState, PaymentState][] = [
  ['started', 'approved'],
  ['started', 'declined'],
  ['started', 'unknown'],
  ['unknown', 'approved'],
  ['unknown', 'declined'],
  ['approved', 'voided'],
  ['declined', 'approved'],
];

describe('the moves of a payment', () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(mayMove(from, to)).toBe(MOVES.some(([a, b]) => a === from && b === to));
  });

  it('never lead back into a state in which money may be on its way', () => {
    for (const from of STATES.filter((state) => !LIVE_STATES.includes(state))) {
      expect(LIVE_STATES.filter((to) => mayMove(from, to))).toEqual([]);
    }
  });
});
