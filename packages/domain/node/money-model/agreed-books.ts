import { postCredit, postCreditEnded, postCreditUsed } from '../../src/ledger/post-credit.ts';
import { money } from '../../src/money/money.ts';
import { DEFAULT_MONEY_RULES } from '../../src/payment/money-rules.ts';
import { sharePayment } from '../../src/payment/share-payment.ts';
import type { Instalment } from '../../src/plan/plan.ts';
import { proposePlan } from '../../src/plan/propose-plan.ts';
import { type PlanStanding, standPlan } from '../../src/plan/stand-plan.ts';
import { addDays } from '../../src/time/add-days.ts';
import { type BookedPayment, USD } from './books.ts';
import { ReturnedBooks } from './returned-books.ts';

const FIRST_DAY = '2026-11-20';

/** The books with what customers agree on: plans, promises, autopay and credits. */
export class AgreedBooks extends ReturnedBooks {
  readonly credits: { id: string; amountMinor: number; leftMinor: number }[] = [];
  readonly promised = new Set<string>();
  plan: { billIds: readonly string[]; instalments: readonly Instalment[] } | undefined;
  /** The customer's day, moved by the steps. */
  day = FIRST_DAY;

  protected override hasPromise(billId: string): boolean {
    return this.promised.has(billId) || (this.plan?.billIds.includes(billId) ?? false);
  }

  letDaysGoBy(days: number): void {
    this.day = addDays(this.day, days);
  }

  /** A charge under a mandate: of the whole bill where nothing speaks against it. */
  autopay(billId: string): BookedPayment | undefined {
    const decision = this.rules.decidePlannedCharge({
      state: 'queued',
      plannedFor: FIRST_DAY,
      dueOn: FIRST_DAY,
      amountDue: money(this.due(billId), USD),
      autopay: 'on',
      hasCard: true,
      notice: { kind: 'charge' },
      isHeld: this.isHeld(billId),
      hasPromise: this.hasPromise(billId),
      isInFlight: this.liveOf([billId]).length > 0,
    });
    if (decision.kind !== 'charge') return undefined;
    const parts = [{ invoiceId: billId, amountMinor: decision.amount.minor, isPartial: false }];
    return this.start({ parts, feeMinor: 0 }, { isByItself: true });
  }

  /** A plan about all that is open, unless one runs or money is on its way. */
  startPlan(parts: number): void {
    const open = this.bills.filter(({ id }) => this.due(id) > 0).map(({ id }) => id);
    if (this.plan || this.liveOf(open).length > 0) return;
    const total = open.reduce((sum, id) => sum + this.due(id), 0);
    const due = total > 0 ? money(total, USD) : undefined;
    const answer = proposePlan({ parts }, due, DEFAULT_MONEY_RULES.plan, this.day, 'customer');
    if (answer.kind === 'plan') this.plan = { billIds: open, instalments: answer.plan.instalments };
  }

  standing(): PlanStanding | undefined {
    return this.plan && standPlan(this.plan.instalments, this.#balance(), this.day);
  }

  /** The tries to pay what a plan has due, asked for at the same moment from several phones. */
  payInstalment(phones: number): (BookedPayment | undefined)[] {
    const next = this.standing()?.next;
    if (!this.plan || !next) return [];
    const bills = this.plan.billIds.map((id) => ({ invoiceId: id, amountDue: money(this.due(id), USD) }));
    const parts = sharePayment(bills, next.amountMinor);
    const minimumMinor = Math.min(100, next.amountMinor);
    const terms = { minimumMinor, isByItself: true };
    return Array.from({ length: phones }, () => this.start({ parts, feeMinor: 0 }, terms));
  }

  endPlan(): void {
    this.plan = undefined;
  }

  grant(amountMinor: number): void {
    const credit = { id: this.nextId('c'), amountMinor, leftMinor: amountMinor };
    this.credits.push(credit);
    this.post(postCredit({ id: credit.id, kind: 'goodwill', amountMinor, currency: USD }));
  }

  useCredits(): void {
    const open = this.credits.filter(({ leftMinor }) => leftMinor > 0);
    const bills = this.bills
      .map(({ id }) => ({ invoiceId: id, dueOn: FIRST_DAY, dueMinor: this.due(id) }))
      .filter(({ invoiceId, dueMinor }) => dueMinor > 0 && this.liveOf([invoiceId]).length === 0);
    const uses = this.rules.planUses(
      open.map(({ id, leftMinor }) => ({ creditId: id, leftMinor, expiresOn: null })),
      bills,
    );
    for (const use of uses) {
      const credit = open.find(({ id }) => id === use.creditId);
      if (credit) credit.leftMinor -= use.amountMinor;
      this.post(postCreditUsed({ id: this.nextId('u'), currency: USD, ...use }));
    }
  }

  expire(index: number): void {
    const credit = this.credits[index % Math.max(1, this.credits.length)];
    if (!credit || credit.leftMinor === 0) return;
    const amountMinor = credit.leftMinor;
    credit.leftMinor = 0;
    this.post(postCreditEnded({ id: credit.id, kind: 'goodwill', amountMinor, currency: USD }));
  }

  /** What the ledger owes as credit, and what is left of the credits. */
  creditsOwed(): { postedMinor: number; leftMinor: number } {
    const posted = this.entries
      .flatMap(({ postings }) => postings)
      .filter(({ account }) => account === 'credit')
      .reduce((sum, { minor }) => sum - minor, 0);
    return { postedMinor: posted, leftMinor: this.credits.reduce((sum, one) => sum + one.leftMinor, 0) };
  }

  #balance(): number {
    return (this.plan?.billIds ?? []).reduce((sum, id) => sum + this.due(id), 0);
  }
}
