import { isPastQuarantine } from '@kvitt/domain/payment/timetable';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { Mutant } from '../mutants.ts';
import type { PaymentRow, RefundRow } from '../rows.ts';
import type { RefundAnswer, VoidAnswer } from '../vendors/gateway.ts';
import type { Ctx } from '../world.ts';
import { askProcessor, findSale, searchRefunds } from './ask-processor.ts';
import { isDisputed } from './begin-refund.ts';
import { type RefundOutcome, recordRefund } from './record-refund.ts';

/** As in the flow: a process that stood still for longer must not send it any more. */
const SEND_WITHIN_MS = 15_000;

/** As packages/flows/src/refund/perform-refund.ts: a whole payment is voided where it still can be, else refunded. */
export function* performRefund(ctx: Ctx, refundId: string): Flow<void> {
  const { refund, payment } = yield* transaction(() => {
    const row = ctx.store.refunds.get(refundId) as RefundRow;
    const paid = ctx.store.payments.get(row.paymentId) as PaymentRow;
    return { refund: { ...row }, payment: { ...paid } };
  });
  if (refund.state !== 'started' && refund.state !== 'unknown') return;
  const { vendorId } = payment;
  if (vendorId === null) throw new Error(`payment ${payment.id} is captured and has no sale`);
  if (payment.returnedAt !== null && ctx.mutant === 'returned refund unseen') {
    yield* recordRefund(ctx, refundId, { kind: 'refused' });
    return;
  }
  const isWhole = refund.amountMinor === payment.amountMinor && payment.returnedAt === null;
  const voided = isWhole ? yield* tryToVoid(ctx, refund, vendorId) : undefined;
  yield* recordRefund(ctx, refundId, voided ?? (yield* giveBack(ctx, refund, vendorId)));
}

function* tryToVoid(ctx: Ctx, refund: RefundRow, vendorId: string): Flow<RefundOutcome | undefined> {
  const answer = yield* askProcessor<VoidAnswer>(ctx, (there, hear) => there.void(vendorId, hear), 'unknown');
  if (answer === 'done') return { kind: 'done', move: 'void' };
  if (answer === 'unknown') return { kind: 'unknown' };
  if (ctx.mutant === 'UNDO is believed' && refund.why === 'undo') return { kind: 'done', move: 'void' };
  const now = yield* findSale(ctx, vendorId);
  if (now === 'unanswered') return { kind: 'unknown' };
  if (now.status === 'voided') return { kind: 'done', move: 'void' };
  return refund.why === 'undo' ? { kind: 'refused' } : undefined;
}

function* giveBack(ctx: Ctx, refund: RefundRow, vendorId: string): Flow<RefundOutcome> {
  const { id: refundId, amountMinor: minor, sentAt } = refund;
  const askedAt = ctx.now();
  if (ctx.mutant !== 'refund sent again blindly') {
    const before = yield* searchRefunds(ctx, refundId);
    if (before.kind !== 'found') return { kind: 'unknown' };
    if (before.refunds.length > 0) return { kind: 'done', move: 'refund' };
    const isFresh = sentAt !== null && !isPastQuarantine(new Date(sentAt), new Date(askedAt));
    if (isFresh && ctx.mutant !== 'refund without quarantine') return { kind: 'unknown' };
  }
  const mark = yield* transaction(() => markSent(ctx, refund, askedAt));
  if (mark !== 'marked') return { kind: mark };
  const isLate = ctx.now() - askedAt > SEND_WITHIN_MS;
  if (isLate && ctx.mutant !== 'late refund') return { kind: 'unknown' };
  const answer = yield* askProcessor<RefundAnswer>(
    ctx,
    (there, hear) => there.refund({ vendorId, minor, refundId }, hear),
    'unknown',
  );
  if (answer === 'done') return { kind: 'done', move: 'refund' };
  return { kind: answer };
}

function markSent(
  ctx: Ctx,
  { id, sentAt, paymentId }: RefundRow,
  at: number,
): 'marked' | 'refused' | 'unknown' {
  const refund = ctx.store.refunds.get(id) as RefundRow;
  const payment = ctx.store.payments.get(paymentId) as PaymentRow;
  // The bank has the money, or has had it back: sent now, it would go back a second time.
  const isOver = isDisputed(ctx, paymentId) || payment.returnedAt !== null;
  if (isOver && !LOOKS_AWAY.includes(ctx.mutant)) return 'refused';
  const isMine = refund.sentAt === sentAt && (refund.state === 'started' || refund.state === 'unknown');
  if (!isMine && ctx.mutant !== 'refund by two at once') return 'unknown';
  ctx.store.update(refund, { sentAt: at });
  ctx.diary.disputed.push({ what: 'sent', paymentId });
  return 'marked';
}

/** Those that send what a dispute has overtaken. */
const LOOKS_AWAY: readonly (Mutant | undefined)[] = ['refund sent in a dispute', 'refund beside a dispute'];
