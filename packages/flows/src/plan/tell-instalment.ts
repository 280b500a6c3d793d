import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { loadReceivables } from '@kvitt/db/invoice/load-receivables';
import { Message } from '@kvitt/db/message/message.entity';
import { findDefaultMethod } from '@kvitt/db/payment/find-default-method';
import type { RunningPlan } from '@kvitt/db/plan/find-running-plans';
import type { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { PlanBill } from '@kvitt/db/plan/plan-bill.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { OpenInstalment } from '@kvitt/domain/plan/stand-plan';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

export interface InstalmentNews {
  /** `bill-ready-plan` announces a bill that is paid by instalments; the others remind of one. */
  template: 'bill-ready-plan' | 'instalment-due' | 'instalment-missed';
  /** The bill that is announced; another one of the plan's where absent. */
  bill?: { invoiceId: string; number: string };
  number: number;
  dueOn: string;
  amountMinor: number;
  /** The customer's own day: a text is queued once a day at the most. */
  today: string;
  /** The last day on which it can still be paid without ending the plan. */
  endsOn?: string;
}

/**
 * Tells of an instalment, within the caller's transaction.
 * @returns the text's id, for it to be taken back when the instalment is paid; null where there is nobody to tell
 */
export async function tellInstalment(
  tx: TxCtx,
  row: PaymentPlan,
  { bills, instalments }: RunningPlan,
  news: InstalmentNews,
): Promise<string | null> {
  const { billerId, id: planId, currency } = row;
  const to = await findAddressee(tx, row);
  const invoiceId = (news.bill ?? bills.find(({ dueMinor }) => dueMinor > 0) ?? bills[0])?.invoiceId;
  if (!to || !invoiceId) return null;
  const { language, ...vars } = to.vars;
  const { template, number, endsOn } = news;
  const said = {
    ...vars,
    number,
    count: instalments.length,
    amount: formatMoney(money(news.amountMinor, currency), language),
    dueDate: formatDueDate(news.dueOn, language),
    link: '{link}',
  };
  const words = {
    'bill-ready-plan': () =>
      to.write(
        'bill-ready-plan',
        language,
        { ...said, invoiceNumber: news.bill?.number ?? '', withStop: true },
        to.accountNumber,
      ),
    'instalment-due': () =>
      to.write('instalment-due', language, { ...said, withStop: true }, to.accountNumber),
    'instalment-missed': () =>
      to.write(
        'instalment-missed',
        language,
        { ...said, ...(endsOn && { endsOn: formatDueDate(endsOn, language) }) },
        to.accountNumber,
      ),
  };
  const cause = `${template}/${planId}/${number}/${news.today}`;
  await queueText(tx, {
    billerId,
    ...to.thread,
    purpose: 'service',
    template,
    body: words[template](),
    cause,
    invoiceId,
  });
  const text = await tx.em.findOne(Message, { billerId, cause });
  return text?.id ?? null;
}

/** Says that a plan is paid, was broken, or has ended, with what is due now. */
export async function tellPlanOver(
  tx: TxCtx,
  row: PaymentPlan,
  missed: OpenInstalment | undefined,
): Promise<void> {
  const { billerId, id: planId, currency, state } = row;
  const to = await findAddressee(tx, row);
  if (!to || state === 'running') return;
  const { write, accountNumber } = to;
  const { language, brand, ...vars } = to.vars;
  const bills = await tx.em.find(PlanBill, { billerId, planId });
  const ids = bills.map(({ invoiceId }) => invoiceId);
  const left = [...(await loadReceivables(tx.em, billerId, ids))].filter(([, minor]) => minor > 0);
  const leftMinor = left.reduce((sum, [, minor]) => sum + minor, 0);
  const amount = formatMoney(money(leftMinor, currency), language);
  const link = '{link}';
  const dueDate = missed ? formatDueDate(missed.dueOn, language) : '';
  const words = {
    paid: () => write('plan-paid', language, { brand }),
    ended: () => write('plan-ended', language, { brand, amount, link }),
    broken: () => write('plan-broken', language, { ...vars, brand, amount, dueDate, link }, accountNumber),
  };
  const invoiceId = left[0]?.[0] ?? ids[0];
  await queueText(tx, {
    billerId,
    ...to.thread,
    purpose: 'service',
    template: `plan-${state}`,
    body: words[state](),
    cause: `plan-${state}/${planId}`,
    ...(invoiceId && { invoiceId }),
  });
}

async function findAddressee(tx: TxCtx, { billerId, accountId, conversationId }: PaymentPlan) {
  if (!conversationId) return undefined;
  const { senderId, phoneId } = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const { firstName, language } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const method = await findDefaultMethod(tx.em, { billerId, accountId });
  return {
    thread: { conversationId, senderId, phoneId },
    write: await loadWriter(tx, billerId),
    accountNumber: account.number,
    vars: { brand, firstName, language, ...(method && { card: cardWords(method) }) },
  };
}
