import type { ManualAdjustment } from '../../src/invoice/adjustment.ts';
import { amountDue } from '../../src/invoice/amount-due.ts';
import { decideLateFee } from '../../src/invoice/decide-late-fee.ts';
import type { LateFeeTerms } from '../../src/invoice/late-fee.ts';
import type { JournalEntry } from '../../src/ledger/chart.ts';
import { postAdjustment } from '../../src/ledger/post-adjustment.ts';
import { postInvoice } from '../../src/ledger/post-invoice.ts';
import { postPayment, postVoid } from '../../src/ledger/post-payment.ts';
import { money } from '../../src/money/money.ts';
import { allocatePayment, type DueBill, type PayWish } from '../../src/payment/allocate-payment.ts';
import type { CardFeeTerms } from '../../src/payment/card-fee.ts';
import { LIVE_STATES, mayMove, type PaymentState } from '../../src/payment/payment.ts';
import type { AgreedPart } from '../../src/payment/payment-part.ts';
import { Processor } from './processor.ts';
import { RULES, type Rules } from './rules.ts';

export const USD = 'USD' as const;
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
  /** All that is charged: the parts and the fee. */
  amountMinor: number;
  feeMinor: number;
  /** What the customer was told that it comes to. */
  toldMinor: number;
  currency: typeof USD;
  parts: readonly AgreedPart[];
  state: PaymentState;
  finishedAt: Date | null;
}

/** What a customer was asked: the split of what they want to pay, and what is added for the card. */
export interface Question {
  parts: readonly AgreedPart[];
  feeMinor: number;
}

/**
 * One customer's books in memory: the production decisions and postings, and around them the least that keeps them: rows,
 * the ledger, and a processor.
 */
export class Books {
  readonly bills: Bill[] = [];
  readonly payments: BookedPayment[] = [];
  readonly entries: JournalEntry[] = [];
  readonly processor = new Processor();
  /** What receipts said was paid, less what texts said went back. */
  receipts = 0;
  cardFee: CardFeeTerms | null = null;
  now: Date;
  protected readonly rules: Rules;
  readonly #posted = new Set<string>();
  readonly #due = new Map<string, number>();
  #ids = 0;

  constructor(now: Date, broken: Partial<Rules> = {}) {
    this.now = now;
    this.rules = { ...RULES, ...broken };
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
    return this.#due.get(billId) ?? 0;
  }

  /** What a customer is asked, on what is due now. */
  ask(wish: PayWish): Question | undefined {
    const open: DueBill[] = this.bills.map(({ id }) => ({
      invoiceId: id,
      amountDue: amountDue({ currency: USD }, this.due(id)),
      dueOn: '2026-11-27',
    }));
    const answer = allocatePayment(open, wish, MINIMUM);
    if (answer.kind !== 'allocated') return undefined;
    const total = answer.parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    return { parts: answer.parts, feeMinor: this.#feeOf(total, false) };
  }

  /** The transaction that commits the intent; undefined where it is refused. */
  start(
    { parts, feeMinor }: Question,
    { minimumMinor = MINIMUM, isByItself = false } = {},
  ): BookedPayment | undefined {
    const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const decision = this.rules.decideCharge({
      parts: parts.map((part) => ({
        ...part,
        amountDue: amountDue({ currency: USD }, this.due(part.invoiceId)),
      })),
      agreed: money(total, USD),
      live: this.liveOf(parts.map(({ invoiceId }) => invoiceId)),
      minimumMinor,
    });
    const fee = this.#feeOf(total, isByItself);
    if (decision.kind === 'refused' || (fee !== feeMinor && this.rules.isFeeAsTold)) return undefined;
    const payment: BookedPayment = {
      id: this.nextId('p'),
      amountMinor: decision.amount.minor + fee,
      feeMinor: fee,
      toldMinor: total + feeMinor,
      currency: USD,
      parts,
      state: 'started',
      finishedAt: null,
    };
    this.payments.push(payment);
    return payment;
  }

  #feeOf(minor: number, isByItself: boolean): number {
    const card = { brand: 'Visa', kind: 'card', funding: 'credit' } as const;
    const facts = { amount: money(minor, USD), card, places: ['US-TX'], today: '2026-12-01', isByItself };
    const answer = this.rules.decideCardFee(facts, this.cardFee);
    return answer.kind === 'fee' ? answer.feeMinor : 0;
  }

