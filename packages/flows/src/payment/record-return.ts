import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { loadParts } from '@kvitt/db/payment/load-parts';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { mayMove } from '@kvitt/domain/payment/payment';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { noteReturn } from '../method/note-return.ts';

/**
 * Records that a bank sent an approved payment back instead of settling it: the reversing entry opens its bills again,
 * and the customer is told, with a way to pay otherwise. All of it in one transaction, once: of a payment that is
 * not approved any more nothing is changed.
 * @param returnCode of a payment from a bank account: the network's word for why, R01 …; what follows is `noteReturn`'s
 * @returns whether it changed the payment
 */
export async function recordReturn(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
  returnCode?: string,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const payment = await tx.em.findOneOrFail(
      Payment,
      { billerId: key.billerId, id: key.paymentId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!mayMove(payment.state, 'voided')) return false;
    // One that came late and was on its way back was never told as paid: its money is back by itself now.
    const isTold = payment.askAt == null;
    payment.state = 'voided';
    payment.returnedAt = tx.clock.now();
    payment.returnCode = returnCode ?? null;
    payment.askAt = null;
    await tx.em.flush();
    const parts = await loadParts(tx.em, payment.billerId, payment.id);
    await postEntry(tx, payment.billerId, postVoid(payment, parts));
    const retryOn = await noteReturn(tx, payment);
    if (isTold) await tell(tx, payment, parts.map(({ number }) => number).join(', '), retryOn);
    tx.log.info({ paymentId: payment.id }, 'a bank sent a payment back');
    return true;
  });
}

async function tell(
  tx: TxCtx,
  payment: Payment,
  invoiceNumber: string,
  retryOn: string | undefined,
): Promise<void> {
  const { billerId, id, accountId } = payment;
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return;
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const { language } = await findOwner(tx.em, { billerId, accountId });
  const write = await loadWriter(tx, billerId);
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'payment-returned',
    body: write('payment-returned', language, {
      brand,
      amount: formatMoney(money(payment.amountMinor, payment.currency), language),
      invoiceNumber,
      ...(retryOn !== undefined && { retryOn: formatDueDate(retryOn, language) }),
      link: '{link}',
    }),
    cause: `payment-returned/${id}`,
    invoiceId: payment.invoiceId,
  });
}
