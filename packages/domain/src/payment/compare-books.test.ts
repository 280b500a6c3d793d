import { describe, expect, it } from 'vitest';
import { type BookedMove, compareBooks, type VendorMove } from './compare-books.ts';

const ours = (traits: Partial<BookedMove> = {}): BookedMove => ({
  id: 'p1',
  kind: 'sale',
  currency: 'USD',
  minor: 8420,
  isOpen: false,
  ...traits,
});
const theirs = (traits: Partial<VendorMove> = {}): VendorMove => ({
  vendorId: 'v1',
  orderId: 'p1',
  kind: 'sale',
  currency: 'USD',
  minor: 8420,
  state: 'moved',
  ...traits,
});
const kinds = (mine: BookedMove[], yours: VendorMove[]) => compareBooks(mine, yours).map(({ kind }) => kind);

describe('books that agree', () => {
  it.each<[string, BookedMove[], VendorMove[]]>([
    ['one sale on both sides', [ours()], [theirs()]],
    ['a refusal beside the capture', [ours()], [theirs({ vendorId: 'v0', state: 'none' }), theirs()]],
    ['a declined sale that posted nothing', [ours({ minor: 0 })], [theirs({ state: 'none' })]],
    ['a voided sale', [ours({ minor: 0 })], [theirs({ state: 'none' })]],
    ['a sale that is open here', [ours({ minor: 0, isOpen: true })], [theirs()]],
    ['a sale that is open there', [ours()], [theirs({ state: 'open' })]],
    ['a refusal of somebody else’s', [], [theirs({ orderId: 'x', state: 'none' })]],
    [
      'a refund under its own id',
      [ours({ kind: 'refund', id: 'r1' })],
      [theirs({ kind: 'refund', orderId: 'r1' })],
    ],
  ])('have no difference: %s', (_, mine, yours) => {
    expect(compareBooks(mine, yours)).toEqual([]);
  });
});

describe('a difference', () => {
  it.each<[string, BookedMove[], VendorMove[], string[]]>([
    ['a cent', [ours()], [theirs({ minor: 8421 })], ['amount-differs']],
    ['another currency', [ours()], [theirs({ currency: 'SEK' })], ['currency-differs']],
    ['two captures', [ours()], [theirs(), theirs({ vendorId: 'v2' })], ['amount-differs']],
    ['a capture that we took for a refusal', [ours({ minor: 0 })], [theirs()], ['state-differs']],
    ['a void that we did not make', [ours()], [theirs({ state: 'none' })], ['missing-sale']],
    ['nothing there', [ours()], [], ['missing-sale']],
    ['no such refund', [ours({ kind: 'refund' })], [], ['missing-refund']],
    ['somebody else’s sale', [], [theirs({ orderId: '' })], ['unknown-sale']],
    ['a refund by hand', [ours()], [theirs(), theirs({ kind: 'refund', orderId: 'p1' })], ['unknown-refund']],
  ])('is named: %s', (_, mine, yours, expected) => {
    expect(kinds(mine, yours)).toEqual(expected);
  });

  it('keeps strangers with the same empty order id apart', () => {
    const found = compareBooks([], [theirs({ orderId: '' }), theirs({ orderId: '', vendorId: 'v2' })]);
    expect(found.map(({ subject }) => subject)).toEqual(['v1', 'v2']);
  });
});
