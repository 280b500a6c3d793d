import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { WaitingReminder } from '@kvitt/db/reminder/load-waiting';
import { daysUntil } from '@kvitt/domain/locale/calendar-day';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { Language } from '@kvitt/domain/locale/language';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import { money } from '@kvitt/domain/money/money';
import type { ReminderTemplate } from '@kvitt/domain/reminder/cadence';
import { addDays } from '@kvitt/domain/time/add-days';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import type { ReminderText } from './queue-reminder.ts';

export interface ReminderWords {
  template: TemplateName;
  /** With `{link}` where the address goes. */
  body: string;
  /** What it says is due, over all its bills; minor units. */
  statedMinor: number;
}

/** How long after its due date a first miss may be mended without a word of what follows. */
const GRACE_DAYS = 7;

/** Writes the text of reminders in the customer's language: of one bill by its step, of several as a digest. */
export async function writeReminder(
  tx: TxCtx,
  text: ReminderText & { lead: WaitingReminder },
): Promise<ReminderWords> {
  const { billerId, lead, bills } = text;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: lead.accountId });
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { language, firstName } = customer;
  const open = bills.flatMap((id) => text.reminders.find(({ invoiceId }) => invoiceId === id) ?? []);
  const statedMinor = open.reduce((sum, { openMinor }) => sum + openMinor, 0);
  const amount = formatMoney(money(statedMinor, lead.currency), language);
  if (open.length > 1) {
    const days = open.map(({ currentDueOn }) => currentDueOn).toSorted();
    const nextDue = days.find((day) => day >= text.today) ?? lead.currentDueOn;
    const body = renderTemplate('digest', language, {
      brand: biller.name,
      firstName,
      count: open.length,
      total: amount,
      nextDue: formatDueDate(nextDue, language),
      link: '{link}',
      withStop: true,
    });
    return { template: 'digest', body, statedMinor };
  }
  const method = await tx.em.findOne(PaymentMethod, {
    billerId,
    accountId: account.id,
    isDefault: true,
    removedAt: null,
  });
  const words = { brand: biller.name, firstName, amount, ...(method && { card: cardWords(method) }) };
  return { ...renderOne(lead, text.today, language, words), statedMinor };
}

/** The text of one bill. What its step is called is one thing; what it says must be true on the day that it goes out. */
function renderOne(
  lead: WaitingReminder,
  today: string,
  language: Language,
  words: { brand: string; firstName: string; amount: string; card?: string },
): Pick<ReminderWords, 'template' | 'body'> {
  const days = daysUntil(lead.currentDueOn, today);
  const template = wordsFor(lead.template, days);
  const vars = {
    ...words,
    dueDate: formatDueDate(lead.currentDueOn, language),
    invoiceNumber: lead.invoiceNumber,
    link: '{link}',
    withStop: true,
    days,
    daysLate: -days,
    graceUntil: formatDueDate(addDays(lead.currentDueOn, GRACE_DAYS), language),
  };
  return { template, body: renderTemplate(template, language, vars) };
}

function wordsFor(template: ReminderTemplate, daysLeft: number): ReminderTemplate {
  if (daysLeft < 0) return template;
  if (daysLeft === 0) return 'due-today';
  return daysLeft === 1 ? 'due-tomorrow' : 'due-in-days';
}
