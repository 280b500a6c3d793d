import { Sender } from '@kvitt/db/biller/sender.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { DeliveryReport } from '@kvitt/db/message/delivery-report.entity';
import type { DeliveryReport as Report } from '@kvitt/sms/sms-port';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/**
 * Takes in a carrier's report, in one transaction: its row, once per (text, state, sequence), and the job that applies it.
 * @param from the number of ours that the text went out from, E.164
 */
export async function receiveReport(
  ctx: Ctx,
  from: string,
  report: Report,
): Promise<{ kind: 'received' | 'seen-before' | 'unknown-number' }> {
  return inTransaction(ctx, async (tx) => {
    const sender = await tx.em.findOne(Sender, { number: from });
    if (!sender) return { kind: 'unknown-number' };
    const { billerId } = sender;
    const id = tx.ids.next();
    const isNew = await insertOnce(tx.em, DeliveryReport, {
      billerId,
      id,
      vendorId: report.vendorId,
      messageId: report.messageId ?? null,
      state: report.state,
      sequence: report.sequence,
      errorCode: report.errorCode ?? null,
      failure: report.isOptOut ? 'opted-out' : (report.failure?.kind ?? null),
      receivedAt: tx.clock.now(),
    });
    if (!isNew) return { kind: 'seen-before' };
    await tx.jobs.enqueue(
      tx.em.getKysely(),
      'message.record-delivery',
      { billerId, reportId: id },
      { key: id },
    );
    return { kind: 'received' };
  });
}
