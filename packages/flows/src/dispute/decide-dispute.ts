import type { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { InvoiceHold } from '@kvitt/db/invoice/invoice-hold.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { postDisputeDecided } from '@kvitt/domain/ledger/post-dispute';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { unwindPayment } from '../refund/unwind-payment.ts';

/**
 * Books a bank's decision, within the caller's transaction, which has locked the payment. Won: the money is back, the
 * bills rest no longer. Lost: the bills are owed again and go on resting, since whether they are asked for once more, or
 * written off, is a person's word; they are asked for it.
 * @param wonMinor what the bank gave back; all of it where it says nothing of a part
 */
export async function decideDispute(
  tx: TxCtx,
  dispute: Dispute,
  state: 'won' | 'lost',
  wonMinor: number,
): Promise<void> {
  const { billerId, id, paymentId, amountMinor } = dispute;
  const now = tx.clock.now();
  const isPart = wonMinor > 0 && wonMinor < amountMinor;
  dispute.wonMinor = isPart ? wonMinor : state === 'won' ? amountMinor : 0;
  // The bank calls a part of it won; the ledger posts it as lost, with what came back.
  dispute.state = isPart ? 'lost' : state;
  dispute.decidedAt = now;
  await tx.em.flush();
  if (dispute.takesMoney) {
    const payment = await tx.em.findOneOrFail(Payment, { billerId, id: paymentId });
    const { parts, feeMinor } = await unwindPayment(tx, payment, amountMinor - dispute.wonMinor);
    dispute.feeMinor = feeMinor;
    await tx.em.flush();
    await postEntry(tx, billerId, postDisputeDecided(dispute, dispute.wonMinor, parts, feeMinor));
    for (const { invoiceId, amountMinor: minor } of parts) {
      await tx.em.execute(
        'insert into dispute_part (biller_id, dispute_id, invoice_id, amount_minor) values (?, ?, ?, ?)',
        [billerId, id, invoiceId, minor],
      );
    }
  }
  if (dispute.state === 'won' || !dispute.takesMoney) {
    const ended = { endedAt: now, endedBy: 'dispute' };
    await tx.em.nativeUpdate(InvoiceHold, { billerId, note: id, why: 'dispute', endedAt: null }, ended);
  }
  const done = { closedAt: now, closedBy: 'dispute', reason: dispute.vendorStatus };
  await tx.em.nativeUpdate(WorkItem, { billerId, kind: 'dispute', subject: id, closedAt: null }, done);
  tx.log.info({ disputeId: id, state: dispute.state }, 'a dispute was decided');
}
