import { Biller } from '@kvitt/db/biller/biller.entity';
import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { InvoiceLine } from '@kvitt/db/invoice/invoice-line.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { earlyDiscount } from '@kvitt/domain/invoice/early-discount';
import { type PricedItem, priceLines } from '@kvitt/domain/invoice/price-lines';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
import { postInvoice } from '@kvitt/domain/ledger/post-invoice';
import type { Money } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
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
  /** What it is made of; with their tax they come to the total. */
  lines?: readonly PricedItem[];
  /** The bill whose place it takes. */
  supersedesId?: string;
}

/**
 * Issues a bill within the caller's transaction: its row and lines, what the customer now owes in the ledger, and the
 * early-payment discount where the biller has one.
 * @throws where the lines do not come to the total: whoever took them in has to have looked
 */
export async function issueInvoice(tx: TxCtx, invoice: NewInvoice): Promise<{ invoiceId: string }> {
  const { total, lines = [], supersedesId, ...rest } = invoice;
  const { billerId } = invoice;
  const priced = priceLines(lines);
  if (lines.length > 0 && priced.totalMinor !== total.minor) {
    throw new RangeError(`the lines come to ${priced.totalMinor} and not to ${total.minor}`);
  }
  const bill = { ...rest, id: tx.ids.next(), currency: total.currency, totalMinor: total.minor };
  const { earlyDiscount: terms } = await loadMoneyRules(tx.em, billerId);
  const { timeZone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const discount = earlyDiscount(bill, terms, localDate(tx.clock.now(), timeZone));
  const row = {
    ...bill,
    announcedAt: null,
    supersedesId: supersedesId ?? null,
    discountUntil: discount?.until ?? null,
    createdAt: tx.clock.now(),
  };
  await tx.em.insert(Invoice, row);
  if (lines.length > 0) {
    await tx.em.insertMany(
      InvoiceLine,
      priced.lines.map((line, index) => ({ billerId, invoiceId: row.id, at: index + 1, ...line })),
    );
  }
  await postEntry(tx, billerId, postInvoice(row));
  if (discount) await grant(tx, row, discount.discountMinor);
  return { invoiceId: row.id };
}

async function grant(
  tx: TxCtx,
  bill: Pick<Invoice, 'billerId' | 'id' | 'currency' | 'issuedOn'>,
  amountMinor: number,
): Promise<void> {
  const adjustment = {
    billerId: bill.billerId,
    id: tx.ids.derived(bill.id, 'early-discount'),
    invoiceId: bill.id,
    kind: 'early-discount' as const,
    amountMinor,
    currency: bill.currency,
    number: null,
    reason: 'paid early',
    madeBy: 'rules',
    onDay: bill.issuedOn,
    at: tx.clock.now(),
  };
  await tx.em.insert(Adjustment, adjustment);
  await postEntry(tx, bill.billerId, postAdjustment(adjustment));
}
