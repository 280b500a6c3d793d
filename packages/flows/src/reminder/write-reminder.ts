import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findDefaultMethod } from '@kvitt/db/payment/find-default-method';
import type { WaitingReminder } from '@kvitt/db/reminder/load-waiting';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { joinAmounts } from '@kvitt/domain/locale/join-amounts';
import type { Language } from '@kvitt/domain/locale/language';
import type { TemplateName } from '@kvitt/domain/message/templates/template-vars';
import { money } from '@kvitt/domain/money/money';
import { chooseWords } from '@kvitt/domain/reminder/choose-words';
import type { Place } from '@kvitt/domain/reminder/plan-step';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import { loadTerms } from './load-terms.ts';

/** Reminders of one phone that go out as one text. */
export interface ReminderText {
  billerId: string;
  phoneId: string;
  reminders: readonly WaitingReminder[];
  /** The bills that the text speaks of. */
  bills: readonly string[];
  /** The reminder that the text is named after; the others are merged into it. */
  leadId: string;
  /** The customer's day, `YYYY-MM-DD`. */
  today: string;
  place: Place;
}

export interface ReminderWords {
  template: TemplateName;
  /** With `{link}` where the address goes. */
  body: string;
  /** What it says is due, over all its bills; minor units. */
  statedMinor: number;
}

interface Addressee {
  brand: string;
  firstName: string;
  language: Language;
  write: Writer;
  accountNumber: string;
}

/** Writes the text of reminders in the customer's language: of one bill by its step, of several as a digest. */
export async function writeReminder(
  tx: TxCtx,
  text: ReminderText & { lead: WaitingReminder },
): Promise<ReminderWords> {
  const { billerId, lead, bills, today } = text;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: lead.accountId });
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { language, firstName } = customer;
  const write = await loadWriter(tx, billerId);
  const to: Addressee = { brand: biller.name, firstName, language, write, accountNumber: account.number };
  const open = bills.flatMap((id) => text.reminders.find(({ invoiceId }) => invoiceId === id) ?? []);
  const statedMinor = open.reduce((sum, { openMinor }) => sum + openMinor, 0);
  const words = open.length > 1 ? writeDigest(open, today, to) : await writeOne(tx, text, to);
  return { ...words, statedMinor };
}

function writeDigest(
  open: readonly WaitingReminder[],
  today: string,
  { write, language, accountNumber, ...to }: Addressee,
): Omit<ReminderWords, 'statedMinor'> {
  const days = open.map(({ currentDueOn }) => currentDueOn).toSorted();
  const total = joinAmounts(
    open.map(({ openMinor, currency }) => money(openMinor, currency)),
    language,
  );
  const vars = { ...to, count: open.length, total, link: '{link}' };
  const [first = today] = days;
  if (first < today) {
    const oldestDue = formatDueDate(first, language);
    return {
      template: 'digest-overdue',
      body: write('digest-overdue', language, { ...vars, oldestDue }, accountNumber),
    };
  }
  const nextDue = formatDueDate(first, language);
  return {
    template: 'digest',
    body: write('digest', language, { ...vars, nextDue, withStop: true }, accountNumber),
  };
}

/** The text of one bill: in the words of its step where they are true on the day that it goes out. */
async function writeOne(
  tx: TxCtx,
  { billerId, lead, today }: ReminderText & { lead: WaitingReminder },
  { write, language, accountNumber, ...to }: Addressee,
): Promise<Omit<ReminderWords, 'statedMinor'>> {
  const { accountId, currency } = lead;
  const terms = await loadTerms(tx, billerId, lead);
  const chosen = chooseWords(lead.template, { dueOn: lead.currentDueOn, today, ...terms });
  const method = await findDefaultMethod(tx.em, { billerId, accountId });
  const day = (date: string) => formatDueDate(date, language);
  const { template, days, fee, graceUntil, interruptionOn } = chosen;
  const vars = {
    ...to,
    amount: formatMoney(money(lead.openMinor, currency), language),
    dueDate: day(lead.currentDueOn),
    invoiceNumber: lead.invoiceNumber,
    link: '{link}',
    withStop: true,
    days,
    daysLate: -days,
    ...(method && { card: cardWords(method) }),
    ...(fee && { lateFee: formatMoney(money(fee.feeMinor, currency), language), feeOn: day(fee.feeOn) }),
    ...(graceUntil !== undefined && { graceUntil: day(graceUntil) }),
    ...(interruptionOn !== undefined && { interruptionOn: day(interruptionOn) }),
  };
  return { template, body: write(template, language, vars, accountNumber) };
}
