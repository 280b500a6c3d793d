import type { ManualAdjustment } from '../../invoice/adjustment.ts';
import { amountDue } from '../../invoice/amount-due.ts';
import { decideAdjustment } from '../../invoice/decide-adjustment.ts';
import { decideLateFee } from '../../invoice/decide-late-fee.ts';
import type { LateFeeTerms } from '../../invoice/late-fee.ts';
import { money } from '../../money/money.ts';
import { allocatePayment, type DueBill, type PayWish } from '../../payment/allocate-payment.ts';
import { decideCharge } from '../../payment/decide-charge.ts';
import { LIVE_STATES, mayMove, type PaymentState } from '../../payment/payment.ts';
import type { AgreedPart, PaymentPart } from '../../payment/payment-part.ts';
import { decideRefund } from '../../refund/decide-refund.ts';
import { decideUndo } from '../../refund/decide-undo.ts';
import type { RefundEffect } from '../../refund/refund.ts';
import { unwindParts } from '../../refund/unwind-parts.ts';
import type { JournalEntry } from '../chart.ts';
import { postAdjustment } from '../post-adjustment.ts';
import { postInvoice } from '../post-invoice.ts';
import { postPayment, postVoid } from '../post-payment.ts';
import { postAllowance, postRefund } from '../post-refund.ts';

const USD = 'USD' as const;
const MINIMUM = 100;
const TERMS: LateFeeTerms = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true };

export interface Bill {
  id: string;
  totalMinor: number;
  currency: typeof USD;
  fees: number;
  feesMinor: number;
  writtenOffMinor: number;
}

export interface BookedPayment {
  id: string;
  amountMinor: number;
  currency: typeof USD;
  parts: readonly AgreedPart[];
  state: PaymentState;
  finishedAt: Date | null;
  isDisputed: boolean;
  refunds: { parts: { invoiceId: string; amountMinor: number }[]; amountMinor: number }[];
}

/**
 * One customer's books in memory: the production decisions and postings, and around them the least that keeps them: rows,
 * the ledger, and a processor that captures each payment at most once per request.
 */
export class Books {
  readonly bills: Bill[] = [];
  readonly payments: BookedPayment[] = [];
  readonly entries = new Map<string, JournalEntry>();
  /** What the processor holds, by the payment's id: captured, less what went back; and how often it captured. */
  readonly held = new Map<string, number>();
  readonly captures = new Map<string, number>();
  /** What receipts said was paid, less what texts said went back. */
  receipts = 0;
  now: Date;
  #ids = 0;

  constructor(now: Date) {
    this.now = now;
  }

  issue(totalMinor: number): void {
    const bill = {
      id: this.nextId('b'),
      totalMinor,
      currency: USD,
      fees: 0,
      feesMinor: 0,
      writtenOffMinor: 0,
    };
    this.bills.push(bill);
    this.post(postInvoice(bill));
  }

  due(billId: string): number {
    let sum = 0;
    for (const { postings } of this.entries.values())
      for (const { invoiceId, minor } of postings) if (invoiceId === billId) sum += minor;
    return sum;
  }

  /** What a customer is asked: the split of what they want to pay, on what is due now. */
  ask(wish: PayWish): readonly AgreedPart[] | undefined {
    const open: DueBill[] = this.bills.map(({ id }) => ({
      invoiceId: id,
      amountDue: amountDue({ currency: USD }, this.due(id)),
      dueOn: '2026-11-27',
    }));
    const answer = allocatePayment(open, wish, MINIMUM);
    return answer.kind === 'allocated' ? answer.parts : undefined;
  }

  /** The transaction that commits the intent; undefined where it is refused. */
  start(parts: readonly AgreedPart[], minimumMinor = MINIMUM): BookedPayment | undefined {
    const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const decision = decideCharge({
      parts: parts.map((part) => ({
        ...part,
        amountDue: amountDue({ currency: USD }, this.due(part.invoiceId)),
      })),
      agreed: money(total, USD),
      live: this.liveOf(parts.map(({ invoiceId }) => invoiceId)),
      minimumMinor,
    });
    if (decision.kind === 'refused') return undefined;
    const payment: BookedPayment = {
      id: this.nextId('p'),
      amountMinor: decision.amount.minor,
      currency: USD,
      parts,
      state: 'started',
      finishedAt: null,
      isDisputed: false,
      refunds: [],
    };
    this.payments.push(payment);
    return payment;
  }

  /** The request reaches the processor, which captures. */
  capture(payment: BookedPayment): void {
    this.held.set(payment.id, (this.held.get(payment.id) ?? 0) + payment.amountMinor);
    this.captures.set(payment.id, (this.captures.get(payment.id) ?? 0) + 1);
  }

