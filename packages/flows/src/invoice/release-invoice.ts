import { InvoiceHold } from '@kvitt/db/invoice/invoice-hold.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Ends every hold of a bill, within the caller's transaction.
 * @returns how many there were
 */
export async function releaseInvoice(
  tx: TxCtx,
  order: { billerId: string; invoiceId: string; by: string },
): Promise<number> {
  const { billerId, invoiceId, by } = order;
  return tx.em.nativeUpdate(
    InvoiceHold,
    { billerId, invoiceId, endedAt: null },
    { endedAt: tx.clock.now(), endedBy: by },
  );
}
