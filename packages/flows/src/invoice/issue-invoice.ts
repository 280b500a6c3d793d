import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { postInvoice } from '@kvitt/domain/ledger/post-invoice';
import type { Money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';

export interface NewInvoice {
  billerId: string;
  accountId: string;
  number: string;
  description: string;
  total: Money;
  /** `YYYY-MM-DD`. */
  issuedOn: string;
  dueOn: string;
}

/** Issues a bill within the caller's transaction: its row, and what the customer now owes in the ledger. */
export async function issueInvoice(tx: TxCtx, invoice: NewInvoice): Promise<{ invoiceId: string }> {
  const { total, ...rest } = invoice;
  const row = {
    ...rest,
    id: tx.ids.next(),
    currency: total.currency,
    totalMinor: total.minor,
    announcedAt: null,
    createdAt: tx.clock.now(),
  };
  await tx.em.insert(Invoice, row);
  await postEntry(tx, invoice.billerId, postInvoice(row));
  return { invoiceId: row.id };
}