  /** What somebody has learned of a payment; recorded where it may move there, and nowhere else. */
  learn(payment: BookedPayment, state: 'approved' | 'declined' | 'unknown'): void {
    if (!mayMove(payment.state, state)) return;
    const isLate = payment.state === 'declined';
    payment.state = state;
    if (state !== 'approved') return;
    payment.finishedAt = this.now;
    this.post(postPayment(payment, payment.parts));
    if (isLate) this.#void(payment);
    else this.receipts += payment.amountMinor;
  }

  undo(payment: BookedPayment): boolean {
    const refunds = payment.refunds.length;
    const facts = { state: payment.state, finishedAt: payment.finishedAt, isTakenBack: false, refunds };
    if (payment.isDisputed || decideUndo(facts, 10, this.now).kind === 'refused') return false;
    this.#void(payment);
    this.receipts -= payment.amountMinor;
    return true;
  }

  refund(payment: BookedPayment, amountMinor: number, effect: RefundEffect): boolean {
    const refundedMinor = payment.refunds.reduce((sum, one) => sum + one.amountMinor, 0);
    const { isDisputed } = payment;
    const facts = { ...payment, isTakenBack: false, refundedMinor, isRefunding: false, isDisputed };
    if (decideRefund(facts, amountMinor, 1e9).kind !== 'start') return false;
    const parts = this.unwind(payment, amountMinor);
    const given = { id: this.nextId('r'), currency: USD, parts };
    payment.refunds.push({ parts, amountMinor });
    this.held.set(payment.id, (this.held.get(payment.id) ?? 0) - amountMinor);
    this.post(postRefund(given));
    if (effect === 'allow') this.post(postAllowance(given));
    this.receipts -= amountMinor;
    return true;
  }

  /** The bills that an amount comes out of, besides what came out of them before. */
  protected unwind(payment: BookedPayment, amountMinor: number): PaymentPart[] {
    const given = payment.refunds.flatMap(({ parts }) => parts);
    const unwound = payment.parts.map((part) => ({
      ...part,
      unwoundMinor: given
        .filter(({ invoiceId }) => invoiceId === part.invoiceId)
        .reduce((sum, one) => sum + one.amountMinor, 0),
    }));
    return unwindParts(unwound, amountMinor);
  }

  /** Whether a bill is promised, or paid in instalments. */
  protected hasPromise(_billId: string): boolean {
    return false;
  }

  adjust(bill: Bill, kind: ManualAdjustment, amountMinor: number): boolean {
    const facts = {
      amountDue: amountDue({ currency: USD }, this.due(bill.id)),
      isInFlight: this.liveOf([bill.id]).length > 0,
      writtenOffMinor: bill.writtenOffMinor,
      feesMinor: bill.feesMinor,
    };
    if (decideAdjustment(kind, amountMinor, facts, 100)) return false;
    if (kind === 'write-off') bill.writtenOffMinor += amountMinor;
    if (kind === 'write-off-reversed') bill.writtenOffMinor -= amountMinor;
    if (kind === 'fee-waived') bill.feesMinor -= amountMinor;
    this.post(postAdjustment({ id: this.nextId('a'), kind, invoiceId: bill.id, amountMinor, currency: USD }));
    return true;
  }

  chargeFee(bill: Bill): void {
    const facts = {
      currency: USD,
      dueOn: '2026-10-01',
      dueMinor: this.due(bill.id),
      feesBefore: bill.fees,
      lastFeeOn: undefined,
      isHeld: false,
      hasPromise: this.hasPromise(bill.id),
      isInFlight: this.liveOf([bill.id]).length > 0,
    };
    const decision = decideLateFee(facts, TERMS, '2026-12-01');
    if (decision.kind === 'skip') return;
    const id = `fee ${decision.number} of ${bill.id}`;
    const amountMinor = decision.feeMinor;
    if (!this.post(postAdjustment({ id, kind: 'late-fee', invoiceId: bill.id, amountMinor, currency: USD })))
      return;
    bill.fees += 1;
    bill.feesMinor += amountMinor;
  }

  #void(payment: BookedPayment): void {
    payment.state = 'voided';
    this.held.set(payment.id, 0);
    this.post(postVoid(payment, payment.parts));
  }

  protected liveOf(billIds: readonly string[]): BookedPayment[] {
    return this.payments.filter(
      ({ state, parts }) =>
        LIVE_STATES.includes(state) && parts.some(({ invoiceId }) => billIds.includes(invoiceId)),
    );
  }

  /** Once per cause, as the unique index has it. */
  protected post(entry: JournalEntry): boolean {
    const key = `${entry.cause}/${entry.causeId}`;
    if (this.entries.has(key)) return false;
    this.entries.set(key, entry);
    return true;
  }

  protected nextId(kind: string): string {
    this.#ids += 1;
    return `${kind}${this.#ids}`;
  }
}
