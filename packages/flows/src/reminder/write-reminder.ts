import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { WaitingReminder } from '@kvitt/db/reminder/load-waiting';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { money } from '@kvitt/domain/money/money';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import type { ReminderText } from './queue-reminder.ts';

export interface ReminderWords {
  template: string;
  /** With `{link}` where the address goes. */
  body: string;
  /** What it says is due, over all its bills; minor units. */
  statedMinor: number;
}

/** Writes the text of reminders in the customer's language: of one bill by its step, of several as a digest. */
export async function writeReminder(
  tx: TxCtx,
  text: ReminderText & { lead: WaitingReminder },
): Promise<ReminderWords> {
  const { billerId, lead, bills } = text;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: lead.accountId });
  const { language, firstName } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const open = bills.flatMap((id) => text.reminders.find(({ invoiceId }) => invoiceId === id) ?? []);
  const statedMinor = open.reduce((sum, { openMinor }) => sum + openMinor, 0);
  const brand = biller.name;
  const amount = formatMoney(money(statedMinor, lead.currency), language);
  if (open.length > 1) {
    const body = renderTemplate('several-bills', language, {
      brand,
      count: open.length,
      total: amount,
      link: '{link}',
    });
    return { template: 'digest', body, statedMinor };
  }
  const method = await tx.em.findOne(PaymentMethod, {
    billerId,
    accountId: account.id,
    isDefault: true,
    removedAt: null,
  });
  const body = renderTemplate('bill-ready', language, {
    brand,
    firstName,
    amount,
    dueDate: formatDueDate(lead.currentDueOn, language),
    ...(method && { card: cardWords(method) }),
    link: '{link}',
    withStop: true,
  });
  return { template: lead.template, body, statedMinor };
}
