/**
 * Where giving money back stands. `waiting` for a second person · `started` the intent is committed and the processor is
 * being asked, or will be once the sale has settled · `unknown` its answer was lost, and it is asked again · `done` ·
 * `refused` no money went back.
 */
export type RefundState = 'waiting' | 'started' | 'unknown' | 'done' | 'refused';

/** `undo` the customer's own UNDO, which only ever voids · `refund` what the biller gives back. */
export type RefundWhy = 'undo' | 'refund';

/** What becomes of the bills: `reopen` they are due again · `allow` the biller forgives what it gives back. */
export type RefundEffect = 'reopen' | 'allow';

/** How the money went back: the sale was voided before it settled, or refunded after. */
export type RefundMove = 'void' | 'refund';

/** While a payment has such a refund, no other one starts. */
export const LIVE_REFUNDS: readonly RefundState[] = ['waiting', 'started', 'unknown'];
