import { Biller } from '@kvitt/db/biller/biller.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { ProcessorNotice } from '@kvitt/db/webhook/processor-notice.entity';
import type { WebhookNews } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/**
 * Takes in a processor's notice, in one transaction: its row, once per (kind, subject, time) because the processor gives
 * it no id, and the job that reads it.
 */
export async function receiveNotice(
  ctx: Ctx,
  news: Extract<WebhookNews, { kind: 'news' }>,
): Promise<{ kind: 'received' | 'seen-before' }> {
  return inTransaction(ctx, async (tx) => {
    // One merchant account a deployment: its notices are kept with the first biller, whosever sale they speak of.
    const [biller] = await tx.em.find(Biller, {}, { orderBy: { createdAt: 'asc' }, limit: 1 });
    if (!biller) throw new Error('a notice came before the first biller did');
    const id = tx.ids.next();
    const isNew = await insertOnce(tx.em, ProcessorNotice, {
      billerId: biller.id,
      id,
      type: news.type,
      subjectId: news.subjectId,
      at: news.at,
      receivedAt: tx.clock.now(),
    });
    if (!isNew) return { kind: 'seen-before' };
    await tx.jobs.enqueue(
      tx.em.getKysely(),
      'payment.read-notice',
      { billerId: biller.id, noticeId: id },
      { key: id },
    );
    return { kind: 'received' };
  });
}
