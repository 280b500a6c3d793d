import type { InterestBill } from '@kvitt/db/invoice/find-interest-bills';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { takeBackFeeText } from '@kvitt/db/invoice/take-back-fee-text';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Tells the customer of interest, in the transaction that charges it, however many periods it was for. Where the text of a
 * late fee on the same bill still waits, the amount in it is not true any more: one text says both.
 * @param interest `id` of the last period that was charged; `feeMinor` of a late fee that the text before spoke of too;
 * `insteadOf` that text, whose amount was not true any more when it was its turn
 */
export async function tellInterest(
  tx: TxCtx,
  billerId: string,
  bill: Pick<InterestBill, 'id' | 'accountId' | 'number' | 'dueOn' | 'currency'>,
  interest: { id: string; minor: number; feeMinor?: number; insteadOf?: string },
): Promise<void> {
  const to = await findAddressee(tx, { billerId, accountId: bill.accountId });
  if (!to) return;
  const { thread, write, language, accountNumber } = to;
  const { id, minor, insteadOf } = interest;
  const waitingMinor = await takeBackFeeText(tx.em, { billerId, invoiceId: bill.id });
  const feeMinor = waitingMinor + (interest.feeMinor ?? 0);
  const dueMinor = await loadReceivable(tx.em, billerId, bill.id);
  const spell = (minor: number) => formatMoney(money(minor, bill.currency), language);
  const vars = {
    ...to.vars,
    interest: spell(minor),
    ...(feeMinor > 0 && { fee: spell(feeMinor) }),
    amount: spell(dueMinor),
    invoiceNumber: bill.number,
    dueDate: formatDueDate(bill.dueOn, language),
    link: '{link}',
  };
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'interest-added',
    body: write('interest-added', language, vars, accountNumber),
    cause: `interest-added/${id}${insteadOf ? `/${insteadOf}` : ''}`,
    invoiceId: bill.id,
    statedMinor: dueMinor,
  });
}
