import { type Flow, transaction } from '../kernel/flow.ts';
import type { NoticeRow, PaymentRow } from '../store.ts';
import { isTaken } from '../vendors/gateway.ts';
import type { Ctx } from '../world.ts';
import { findSale } from './ask-processor.ts';
import { recordOutcome } from './record-outcome.ts';
import { takeBack } from './take-back.ts';

/** As packages/flows/src/payment/receive-notice.ts: the row, once, and its job. */
export function* receiveNotice(ctx: Ctx, saleId: string): Flow<void> {
  yield* transaction(() => {
    if (ctx.store.insert(ctx.store.notices, saleId, { id: saleId, subjectId: saleId }))
      ctx.enqueue('payment.read-notice', saleId);
  });
}

/** As packages/flows/src/payment/read-notice.ts: a notice is a reason to look, and what counts is what is seen then. */
export function* readNotice(ctx: Ctx, noticeId: string): Flow<void> {
  const { subjectId } = ctx.store.notices.get(noticeId) as NoticeRow;
  const sale = yield* findSale(ctx, subjectId);
  if (sale === 'unanswered') throw new Error('the processor did not answer; the job is tried again');
  const before = yield* transaction(() => copyOf(ctx.store.payments.get(sale.paymentId)));
  if (!before || sale.status === 'voided') return;
  const isNews = yield* recordOutcome(ctx, sale.paymentId, {
    kind: isTaken(sale) ? 'approved' : 'declined',
    vendorId: sale.id,
  });
  if (isNews && before.state === 'declined' && isTaken(sale)) yield* takeBack(ctx, sale.paymentId);
}

function copyOf(payment: PaymentRow | undefined): PaymentRow | undefined {
  return payment && { ...payment };
}
