import type { AgreedBooks } from './agreed-books.ts';
import type { BookedPayment } from './books.ts';
import { refundedOf } from './processor.ts';

/** What is wrong with the books, a sentence each; none where all holds that must hold after every step. */
export function findFaults(books: AgreedBooks): string[] {
  return [
    ...judgeLedger(books),
    ...judgeProcessor(books),
    ...judgePayments(books),
    ...judgeBills(books),
    ...judgeAgreements(books),
  ];
}

function judgeLedger(books: AgreedBooks): string[] {
  const faults: string[] = [];
  let held = 0;
  for (const { postings, causeId } of books.entries) {
    let sum = 0;
    for (const { account, minor } of postings) {
      sum += minor;
      if (account === 'processor') held += minor;
    }
    if (sum !== 0) faults.push(`entry of ${causeId} does not balance: ${sum}`);
  }
  const known = books.payments.reduce((sum, payment) => sum + knownOf(books, payment), 0);
  if (held !== known) faults.push(`the ledger holds ${held}, and of what is known the processor ${known}`);
  const disputed = sumOf(books, 'disputed');
  if (books.receipts !== held + disputed)
    faults.push(`receipts say ${books.receipts}, captured less given back is ${held + disputed}`);
  return faults;
}

/** What the processor holds of a payment, as far as its answers have come: what they have not told yet counts as before. */
function knownOf(books: AgreedBooks, payment: BookedPayment): number {
  const { id, state, amountMinor } = payment;
  const sale = books.processor.sales.get(id);
  if (!sale || state === 'started' || state === 'unknown') return 0;
  if (sale.isVoided) return state === 'approved' ? amountMinor : 0;
  const untold = books.refunds.filter(
    (refund) => refund.payment === payment && (refund.state === 'started' || refund.state === 'unknown'),
  );
  const untoldMinor = untold.reduce((sum, refund) => sum + (sale.refunds.get(refund.id)?.minor ?? 0), 0);
  return books.processor.heldOf(id) + untoldMinor;
}

function sumOf(books: AgreedBooks, wanted: string): number {
  let sum = 0;
  for (const { postings } of books.entries)
    for (const { account, minor } of postings) if (account === wanted) sum += minor;
  return sum;
}

/** One capture per intent, one refund per refund, and never more back than was taken. */
function judgeProcessor(books: AgreedBooks): string[] {
  const faults: string[] = [];
  for (const [id, sale] of books.processor.sales) {
    if (sale.captures > 1) faults.push(`${id} was captured ${sale.captures} times`);
    const refunded = refundedOf(sale);
    if (refunded > sale.amountMinor) faults.push(`${refunded} of ${sale.amountMinor} went back: ${id}`);
    if (sale.isVoided && refunded > 0) faults.push(`${id} was voided and refunded`);
    for (const [refundId, { times }] of sale.refunds)
      if (times > 1) faults.push(`${refundId} was made ${times} times`);
  }
  for (const { id, amountMinor, feeMinor, parts } of books.refunds) {
    const split = parts.reduce((sum, part) => sum + part.amountMinor, feeMinor);
    if (split !== amountMinor) faults.push(`${id} gives back ${amountMinor} and comes out of ${split}`);
  }
  return faults;
}

/** What is charged is what was told, and no part of it, nor the fee, goes back twice. */
function judgePayments(books: AgreedBooks): string[] {
  const faults: string[] = [];
  for (const payment of books.payments) {
    const { id, amountMinor, toldMinor, feeMinor, parts } = payment;
    if (amountMinor !== toldMinor) faults.push(`${id} takes ${amountMinor}, told were ${toldMinor}`);
    const back = [...books.refunds.filter(({ state }) => state !== 'refused'), ...books.disputes].filter(
      (one) => one.payment === payment,
    );
    const feeBack = back.reduce((sum, one) => sum + one.feeMinor, 0);
    if (feeBack > feeMinor) faults.push(`${feeBack} of a fee of ${feeMinor} goes back: ${id}`);
    for (const { invoiceId, amountMinor: partMinor } of parts) {
      const ofPart = back.flatMap((one) => one.parts).filter((part) => part.invoiceId === invoiceId);
      const partBack = ofPart.reduce((sum, part) => sum + part.amountMinor, 0);
      if (partBack > partMinor) faults.push(`${partBack} of ${partMinor} goes back to ${invoiceId}: ${id}`);
    }
  }
  return faults;
}

function judgeBills(books: AgreedBooks): string[] {
  const faults: string[] = [];
  for (const { id, totalMinor, fees } of books.bills) {
    const due = books.due(id);
    if (due < 0) faults.push(`${due} is due on ${id}`);
    if (due > totalMinor + fees * MOST_FEE_MINOR) faults.push(`more is due on ${id} than was ever billed`);
    const live = books.payments.filter(
      ({ state, parts }) =>
        (state === 'started' || state === 'unknown') && parts.some(({ invoiceId }) => invoiceId === id),
    );
    if (live.length > 1) faults.push(`${live.length} payments of ${id} are under way`);
  }
  return faults;
}

/** A late fee of the model's terms. */
const MOST_FEE_MINOR = 500;

function judgeAgreements(books: AgreedBooks): string[] {
  const faults: string[] = [];
  for (const { id, leftMinor } of books.credits)
    if (leftMinor < 0) faults.push(`${leftMinor} is left of ${id}`);
  const { postedMinor, leftMinor } = books.creditsOwed();
  if (postedMinor !== leftMinor) faults.push(`${postedMinor} of credits is owed, and ${leftMinor} is left`);
  const plan = books.standing();
  if (!plan) return faults;
  const open = plan.instalments.reduce((sum, { openMinor }) => sum + openMinor, 0);
  if (open !== plan.leftMinor) faults.push(`instalments of ${open} for a plan that owes ${plan.leftMinor}`);
  if (plan.dueMinor > plan.leftMinor) faults.push('more of a plan is due than is left of it');
  return faults;
}
