import type { JournalEntry } from '@kvitt/domain/ledger/chart';
import { postPayment } from '@kvitt/domain/ledger/post-payment';
import { mayMove } from '@kvitt/domain/payment/payment';
import { nextAskInMs, nextLateLookInMs } from '@kvitt/domain/payment/timetable';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { InvoiceRow, MessageRow, PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { receivable } from './load-dialog.ts';
import { noteTry, takeAwayCharges } from './note-try.ts';
import { queueText } from './queue-text.ts';

/** What somebody has learned about a payment; `never-arrived` is the outcome `declined` with that kind. */
export type Learned =
  | { kind: 'approved' | 'declined'; vendorId: string }
  | { kind: 'unknown' }
  | { kind: 'never-arrived' };

/** As in the flow: when a late sale is given back again, where that was not done at once. */
const TAKE_BACK_AGAIN_MS = 60_000;

/** As packages/flows/src/payment/record-outcome.ts: payment, ledger and text in one transaction, whoever learned it. */
export function* recordOutcome(ctx: Ctx, paymentId: string, learned: Learned): Flow<boolean> {
  return yield* transaction(() => {
    const payment = ctx.store.payments.get(paymentId) as PaymentRow;
    if (!isMove(payment, learned) && ctx.mutant !== 'no posted-once guard') return false;
    const before = payment.state;
    apply(ctx, payment, learned);
    if (learned.kind === 'approved') {
      post(ctx, postPayment({ ...payment, currency: 'USD' }, payment.parts));
      if (before !== 'declined') {
        closeOffers(ctx, payment);
        for (const { invoiceId } of payment.parts)
          if (receivable(ctx, invoiceId) <= 0) takeAwayCharges(ctx, invoiceId);
      }
    }
    if (before !== 'declined') noteTry(ctx, payment);
    tellOutcome(ctx, payment, before);
    ctx.bells.payments.ring();
    return true;
  });
}

function isMove(payment: PaymentRow, learned: Learned): boolean {
  const to = learned.kind === 'never-arrived' ? 'declined' : learned.kind;
  if (!mayMove(payment.state, to)) return false;
  return payment.state !== 'declined' || payment.declineKind === 'never-arrived';
}

function apply(ctx: Ctx, payment: PaymentRow, learned: Learned): void {
  const now = ctx.now();
  const isLate = payment.state === 'declined';
  if (learned.kind === 'unknown') {
    ctx.store.update(payment, { state: 'unknown', askAt: now + nextAskInMs(0) });
    return;
  }
  const isLost = learned.kind === 'never-arrived';
  ctx.store.update(payment, {
    state: learned.kind === 'approved' ? 'approved' : 'declined',
    finishedAt: now,
    asked: 0,
    askAt: isLost ? now + (nextLateLookInMs(0) ?? 0) : isLate ? now + TAKE_BACK_AGAIN_MS : null,
    vendorId: isLost ? payment.vendorId : learned.vendorId,
    declineKind: isLost ? 'never-arrived' : learned.kind === 'declined' ? 'insufficient-funds' : null,
  });
}

/** As packages/flows/src/ledger/post-entry.ts: once per cause, by a unique index. */
export function post(ctx: Ctx, entry: JournalEntry): void {
  const guard = `${entry.cause}/${entry.causeId}`;
  const key = ctx.mutant === 'no posted-once guard' ? `${guard}/${ctx.nextId()}` : guard;
  if (!ctx.store.insert(ctx.store.entries, key, entry)) return;
  for (const { invoiceId } of entry.postings) {
    if (invoiceId === undefined) continue;
    const minor = receivable(ctx, invoiceId);
    const of = { invoiceId, minor, by: `${entry.cause} ${entry.causeId}` };
    if (entry.cause === 'payment-captured' && minor < 0) ctx.diary.overpaid.push(of);
    const { totalMinor } = ctx.store.invoices.get(invoiceId) as InvoiceRow;
    if (minor > totalMinor) ctx.diary.overowed.push(of);
  }
}

function closeOffers(ctx: Ctx, payment: PaymentRow): void {
  for (const offer of ctx.store.offers.values()) {
    const about = offer.parts ?? [offer];
    const isPaid = about.some((one) => payment.parts.some(({ invoiceId }) => invoiceId === one.invoiceId));
    if (isPaid && offer.state === 'open') ctx.store.update(offer, { state: 'superseded' });
  }
}

/** As packages/flows/src/payment/tell-outcome.ts. */
function tellOutcome(ctx: Ctx, payment: PaymentRow, before: PaymentRow['state']): void {
  if (before === 'declined') return;
  if (payment.channel === 'portal' && payment.state !== 'approved') return;
  const isByItself = payment.channel === 'autopay';
  if (isByItself && payment.state === 'unknown') return;
  const template = templateOf(payment);
  const asking = payment.messageId
    ? (ctx.store.messages.get(payment.messageId) as MessageRow).createdAt
    : payment.startedAt;
  queueText(ctx, {
    phone: payment.phone,
    purpose: isByItself ? 'service' : 'receipt',
    askedAt: asking,
    template,
    body: '',
    cause: `${template}/${(isByItself && payment.plannedChargeId) || payment.id}`,
    invoiceId: payment.invoiceId,
  });
}

function templateOf(payment: PaymentRow): string {
  if (payment.state === 'approved') return 'receipt';
  if (payment.state === 'unknown') return 'checking-payment';
  return payment.declineKind === 'never-arrived' ? 'payment-did-not-arrive' : 'payment-declined';
}
