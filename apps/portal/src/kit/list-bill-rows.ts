import type { BillView } from '@kvitt/api/portal/bill-views';
import type { BillChangeKind } from '@kvitt/domain/document/documents';
import type { ReceiptRow } from '@kvitt/ui/receipt-rows/ReceiptRows.vue';
import type { MessageKey } from './translate.ts';
import type { PageKit } from './use-page.ts';

/**
 * The bill as rows: which one it is, what it is made of, and where something was paid or changed since, the way from its
 * total to what is left.
 */
export function listBillRows(bill: BillView, { t, format }: PageKit): ReceiptRow[] {
  const { lines = [], changes = [] } = bill;
  const rows: ReceiptRow[] = [
    { label: t('row.bill'), value: bill.number },
    ...(bill.replaces ? [{ label: t('row.replaces'), value: bill.replaces }] : []),
    { label: t('row.customer'), value: bill.maskedName },
    { label: t('row.issued'), value: format.shortDay(bill.issuedOn) },
    ...lines.map(({ description, amount }, at) => ({
      label: description,
      value: format.money(amount),
      isNewPart: at === 0,
    })),
  ];
  const total = { label: t('row.total'), value: format.money(bill.total) };
  if (changes.length === 0) return lines.length > 0 ? [...rows, { ...total, isTotal: true }] : rows;
  const changed = changes.map(({ on, kind, amount }) => ({
    label:
      kind === 'paid'
        ? t('row.paid-on', { date: format.shortDay(on) })
        : `${t(WORDS[kind])}, ${format.shortDay(on)}`,
    value: format.money(amount),
  }));
  return [
    ...rows,
    { ...total, isNewPart: true },
    ...changed,
    { label: t('row.left'), value: format.money(bill.amountDue), isTotal: true },
  ];
}

const WORDS = {
  'late-fee': 'row.late-fee',
  interest: 'row.interest',
  'credit-note': 'row.credit',
  'write-off': 'row.credit',
  'write-off-reversed': 'row.owed-again',
  'fee-waived': 'row.fee-waived',
  'small-difference': 'row.credit',
  superseded: 'row.superseded',
  'carried-over': 'row.carried',
  'early-discount': 'row.early',
  'early-discount-lapsed': 'row.early-ended',
  'given-back': 'row.given-back',
  'credit-used': 'row.credit-used',
  'credit-unused': 'row.credit-unused',
} as const satisfies Record<Exclude<BillChangeKind, 'paid'>, MessageKey>;
