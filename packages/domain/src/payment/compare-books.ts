import type { Currency } from '../money/money.ts';

/** Money that moved, as our ledger has it: what a payment took, or what a refund gave back. */
export interface BookedMove {
  /** The payment's or the refund's id, which is the order id at the processor. */
  id: string;
  kind: 'sale' | 'refund';
  currency: Currency;
  /** What is posted as moved, never below nothing: 0 where it was declined, refused or taken back. */
  minor: number;
  /** Its outcome is not known here yet, or its money is on the way back: it is asked about anyway, and no difference. */
  isOpen: boolean;
}

/** Money that moved, as the processor has it. */
export interface VendorMove {
  vendorId: string;
  orderId: string;
  kind: 'sale' | 'refund';
  currency: Currency;
  minor: number;
  /** `moved` captured or settled · `open` not decided there yet · `none` declined, voided or sent back. */
  state: 'moved' | 'open' | 'none';
}

/**
 * `unknown-sale`, `unknown-refund` the processor moved money under an id that is none of ours · `missing-sale`,
 * `missing-refund` we have posted what the processor does not show as moved · `state-differs` it moved there, and counts as
 * refused or taken back here · `currency-differs` both moved, in other money · `amount-differs` both moved, not the same ·
 * `batch-differs` what the processor says that it settled on a day is not what is posted of it.
 */
export type DifferenceKind =
  | 'unknown-sale'
  | 'unknown-refund'
  | 'missing-sale'
  | 'missing-refund'
  | 'state-differs'
  | 'currency-differs'
  | 'amount-differs'
  | 'batch-differs';

/** One thing on which two books disagree; amounts in minor units, 0 where a side has nothing. */
export interface Difference {
  kind: DifferenceKind;
  /** Our id, or the processor's where we have none. */
  subject: string;
  vendorIds: readonly string[];
  oursMinor: number;
  theirsMinor: number;
  currency: Currency;
}

/**
 * Holds our ledger against the processor's records, both ways and to the cent. Several records of the processor's with
 * one order id are one move: refusals of it count nothing, and two captures count twice. What is open on either side is
 * left for the next time.
 * @param ours every move of the window, and every other one that `theirs` names
 */
export function compareBooks(ours: readonly BookedMove[], theirs: readonly VendorMove[]): Difference[] {
  const known = new Map(ours.map((move) => [keyOf(move.kind, move.id), move]));
  const shown = Map.groupBy(theirs, (move) => keyOf(move.kind, move.orderId));
  const differences = ours.flatMap((move) => compareOne(move, shown.get(keyOf(move.kind, move.id)) ?? []));
  for (const [key, moves] of shown) {
    if (known.has(key)) continue;
    // Of unknown ones each is a matter of its own: an empty order id is shared by strangers.
    for (const { kind, vendorId, minor, currency, state } of moves) {
      if (state !== 'moved') continue;
      differences.push({
        kind: kind === 'sale' ? 'unknown-sale' : 'unknown-refund',
        subject: vendorId,
        vendorIds: [vendorId],
        oursMinor: 0,
        theirsMinor: minor,
        currency,
      });
    }
  }
  return differences;
}

function compareOne(move: BookedMove, shown: readonly VendorMove[]): Difference[] {
  if (move.isOpen || shown.some(({ state }) => state === 'open')) return [];
  const moved = shown.filter(({ state }) => state === 'moved');
  const theirsMinor = moved.reduce((sum, { minor }) => sum + minor, 0);
  const isForeign = moved.some(({ currency }) => currency !== move.currency);
  if (theirsMinor === move.minor && !isForeign) return [];
  return [
    {
      kind: kindOf(move, moved),
      subject: move.id,
      vendorIds: shown.map(({ vendorId }) => vendorId),
      oursMinor: move.minor,
      theirsMinor,
      currency: move.currency,
    },
  ];
}

function kindOf(move: BookedMove, moved: readonly VendorMove[]): DifferenceKind {
  if (moved.length === 0) return move.kind === 'sale' ? 'missing-sale' : 'missing-refund';
  if (moved.some(({ currency }) => currency !== move.currency)) return 'currency-differs';
  return move.minor === 0 ? 'state-differs' : 'amount-differs';
}

function keyOf(kind: 'sale' | 'refund', id: string): string {
  return `${kind}/${id}`;
}
