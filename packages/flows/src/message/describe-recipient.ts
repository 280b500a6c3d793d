import type { Biller } from '@kvitt/db/biller/biller.entity';
import type { Recipient } from '@kvitt/db/message/find-recipients';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';

/**
 * What a text to a recipient would say of them, in the words of a language: brand, card, and the bill that is due first with
 * its amount and date. What nobody has is left out.
 */
export function describeRecipient(
  biller: Biller,
  { card, bill, accountNumber }: Recipient,
  language: Language,
): { brand: string } & Record<string, string> {
  return {
    brand: biller.name,
    supportPhone: biller.supportPhone,
    accountTail: accountNumber.slice(-4),
    ...(card !== null && { card }),
    ...(bill && {
      invoiceNumber: bill.number,
      amount: formatMoney(money(Number(bill.dueMinor), bill.currency), language),
      dueDate: formatDueDate(bill.dueOn, language),
    }),
  };
}