  /** The request reaches the processor, which captures. */
  capture({ id, amountMinor }: BookedPayment): void {
    this.processor.capture(id, amountMinor);
  }

  /** What somebody has learned of a payment; recorded where it may move there, and nowhere else. */
  learn(payment: BookedPayment, state: 'approved' | 'declined' | 'unknown'): void {
    if (!mayMove(payment.state, state)) {
      // An outcome that comes again: the index is what keeps it from being posted again.
      if (state === 'approved') this.post(postPayment(payment, payment.parts));
      return;
    }
    const isLate = payment.state === 'declined';
    payment.state = state;
    if (state !== 'approved') return;
    payment.finishedAt = this.now;
    this.post(postPayment(payment, payment.parts));
    if (!isLate) this.receipts += payment.amountMinor;
    else if (this.processor.void(payment.id) === 'done') this.postVoided(payment);
  }

  adjust(bill: Bill, kind: ManualAdjustment, amountMinor: number): boolean {
    const facts = {
      amountDue: amountDue({ currency: USD }, this.due(bill.id)),
      isInFlight: this.liveOf([bill.id]).length > 0,
      writtenOffMinor: bill.writtenOffMinor,
      feesMinor: bill.feesMinor,
    };
    if (this.rules.decideAdjustment(kind, amountMinor, facts, 100)) return false;
    if (kind === 'write-off') bill.writtenOffMinor += amountMinor;
    if (kind === 'write-off-reversed') bill.writtenOffMinor -= amountMinor;
    if (kind === 'fee-waived') bill.feesMinor -= amountMinor;
    this.post(postAdjustment({ id: this.nextId('a'), kind, invoiceId: bill.id, amountMinor, currency: USD }));
    return true;
  }

  chargeLateFee(bill: Bill): void {
    const facts = {
      currency: USD,
      dueOn: '2026-10-01',
      dueMinor: this.due(bill.id),
      feesBefore: bill.fees,
      lastFeeOn: undefined,
      isHeld: this.isHeld(bill.id),
      hasPromise: this.hasPromise(bill.id),
      isInFlight: this.liveOf([bill.id]).length > 0,
    };
    const decision = decideLateFee(facts, TERMS, '2026-12-01');
    if (decision.kind === 'skip') return;
    const id = `fee ${decision.number} of ${bill.id}`;
    const amountMinor = decision.feeMinor;
    this.post(postAdjustment({ id, kind: 'late-fee', invoiceId: bill.id, amountMinor, currency: USD }));
    bill.fees += 1;
    bill.feesMinor += amountMinor;
  }

  /** Whether a bill is promised, or paid in instalments; and whether it rests. */
  protected hasPromise(_billId: string): boolean {
    return false;
  }

  protected isHeld(_billId: string): boolean {
    return false;
  }

  protected postVoided(payment: BookedPayment): void {
    payment.state = 'voided';
    this.post(postVoid(payment, payment.parts));
  }

  protected liveOf(billIds: readonly string[]): BookedPayment[] {
    return this.payments.filter(
      ({ state, parts }) =>
        LIVE_STATES.includes(state) && parts.some(({ invoiceId }) => billIds.includes(invoiceId)),
    );
  }

  /** Once per cause, as the unique index has it. */
  protected post(entry: JournalEntry): void {
    const key = `${entry.cause}/${entry.causeId}`;
    if (this.#posted.has(key) && this.rules.isPostedOnce) return;
    this.#posted.add(key);
    this.entries.push(entry);
    for (const { invoiceId, minor } of entry.postings)
      if (invoiceId !== undefined) this.#due.set(invoiceId, this.due(invoiceId) + minor);
  }

  protected nextId(kind: string): string {
    this.#ids += 1;
    return `${kind}${this.#ids}`;
  }
}
