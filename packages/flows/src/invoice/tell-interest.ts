import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { takeBackFeeText } from '@kvitt/db/invoice/take-back-fee-text';
import type { TxCtx } from '../kit/context.ts';
import { type Added, type DearerBill, tellFee } from './tell-fee.ts';

/**
 * Tells the customer of interest, in the transaction that charges it, however many periods it was for. Where the text of a
 * late fee on the same bill still waits, the amount in it is not true any more: one text says both.
 * @param interest `id` of the last period that was charged; `feeMinor` of a late fee that the text before spoke of too
 */
export async function tellInterest(
  tx: TxCtx,
  bill: DearerBill,
  interest: { minor: number; feeMinor?: number } & Pick<Added, 'id' | 'insteadOf'>,
): Promise<void> {
  const { id, minor, feeMinor = 0, insteadOf } = interest;
  const { billerId } = bill;
  const waitingMinor = await takeBackFeeText(tx.em, { billerId, invoiceId: bill.id });
  await tellFee(tx, bill, {
    id,
    insteadOf,
    feeMinor: feeMinor + waitingMinor,
    interestMinor: minor,
    dueMinor: await loadReceivable(tx.em, billerId, bill.id),
  });
}
