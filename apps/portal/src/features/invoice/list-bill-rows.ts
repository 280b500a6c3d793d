import type { BillView } from '@kvitt/api/portal/page';
import type { ReceiptRow } from '@kvitt/ui/receipt-rows/ReceiptRows.vue';
import type { PageKit } from '../../kit/use-page.ts';

/** The bill as rows: which one it is, and where something was paid already, the way from its total to what is left. */
export function listBillRows(bill: BillView, { t, format }: PageKit): ReceiptRow[] {
  const rows: ReceiptRow[] = [
    { label: t('row.bill'), value: bill.number },
    { label: t('row.customer'), value: bill.maskedName },
    { label: t('row.issued'), value: format.shortDay(bill.issuedOn) },
  ];
  if (bill.payments.length === 0) return rows;
  const paid = bill.payments.map((payment) => ({
    label: t('row.paid-on', { date: format.shortDay(payment.on) }),
    value: `−${format.money(payment.amount)}`,
  }));
  return [
    ...rows,
    { label: t('row.total'), value: format.money(bill.total) },
    ...paid,
    { label: t('row.left'), value: format.money(bill.amountDue), isTotal: true },
  ];
}
