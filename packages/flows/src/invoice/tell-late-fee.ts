import type { LateBillRow } from '@kvitt/db/invoice/find-late-bills';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Tells the customer of a late fee, in the transaction that charges it; who gets no texts sees it on the bill.
 * @param bill.dueMinor what is due besides the fee
 * @param fee.insteadOf the text whose amount was not true any more when it was its turn
 */
export async function tellLateFee(
  tx: TxCtx,
  billerId: string,
  bill: Pick<LateBillRow, 'id' | 'accountId' | 'number' | 'dueOn' | 'dueMinor' | 'currency'>,
  fee: { id: string; feeMinor: number; insteadOf?: string },
): Promise<void> {
  const to = await findAddressee(tx, { billerId, accountId: bill.accountId });
  if (!to) return;
  const { thread, write, language, accountNumber } = to;
  const dueMinor = bill.dueMinor + fee.feeMinor;
  const vars = {
    ...to.vars,
    fee: formatMoney(money(fee.feeMinor, bill.currency), language),
    amount: formatMoney(money(dueMinor, bill.currency), language),
    invoiceNumber: bill.number,
    dueDate: formatDueDate(bill.dueOn, language),
    link: '{link}',
  };
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'fee-added',
    body: write('fee-added', language, vars, accountNumber),
    cause: `fee-added/${fee.id}${fee.insteadOf ? `/${fee.insteadOf}` : ''}`,
    invoiceId: bill.id,
    statedMinor: dueMinor,
  });
}
