import { type Money, money } from '../money/money.ts';
import type { AutopayState, ChargeSkip, PlannedChargeState } from './autopay.ts';
import type { NoticeDecision } from './decide-notice.ts';

/** What is known of a planned charge when its hour has come, read under the bill's lock. */
export interface PlannedChargeFacts {
  state: PlannedChargeState;
  /** The due date that it was planned for, and the bill's own by now: `YYYY-MM-DD`. */
  plannedFor: string;
  dueOn: string;
  amountDue: Money;
  autopay: AutopayState;
  hasCard: boolean;
  isHeld: boolean;
  hasPromise: boolean;
  /** Of an instalment: its plan was paid, broken or ended. */
  isPlanOver?: boolean;
  /** What the notice of a charge to an account says; see `decideNotice`. */
  notice: NoticeDecision;
  /** Another payment of the bill may still move money. */
  isInFlight: boolean;
}

export type PlannedChargeDecision =
  | { kind: 'charge'; amount: Money }
  | { kind: 'end'; state: 'paid-before' }
  | { kind: 'end'; state: 'skipped'; reason: ChargeSkip }
  /** Asked again in a while, or from `untilMs` on. */
  | { kind: 'wait'; untilMs?: number }
  /** The customer is told of the amount, and it is charged when the notice is over. */
  | { kind: 'tell-first' }
  /** Somebody else has it, or it is over. */
  | { kind: 'leave' };

/**
 * Whether a planned charge is made now. Whatever speaks against it ends it rather than putting it off: a bill that was
 * disputed, held or promised is not charged by itself later, when nobody expects it any more; the customer pays it by hand.
 */
export function decidePlannedCharge(facts: PlannedChargeFacts): PlannedChargeDecision {
  if (facts.state !== 'queued') return { kind: 'leave' };
  // A payment under way may be the customer's own: what it leaves is known when it is over.
  if (facts.isInFlight) return { kind: 'wait' };
  if (facts.amountDue.minor <= 0) return { kind: 'end', state: 'paid-before' };
  const reason = findSkip(facts);
  if (reason) return { kind: 'end', state: 'skipped', reason };
  const { notice } = facts;
  if (notice.kind === 'never') return { kind: 'end', state: 'skipped', reason: 'NO_NOTICE' };
  if (notice.kind === 'wait') return { kind: 'wait', untilMs: notice.untilMs };
  if (notice.kind === 'tell-first') return { kind: 'tell-first' };
  return { kind: 'charge', amount: money(facts.amountDue.minor, facts.amountDue.currency) };
}

function findSkip(facts: PlannedChargeFacts): ChargeSkip | undefined {
  if (facts.autopay === 'off') return 'AUTOPAY_OFF';
  if (facts.autopay === 'paused') return 'AUTOPAY_PAUSED';
  if (facts.isPlanOver) return 'PLAN_OVER';
  if (facts.dueOn !== facts.plannedFor) return 'DUE_MOVED';
  if (facts.isHeld) return 'HELD';
  if (facts.hasPromise) return 'PROMISED';
  return facts.hasCard ? undefined : 'NO_CARD';
}
