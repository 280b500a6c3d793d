import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { PromiseBill } from '@kvitt/db/promise/promise-bill.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { type Money, money } from '@kvitt/domain/money/money';
import { decidePromise, type PromiseRefusal } from '@kvitt/domain/promise/decide-promise';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

export interface PromiseOrder {
  billerId: string;
  accountId: string;
  /** Made by whoever asks, from the text or the form: the same ask makes one promise. */
  promiseId: string;
  /** All that is due where absent. */
  amount?: Money;
  /** `YYYY-MM-DD`, a day of the customer's own calendar. */
  day: string;
  channel: 'text' | 'portal' | 'agent';
  /** The text that promised it, with the instant at which it came. */
  message?: { id: string; askedAt: Date };
}

export type PromiseAnswer =
  | { kind: 'promised'; amount: Money; dueOn: string; graceUntil: string }
  | { kind: 'refused'; refusal: PromiseRefusal; latest: string };

/**
 * Takes a customer's promise to pay, within the caller's transaction, and acknowledges it by text. It is about the bills
 * of the account that are open now, whose reminders wait until its grace is over; an earlier promise is replaced.
 */
export async function makePromise(tx: TxCtx, order: PromiseOrder): Promise<PromiseAnswer> {
  const { billerId, accountId, promiseId, channel } = order;
  const account = await tx.em.findOneOrFail(
    Account,
    { billerId, id: accountId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const before = await tx.em.findOne(PromiseToPay, { billerId, id: promiseId });
  if (before) {
    const amount = money(before.amountMinor, before.currency);
    return { kind: 'promised', amount, dueOn: before.dueOn, graceUntil: before.graceUntil };
  }
  const now = tx.clock.now();
  const { bills, total } = await findOpenBills(tx.em, billerId, [accountId]);
  const { promise: rules } = await loadMoneyRules(tx.em, billerId);
  const wish = { day: order.day, ...(order.amount && { amount: order.amount }) };
  const decision = decidePromise(wish, total, rules, localDate(now, customer.timeZone));
  if (decision.kind === 'refused') return decision;

  const { amount, dueOn, graceUntil } = decision;
  const answer = { kind: 'promised' as const, amount, dueOn, graceUntil };
  await tx.em.nativeUpdate(
    PromiseToPay,
    { billerId, accountId, state: 'open' },
    { state: 'replaced', endedAt: now },
  );
  const thread = await findThread(tx, billerId, accountId);
  await tx.em.insert(PromiseToPay, {
    billerId,
    id: promiseId,
    accountId,
    amountMinor: amount.minor,
    currency: amount.currency,
    dueOn,
    graceUntil,
    state: 'open',
    channel,
    messageId: order.message?.id ?? null,
    conversationId: thread?.conversationId ?? null,
    madeAt: now,
  });
  await tx.em.insertMany(
    PromiseBill,
    bills.map(({ invoiceId }) => ({ billerId, promiseId, invoiceId })),
  );
  if (thread) await acknowledge(tx, order, { ...answer, thread, customer, invoiceId: bills[0]?.invoiceId });
  return answer;
}

async function acknowledge(
  tx: TxCtx,
  { billerId, promiseId, message }: PromiseOrder,
  made: {
    amount: Money;
    dueOn: string;
    thread: NonNullable<Awaited<ReturnType<typeof findThread>>>;
    customer: Customer;
    invoiceId: string | undefined;
  },
): Promise<void> {
  const { language } = made.customer;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const renderTemplate = await loadWriter(tx, billerId);
  await queueText(tx, {
    billerId,
    ...made.thread,
    purpose: 'reply',
    askedAt: message?.askedAt ?? tx.clock.now(),
    template: 'promise-made',
    body: renderTemplate('promise-made', language, {
      brand: biller.name,
      amount: formatMoney(made.amount, language),
      date: formatDueDate(made.dueOn, language),
      link: '{link}',
    }),
    cause: message ? `answer/${message.id}` : `promise-made/${promiseId}`,
    ...(made.invoiceId && { invoiceId: made.invoiceId }),
  });
}
