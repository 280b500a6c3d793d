import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { call, type Flow, transaction } from '../kernel/flow.ts';
import type { NoticeRow, PaymentRow } from '../store.ts';
import type { Sale } from '../vendors/gateway.ts';
import type { Ctx } from '../world.ts';
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
  const timeoutMs = ctx.mutant === 'no timeout' ? undefined : PROCESSOR_TIMEOUT_MS;
  const sale = yield* call<Sale | 'unanswered'>(
    (hear) => ctx.gateway.find(subjectId, hear),
    timeoutMs,
    'unanswered',
  );
  if (sale === 'unanswered') throw new Error('the processor did not answer; the job is tried again');
  const before = yield* transaction(() => ({ ...(ctx.store.payments.get(sale.paymentId) as PaymentRow) }));
  if (sale.status === 'voided') return;
  const isNews = yield* recordOutcome(ctx, sale.paymentId, {
    kind: sale.status === 'captured' ? 'approved' : 'declined',
    vendorId: sale.id,
  });
  if (isNews && before.state === 'declined' && sale.status === 'captured')
    yield* takeBack(ctx, sale.paymentId);
}
