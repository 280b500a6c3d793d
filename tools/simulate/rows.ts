import type { PlannedChargeState } from '@kvitt/domain/autopay/autopay';
import type { ConsentState } from '@kvitt/domain/consent/consent';
import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';
import type { InboundOutcome } from '@kvitt/domain/conversation/dialog';
import type { DisputeState } from '@kvitt/domain/dispute/dispute-state';
import type { MessageState, ReportedState } from '@kvitt/domain/message/message-state';
import type { DeclineKind } from '@kvitt/domain/payment/outcome';
import type { PaymentChannel, PaymentState } from '@kvitt/domain/payment/payment';
import type { AgreedPart, PaymentPart } from '@kvitt/domain/payment/payment-part';
import type { Instalment } from '@kvitt/domain/plan/plan';
import type { RefundEffect, RefundMove, RefundState, RefundWhy } from '@kvitt/domain/refund/refund';

// The tables, with the columns that the protocol depends on. An instant is a number: milliseconds of virtual time, read
// from the clock of the process that wrote it.

export interface InvoiceRow {
  id: string;
  accountId: string;
  totalMinor: number;
  dueOn: string;
}

export interface PaymentRow {
  id: string;
  accountId: string;
  invoiceId: string;
  methodId: string;
  /** What goes to which bill; the first of them is `invoiceId`. */
  parts: readonly PaymentPart[];
  /** What is charged: the parts, and the fee. */
  amountMinor: number;
  feeMinor: number;
  channel: PaymentChannel;
  plannedChargeId: string | null;
  state: PaymentState;
  declineKind: DeclineKind | null;
  vendorId: string | null;
  /** Its bank sent it back. */
  returnedAt: number | null;
  messageId: string | null;
  phone: string;
  startedAt: number;
  finishedAt: number | null;
  asked: number;
  askAt: number | null;
}

export interface RefundRow {
  id: string;
  paymentId: string;
  invoiceId: string;
  /** What comes out of which bill. */
  parts: readonly PaymentPart[];
  amountMinor: number;
  feeMinor: number;
  why: RefundWhy;
  effect: RefundEffect;
  state: RefundState;
  move: RefundMove | null;
  /** Who said UNDO; null for the desk's, of which whoever paid is told. */
  phone: string | null;
  askedForAt: number;
  /** When the processor was last asked to give a part back; null where it never was, or has said no. */
  sentAt: number | null;
  asked: number;
  askAt: number | null;
}

/** A charge that is made by itself: of a whole bill under a mandate, or of an instalment. */
export interface ChargeRow {
  id: string;
  accountId: string;
  invoiceId: string;
  /** The instalment's own day where it is one of a plan. */
  dueOn: string;
  isInstalment: boolean;
  chargeAt: number;
  state: PlannedChargeState;
  tries: number;
}

export interface PlanRow {
  invoiceId: string;
  accountId: string;
  instalments: readonly Instalment[];
}

export interface MessageRow {
  id: string;
  phone: string;
  direction: 'in' | 'out';
  body: string;
  state: MessageState;
  purpose: TextPurpose;
  template: string;
  cause: string | null;
  askedAt: number | null;
  invoiceId: string | null;
  statedMinor: number | null;
  sendAt: number;
  sendBefore: number | null;
  attempts: number;
  claimedAt: number | null;
  vendorId: string | null;
  reportSequence: number | null;
  outcome: InboundOutcome | null;
  /** How often an outcome was written; the table has no such column, the judge has. */
  outcomes: number;
  carrierIntent: 'optout' | 'optin' | null;
  reason: string | null;
  createdAt: number;
}

export interface OfferRow {
  id: string;
  phone: string;
  invoiceId: string;
  methodId: string;
  kind: 'question' | 'bill';
  amountMinor: number;
  feeMinor: number;
  /** Absent where it is the whole of the one bill. */
  parts?: readonly AgreedPart[];
  code: string;
  state: 'open' | 'accepted' | 'declined' | 'superseded';
  createdAt: number;
  expiresAt: number;
}

export interface ReportRow {
  id: string;
  vendorId: string;
  messageId: string;
  state: ReportedState;
  sequence: number;
}

export interface NoticeRow {
  id: string;
  about: 'sale' | 'dispute';
  subjectId: string;
  /** What the notice itself says, which nothing is believed of. */
  status: string;
}

export interface DisputeRow {
  id: string;
  vendorId: string;
  paymentId: string;
  state: DisputeState;
  amountMinor: number;
  wonMinor: number;
  /** What was lost, and came out of which bill. */
  feeMinor: number;
  parts: readonly PaymentPart[];
}

/** A bill that rests because of a dispute, for as long as `isOver` is not so. */
export interface HoldRow {
  invoiceId: string;
  note: string;
  isOver: boolean;
}

/** What a bank has said may not be charged any more, and what it said. */
export interface ClosedMethodRow {
  id: string;
  why: string;
}

/** The list of bills that was texted to a phone last. */
export interface MenuRow {
  phone: string;
  invoiceIds: readonly string[];
  expiresAt: number;
}

export interface JobRow {
  id: string;
  name: 'conversation.answer' | 'message.record-delivery' | 'payment.read-notice';
  payload: string;
  state: 'created' | 'active' | 'done';
  startAfter: number;
}

export interface ConsentRow {
  phone: string;
  state: ConsentState;
  since: number;
}
