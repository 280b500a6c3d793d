import type { AutopayRules } from '../autopay/time-charge.ts';
import type { CreditRules } from '../credit/credit.ts';
import type { DueMoveRules } from '../invoice/decide-due-move.ts';
import type { InterestTerms } from '../invoice/default-interest.ts';
import type { EarlyDiscountTerms } from '../invoice/early-discount.ts';
import type { LateFeeTerms } from '../invoice/late-fee.ts';
import type { PlanRules } from '../plan/plan.ts';
import type { CardFeeTerms } from './card-fee.ts';

/** What a biller decides about money, where the law leaves it to them. Amounts are minor units of the biller's currency. */
export interface MoneyRules {
  /** The least that is taken towards what is due, unless less is due; null where whole bills only. */
  partMinimumMinor: number | null;
  /** How long an approved payment can be taken back by UNDO, and never past its settling. */
  undoMinutes: number;
  /** What one person may give back of a payment alone; above it a second one has to agree. */
  refundAloneUpToMinor: number;
  /** What is too little to ask for, and may be settled by hand. */
  smallDifferenceUpToMinor: number;
  /** What the processor charges for a dispute, however it ends; 0 where it is billed elsewhere. */
  disputeFeeMinor: number;
  /** What was agreed on for being late; null where nothing was, and nothing is charged. */
  lateFee: LateFeeTerms | null;
  /** What is added for paying by credit card, where the law lets it be; null where nothing is. */
  cardFee: CardFeeTerms | null;
  /** What was agreed on as interest for being late; null where nothing was. */
  interest: InterestTerms | null;
  /** What is taken off for paying early; null where nothing is. */
  earlyDiscount: EarlyDiscountTerms | null;
  /** How far and how often customers choose the day on which a bill is due; null where they do not. */
  dueMove: DueMoveRules | null;
  /** From how many days after the due date the service may be interrupted; null where the biller does not do that. */
  interruptionAfterDays: number | null;
  autopay: AutopayRules;
  promise: {
    /** A promise is for a day at most this many days ahead. */
    withinDays: number;
    /** A promise counts as kept until this many days after its day. */
    graceDays: number;
    /** The least share of what is due that may be promised, in percent. */
    leastPercent: number;
  };
  plan: PlanRules;
  credit: CreditRules;
}

/** What holds for a biller who has decided nothing. */
export const DEFAULT_MONEY_RULES: MoneyRules = {
  partMinimumMinor: 1_000,
  undoMinutes: 10,
  refundAloneUpToMinor: 10_000,
  smallDifferenceUpToMinor: 100,
  disputeFeeMinor: 0,
  lateFee: null,
  cardFee: null,
  interest: null,
  earlyDiscount: null,
  dueMove: null,
  interruptionAfterDays: null,
  autopay: { aheadDays: 3, chargeMinute: 600 },
  promise: { withinDays: 14, graceDays: 2, leastPercent: 25 },
  plan: {
    isSelfSet: true,
    leastMinor: 5_000,
    leastPartMinor: 1_000,
    mostParts: 6,
    mostMonths: 6,
    firstWithinDays: 31,
    graceDays: 7,
  },
  credit: {
    paperlessMinor: 500,
    paperlessKeepDays: 90,
    expiresAfterDays: 365,
    agentUpToMinor: 2_500,
    leadUpToMinor: 10_000,
  },
};
