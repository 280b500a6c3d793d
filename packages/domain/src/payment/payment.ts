import type { Currency } from '../money/money.ts';
import type { DeclineKind } from './outcome.ts';

/**
 * Where a payment stands. `started` the intent is committed and the processor is being asked · `unknown` its answer was
 * lost, and it is asked again · `approved`, `declined` the processor's word · `voided` taken back before it settled.
 */
export type PaymentState = 'started' | 'unknown' | 'approved' | 'declined' | 'voided';

/** One try to move money, for one bill or several: what goes to which stands in its parts. */
export interface Payment {
  billerId: string;
  /** The processor knows the payment by this id: it is the order id there. */
  id: string;
  /** Whose payment it is: the account whose card or page it was. */
  accountId: string;
  /** The first bill that it pays, or the only one: where its receipt leads. */
  invoiceId: string;
  /** All that is charged: the parts, and a fee for the card. */
  amountMinor: number;
  /** What of it was added for paying by card; nothing of it pays a bill. */
  feeMinor?: number;
  currency: Currency;
  state: PaymentState;
  channel: PaymentChannel;
  declineKind: DeclineKind | null;
}

/** `autopay` nobody asked for it in that moment: it is charged under a mandate. */
export type PaymentChannel = 'text' | 'portal' | 'autopay';

/**
 * The moves there are. From `declined` to `approved` leads one way only: a sale that we took for lost
 * (`never-arrived`) and that the processor shows after all.
 */
const MOVES: Record<PaymentState, readonly PaymentState[]> = {
  started: ['approved', 'declined', 'unknown'],
  unknown: ['approved', 'declined'],
  approved: ['voided'],
  declined: ['approved'],
  voided: [],
};

export function mayMove(from: PaymentState, to: PaymentState): boolean {
  return MOVES[from].includes(to);
}

/** States in which money may be on its way: while a bill has such a payment, no other one starts. */
export const LIVE_STATES: readonly PaymentState[] = ['started', 'unknown'];
