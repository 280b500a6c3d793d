/**
 * Where a mandate stands. `on` bills are charged on their due dates · `paused` none is, and the mandate is kept · `off` it
 * is over for good: to charge again takes a new one.
 */
export type AutopayState = 'on' | 'paused' | 'off';

/** How a mandate came to us. Nothing that was only said is one: it has to be written (Reg E, 12 CFR 1005.10(b)). */
export type AutopayChannel = 'text' | 'web' | 'written';

/**
 * Where a charge that is planned stands. `queued` it waits for its hour, or for its next try · `charging` the processor is
 * being asked · `charged` · `paid-before` nothing was left to charge · `skipped` it is not to be charged, see the reason ·
 * `failed` the card said no for the last time.
 */
export type PlannedChargeState = 'queued' | 'charging' | 'charged' | 'paid-before' | 'skipped' | 'failed';

/**
 * Why a planned charge is not made: the mandate is over, or paused · the customer asked to skip this bill · it is disputed
 * or on hold · it is promised, or paid in instalments · the plan that it is an instalment of is over · its due date was moved ·
 * no card is left to charge · it is of another amount than the last one, from an account, and its notice could not be given.
 */
export type ChargeSkip =
  | 'AUTOPAY_OFF'
  | 'AUTOPAY_PAUSED'
  | 'ASKED'
  | 'HELD'
  | 'PROMISED'
  | 'DUE_MOVED'
  | 'PLAN_OVER'
  | 'NO_CARD'
  | 'NO_NOTICE';
