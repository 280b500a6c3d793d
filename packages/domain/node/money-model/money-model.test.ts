import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AgreedBooks } from './agreed-books.ts';
import { sequences } from './money-steps.ts';
import { BROKEN, type Rules } from './rules.ts';

/** As many as CI is to see; a failure prints its seed and the shortest sequence that shows it. */
const SEQUENCES = 10_000;
// A busy machine has all the time it needs.
vi.setConfig({ testTimeout: 300_000 });

const START = new Date('2026-11-20T15:00:00Z');

/** With three bills: a sequence is not to be spent on waiting for one. */
function openBooks(broken: Partial<Rules>): AgreedBooks {
  const books = new AgreedBooks(START, broken);
  for (const totalMinor of [8_420, 12_000, 760]) books.issue(totalMinor);
  return books;
}

const booksHold = (broken: Partial<Rules> = {}) =>
  fc.property(sequences, (commands) => {
    fc.modelRun(() => ({ model: {}, real: openBooks(broken) }), commands);
  });

describe('through any sequence of bills, payments, autopay, plans, promises, credits, UNDO, refunds, disputes, adjustments, fees and lost answers', () => {
  it('each intent is charged once, the ledger balances, nothing due is below nothing, and receipts are what was captured less what went back', () => {
    fc.assert(booksHold(), { numRuns: SEQUENCES });
  });

  it.each(Object.keys(BROKEN))('is not passed by books that break one rule: %s', (name) => {
    // The same sequences each time: whether a broken rule is found must not be a matter of luck.
    const { failed } = fc.check(booksHold(BROKEN[name]), {
      numRuns: SEQUENCES,
      seed: 41,
      endOnFailure: true,
    });
    expect(failed).toBe(true);
  });
});
