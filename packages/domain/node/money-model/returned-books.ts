import { type DisputeState, mayStep } from '../../src/dispute/dispute-state.ts';
import { postDispute, postDisputeDecided } from '../../src/ledger/post-dispute.ts';
import { postAllowance, postRefund } from '../../src/ledger/post-refund.ts';
import type { PaymentPart } from '../../src/payment/payment-part.ts';
import {
  LIVE_REFUNDS,
  type RefundEffect,
  type RefundState,
  type RefundWhy,
} from '../../src/refund/refund.ts';
import { type BookedPayment, Books, USD } from './books.ts';
import type { Fate } from './processor.ts';

export interface BookedRefund {
  id: string;
  payment: BookedPayment;
  amountMinor: number;
  feeMinor: number;
  parts: readonly PaymentPart[];
  why: RefundWhy;
  effect: RefundEffect;
  state: RefundState;
  /** When the processor was last asked to give it back; undefined where it never was, or has said no. */
  sentAt: Date | undefined;
}

export interface BookedDispute {
  id: string;
  payment: BookedPayment;
  amountMinor: number;
  state: DisputeState;
  /** What came out of the payment by it. */
  parts: readonly PaymentPart[];
  feeMinor: number;
}

/** The books with what goes back: UNDO, refunds whose requests and answers are lost, and what banks take. */
export class ReturnedBooks extends Books {
  readonly refunds: BookedRefund[] = [];
  readonly disputes: BookedDispute[] = [];

  undo(payment: BookedPayment, fate: Fate): void {
    const refunds = this.refundsOf(payment).filter(({ state }) => state !== 'refused').length;
    const facts = {
      state: payment.state,
      finishedAt: payment.finishedAt,
      isTakenBack: false,
      isDisputed: this.#isDisputed(payment),
      refunds,
    };
    if (this.rules.decideUndo(facts, 10, this.now).kind === 'refused') return;
    this.perform(this.#begin(payment, payment.amountMinor, { why: 'undo', effect: 'reopen' }), fate);
  }

  refund(payment: BookedPayment, amountMinor: number, effect: RefundEffect, fate: Fate): void {
    const refundedMinor = this.refundsOf(payment)
      .filter(({ state }) => state === 'done')
      .reduce((sum, one) => sum + one.amountMinor, 0);
    const facts = {
      ...payment,
      isTakenBack: false,
      refundedMinor,
      isRefunding: this.refundsOf(payment).some(({ state }) => LIVE_REFUNDS.includes(state)),
      isDisputed: this.#isDisputed(payment),
    };
    if (this.rules.decideRefund(facts, amountMinor, 1e9).kind !== 'start') return;
    this.perform(this.#begin(payment, amountMinor, { why: 'refund', effect }), fate);
  }

  #isDisputed(payment: BookedPayment): boolean {
    return this.disputesOf(payment).some(({ state }) => state !== 'won');
  }

  #begin(
    payment: BookedPayment,
    amountMinor: number,
    what: Pick<BookedRefund, 'why' | 'effect'>,
  ): BookedRefund {
    const { parts, feeMinor } = this.#unwind(payment, amountMinor);
    const refund = { id: this.nextId('r'), payment, amountMinor, feeMinor, parts, ...what };
    const begun: BookedRefund = { ...refund, state: 'started', sentAt: undefined };
    this.refunds.push(begun);
    return begun;
  }

  /** Asks the processor, once or again, and records what it says. */
  perform(refund: BookedRefund, fate: Fate): void {
    if (refund.state !== 'started' && refund.state !== 'unknown') return;
    const voided = this.#tryToVoid(refund, fate);
    if (voided === 'done') this.#learn(refund, 'done', true);
    else this.#learn(refund, voided ?? this.#giveBack(refund, fate));
  }

