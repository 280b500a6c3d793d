import { decidePlannedCharge } from '../../src/autopay/decide-planned-charge.ts';
import { planUses } from '../../src/credit/plan-uses.ts';
import { decideAdjustment } from '../../src/invoice/decide-adjustment.ts';
import { decideCardFee } from '../../src/payment/decide-card-fee.ts';
import { decideCharge } from '../../src/payment/decide-charge.ts';
import { isPastQuarantine } from '../../src/payment/timetable.ts';
import { decideRefund } from '../../src/refund/decide-refund.ts';
import { decideUndo } from '../../src/refund/decide-undo.ts';
import { unwindFee } from '../../src/refund/unwind-fee.ts';
import { unwindParts } from '../../src/refund/unwind-parts.ts';

/** The production decisions that the books go by; a model with one of them spoilt has to be found out. */
export const RULES = {
  decideAdjustment,
  decideCardFee,
  decideCharge,
  decidePlannedCharge,
  decideRefund,
  decideUndo,
  isPastQuarantine,
  planUses,
  unwindFee,
  unwindParts,
  /** What the unique index on cause and id refuses: the same fact posted again. */
  isPostedOnce: true,
  /** What is added for the card is what was told, or nothing is charged. */
  isFeeAsTold: true,
  /** A refund whose answer was lost is looked for before it is sent again. */
  isRefundLookedFor: true,
  /** A void that is refused is looked at: whether it was done before, or comes too late. */
  isRefusalLookedAt: true,
};

export type Rules = typeof RULES;

/** One rule broken in each: what the properties are to notice. */
export const BROKEN: Record<string, Partial<Rules>> = {
  'pays beside a payment under way': {
    decideCharge: (facts) => decideCharge({ ...facts, live: [] }),
  },
  'charges what was asked before, whatever is due now': {
    decideCharge: ({ agreed }) => ({ kind: 'charge', amount: agreed }),
  },
  'charges by itself beside a payment under way': {
    decidePlannedCharge: (facts) => decidePlannedCharge({ ...facts, isInFlight: false }),
    decideCharge: (facts) => decideCharge({ ...facts, live: [] }),
  },
  'adds a fee that nobody was told': { isFeeAsTold: false },
  'posts what it has posted': { isPostedOnce: false },
  'refunds without counting what went back': {
    decideRefund: (facts, wanted, alone) => decideRefund({ ...facts, refundedMinor: 0 }, wanted, alone),
  },
  'refunds beside a refund': {
    decideRefund: (facts, wanted, alone) => decideRefund({ ...facts, isRefunding: false }, wanted, alone),
  },
  'refunds again what was lost on the way': { isRefundLookedFor: false },
  'takes a refused void for done': { isRefusalLookedAt: false },
  'undoes what was refunded': {
    decideUndo: (facts, minutes, now) => decideUndo({ ...facts, refunds: 0 }, minutes, now),
  },
  'keeps the fee of what it gives back': { unwindFee: () => 0 },
  'unwinds what was unwound': {
    unwindParts: (parts, minor) =>
      unwindParts(
        parts.map((part) => ({ ...part, unwoundMinor: 0 })),
        minor,
      ),
  },
  'uses a credit beyond what is left of it': {
    planUses: (credits, bills) =>
      planUses(
        credits.map((credit) => ({ ...credit, leftMinor: credit.leftMinor + 100 })),
        bills,
      ),
  },
  'writes off beside a payment under way': {
    decideAdjustment: (kind, minor, facts, small) =>
      decideAdjustment(kind, minor, { ...facts, isInFlight: false }, small),
  },
};
