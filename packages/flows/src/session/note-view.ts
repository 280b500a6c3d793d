import { tellCall } from '@kvitt/db/enrollment/tell-call';
import { BillView } from '@kvitt/db/session/bill-view.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Notes that a person looked at a bill by a link: for its timeline, and for how many of those who were sent a link open it.
 * To be called where a browser says that the page was shown, never for a mere reading of the page, which robots do too.
 */
export async function noteView(
  tx: TxCtx,
  { billerId, invoiceId, linkId }: { billerId: string; invoiceId: string; linkId: string },
): Promise<void> {
  await tx.em.insert(BillView, { billerId, id: tx.ids.next(), invoiceId, linkId, at: tx.clock.now() });
  await tellCall(tx.em, billerId, linkId);
}
