import type { ReceiptView } from '@kvitt/api/portal/bill-views';
import type { ReceiptRow } from '@kvitt/ui/receipt-rows/ReceiptRows.vue';
import type { PageKit } from '../../kit/use-page.ts';

/**
 * What a receipt must say: to whom, for which bill, with which card (brand and last four, never its expiry date:
 * 15 U.S.C. 1681c(g)), when, under which reference, and what is still owed.
 */
export function listReceiptRows(receipt: ReceiptView, { page, t, format, cardName }: PageKit): ReceiptRow[] {
  return [
    { label: t('row.to'), value: page.biller.name },
    ...receipt.split.map(({ invoiceNumber, amount }) => ({
      label: t('row.bill'),
      // With one bill its share is the whole, which stands above.
      value: receipt.split.length === 1 ? invoiceNumber : `${invoiceNumber} · ${format.money(amount)}`,
    })),
    ...(receipt.fee ? [{ label: t('row.fee'), value: format.money(receipt.fee) }] : []),
    ...(receipt.card ? [{ label: t('row.card'), value: cardName(receipt.card) }] : []),
    { label: t('row.date'), value: format.moment(receipt.paidAt) },
    { label: t('row.reference'), value: receipt.reference, isCode: true },
    { label: t('row.left'), value: format.money(receipt.remaining), isTotal: true },
  ];
}
