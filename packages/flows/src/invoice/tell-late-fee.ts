import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import type { LateBillRow } from '@kvitt/db/invoice/find-late-bills';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/** Tells the customer of a late fee, in the transaction that charges it; who gets no texts sees it on the bill. */
export async function tellLateFee(
  tx: TxCtx,
  billerId: string,
  bill: LateBillRow,
  fee: { id: string; feeMinor: number },
): Promise<void> {
  const thread = await findThread(tx, billerId, bill.accountId);
  if (!thread) return;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: bill.accountId });
  const { firstName, language } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const write = await loadWriter(tx, billerId);
  const dueMinor = bill.dueMinor + fee.feeMinor;
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'fee-added',
    body: write('fee-added', language, {
      brand: biller.name,
      firstName,
      fee: formatMoney(money(fee.feeMinor, bill.currency), language),
      amount: formatMoney(money(dueMinor, bill.currency), language),
      invoiceNumber: bill.number,
      dueDate: formatDueDate(bill.dueOn, language),
      link: '{link}',
    }),
    cause: `fee-added/${fee.id}`,
    invoiceId: bill.id,
    statedMinor: dueMinor,
  });
}
