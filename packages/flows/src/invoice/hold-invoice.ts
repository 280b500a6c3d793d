import { InvoiceHold } from '@kvitt/db/invoice/invoice-hold.entity';
import type { HoldReason } from '@kvitt/domain/invoice/hold';
import type { TxCtx } from '../kit/context.ts';

export interface HoldOrder {
  billerId: string;
  invoiceId: string;
  why: HoldReason;
  note: string;
  by: string;
  /** The last day of it, `YYYY-MM-DD`; until it is released where absent. */
  endsOn?: string;
}

/** Lets a bill rest, within the caller's transaction: no reminders and no fees; it can still be paid. */
export async function holdInvoice(tx: TxCtx, order: HoldOrder): Promise<{ holdId: string }> {
  const { billerId, invoiceId, why, note, by, endsOn } = order;
  const holdId = tx.ids.next();
  await tx.em.insert(InvoiceHold, {
    billerId,
    id: holdId,
    invoiceId,
    why,
    note,
    madeBy: by,
    since: tx.clock.now(),
    endsOn: endsOn ?? null,
  });
  return { holdId };
}
