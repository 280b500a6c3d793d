import { type Flow, transaction } from '../kernel/flow.ts';
import type { NoticeRow } from '../rows.ts';
import type { News } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { findSale } from './ask-processor.ts';
import { learnDispute } from './learn-dispute.ts';
import { learnSale } from './learn-sale.ts';

/** As packages/flows/src/payment/receive-notice.ts: the row, once, and its job. */
export function* receiveNotice(ctx: Ctx, news: News): Flow<void> {
  yield* transaction(() => {
    const id = `${news.about}/${news.subjectId}/${news.status}`;
    if (ctx.store.insert(ctx.store.notices, id, { id, ...news })) ctx.enqueue('payment.read-notice', id);
  });
}

/** As packages/flows/src/payment/read-notice.ts: a notice is a reason to look, and what counts is what is seen then. */
export function* readNotice(ctx: Ctx, noticeId: string): Flow<void> {
  const { about, subjectId, status } = ctx.store.notices.get(noticeId) as NoticeRow;
  if (about === 'dispute') {
    yield* learnDispute(ctx, subjectId, status);
    return;
  }
  const sale = yield* findSale(ctx, subjectId);
  if (sale === 'unanswered') throw new Error('the processor did not answer; the job is tried again');
  const payment = yield* transaction(() => copyOf(ctx.store.payments.get(sale.paymentId)));
  if (payment) yield* learnSale(ctx, payment, sale);
}

function copyOf<R>(row: R | undefined): R | undefined {
  return row && { ...row };
}
