import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { sumFeesSaidWith } from '@kvitt/db/invoice/sum-fees-said-with';
import { Message } from '@kvitt/db/message/message.entity';
import type { TxCtx } from '../kit/context.ts';
import { tellFee } from './tell-fee.ts';
import { tellInterest } from './tell-interest.ts';

const CAUSE = /^(?:fee|interest)-added\/([\da-f-]{36})/;

/**
 * Tells of a late fee, or of interest, once more where its text waited so long that the amount in it was not true any more,
 * within the transaction that put that text away: nobody is left to find a fee on their bill by themselves. Not where all is
 * paid, and not where the biller has taken a fee of the bill back since: of that nobody wants to hear again.
 */
export async function tellFeeAnew(
  tx: TxCtx,
  { billerId, id: insteadOf }: { billerId: string; id: string },
): Promise<void> {
  const { cause } = await tx.em.findOneOrFail(Message, { billerId, id: insteadOf });
  const [, id] = CAUSE.exec(cause ?? '') ?? [];
  const charged = id && (await tx.em.findOne(Adjustment, { billerId, id }));
  if (!charged) return;
  const { invoiceId, kind, at } = charged;
  const since = { billerId, invoiceId, kind: 'fee-waived' as const, at: { $gte: at } };
  const dueMinor = await loadReceivable(tx.em, billerId, invoiceId);
  if (dueMinor <= 0 || (await tx.em.findOne(Adjustment, since))) return;
  const bill = await tx.em.findOneOrFail(Invoice, { billerId, id: invoiceId });
  if (kind === 'late-fee') {
    await tellFee(tx, bill, { id, feeMinor: charged.amountMinor, dueMinor, insteadOf });
    return;
  }
  // All periods that came due on one day were charged, and told, at once.
  const together = await tx.em.find(Adjustment, { billerId, invoiceId, kind: 'interest', at });
  const minor = together.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const feeMinor = await sumFeesSaidWith(tx.em, { billerId, invoiceId, at });
  await tellInterest(tx, bill, { id, minor, feeMinor, insteadOf });
}