  /** A void where it is all of a payment that has not settled; undefined where it has to be refunded. */
  #tryToVoid({ payment, amountMinor, why }: BookedRefund, fate: Fate): RefundState | undefined {
    if (amountMinor !== payment.amountMinor) return undefined;
    const answer = fate === 'lost-nowhere' ? 'unknown' : this.processor.void(payment.id);
    if (fate !== 'answered') return 'unknown';
    if (answer === 'done' || this.processor.isVoided(payment.id) || !this.rules.isRefusalLookedAt)
      return 'done';
    return why === 'undo' ? 'refused' : undefined;
  }

  #giveBack(refund: BookedRefund, fate: Fate): RefundState {
    const { id, payment, amountMinor, sentAt, state } = refund;
    if (this.rules.isRefundLookedFor) {
      if (this.processor.shows(payment.id, id)) return 'done';
      if (sentAt && !this.rules.isPastQuarantine(sentAt, this.now)) return 'unknown';
    }
    refund.sentAt = this.now;
    const answer = fate === 'lost-nowhere' ? 'unknown' : this.processor.refund(payment.id, id, amountMinor);
    if (fate !== 'answered' || answer === 'unknown') return 'unknown';
    if (answer !== 'not-settled') return answer;
    refund.sentAt = undefined;
    return state;
  }

  #learn(refund: BookedRefund, state: RefundState, isVoid = false): void {
    refund.state = state;
    if (state !== 'done') return;
    const { id, payment, parts, feeMinor, amountMinor, effect } = refund;
    this.receipts -= amountMinor;
    const given = { id, currency: USD, parts, feeMinor };
    if (isVoid) this.postVoided(payment);
    else this.post(postRefund(given));
    if (effect === 'allow' && parts.length > 0) this.post(postAllowance(given));
  }

  /** The customer's bank takes a payment back, also what the biller gave back before or is giving back. */
  openDispute(payment: BookedPayment, amountMinor: number): void {
    const isOver = payment.state !== 'approved' || !this.processor.isSettled(payment.id);
    if (isOver || this.disputesOf(payment).length > 0 || amountMinor > payment.amountMinor) return;
    const dispute = { id: this.nextId('d'), payment, amountMinor, parts: [], feeMinor: 0 };
    this.disputes.push({ ...dispute, state: 'open' });
    this.processor.take(payment.id, amountMinor);
    this.post(postDispute({ ...dispute, currency: USD }));
    for (const refund of this.refundsOf(payment))
      if (refund.state === 'started' && !refund.sentAt) refund.state = 'refused';
  }

  /** The bank decides; a part that was won is lost for the rest. */
  decideDispute(dispute: BookedDispute, state: 'won' | 'lost', wantedMinor: number): void {
    if (!mayStep(dispute.state, state)) return;
    const { payment, amountMinor, id } = dispute;
    const wonMinor = state === 'won' ? amountMinor : Math.min(wantedMinor, amountMinor - 1);
    this.processor.take(payment.id, -wonMinor);
    const lostMinor = amountMinor - wonMinor;
    const { parts, feeMinor } = this.#unwind(payment, lostMinor);
    Object.assign(dispute, { state, parts, feeMinor });
    const disputed = { id, amountMinor, currency: USD };
    this.post(postDisputeDecided(disputed, wonMinor, parts, feeMinor));
    this.receipts -= lostMinor;
  }

  /** What an amount that goes back comes out of: the bills and the fee, besides what came out of them before. */
  #unwind(payment: BookedPayment, wantedMinor: number): { parts: PaymentPart[]; feeMinor: number } {
    const before = [
      ...this.refundsOf(payment).filter(({ state }) => state !== 'refused'),
      ...this.disputesOf(payment),
    ];
    const unwound = payment.parts.map((part) => ({
      ...part,
      unwoundMinor: before
        .flatMap(({ parts }) => parts)
        .filter(({ invoiceId }) => invoiceId === part.invoiceId)
        .reduce((sum, one) => sum + one.amountMinor, 0),
    }));
    const partsLeftMinor = unwound.reduce((sum, part) => sum + part.amountMinor - part.unwoundMinor, 0);
    const feeLeftMinor = payment.feeMinor - before.reduce((sum, one) => sum + one.feeMinor, 0);
    const minor = Math.min(wantedMinor, partsLeftMinor + feeLeftMinor);
    const feeMinor = this.rules.unwindFee({ ...payment, partsLeftMinor, feeLeftMinor }, minor);
    return { parts: this.rules.unwindParts(unwound, minor - feeMinor), feeMinor };
  }

  protected override isHeld(billId: string): boolean {
    const open = this.disputes.filter(({ state }) => state !== 'won');
    return open.some(({ payment }) => payment.parts.some(({ invoiceId }) => invoiceId === billId));
  }

  protected refundsOf(payment: BookedPayment): BookedRefund[] {
    return this.refunds.filter((refund) => refund.payment === payment);
  }

  protected disputesOf(payment: BookedPayment): BookedDispute[] {
    return this.disputes.filter((dispute) => dispute.payment === payment);
  }
}
