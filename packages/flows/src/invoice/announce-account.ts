import type { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { OpenBill } from '@kvitt/domain/conversation/dialog';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { cardWords } from '../conversation/card-words.ts';
import { findThread, type Thread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { queueText } from '../message/queue-text.ts';

export type Announced =
  | { kind: 'texted'; bills: number }
  | { kind: 'skipped'; bills: number; reason: string };

/** A bill's own text may be answered with PAY until this long after its due date. */
const OFFER_DAYS = 60;

/**
 * Announces an account's bills within the caller's transaction: marks them announced, and queues one text about what is
 * open on the account.
 */
export async function announceAccount(
  tx: TxCtx,
  order: { biller: Biller; accountId: string; today: string },
): Promise<Announced> {
  const { biller, accountId, today } = order;
  const billerId = biller.id;
  const now = tx.clock.now();
  const bills = await tx.em.nativeUpdate(
    Invoice,
    { billerId, accountId, announcedAt: null, issuedOn: { $lte: today } },
    { announcedAt: now },
  );
  const open = await findOpenBills(tx.em, billerId, [accountId]);
  const [first] = open.bills;
  if (!first) return { kind: 'skipped', bills, reason: 'NOTHING_DUE' };
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return { kind: 'skipped', bills, reason: 'NO_PHONE' };

  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const words =
    open.count === 1
      ? await renderOne(tx, { biller, account, customer, thread, bill: first })
      : {
          template: 'several-bills',
          body: renderTemplate('several-bills', customer.language, {
            brand: biller.name,
            count: open.count,
            total: open.total ? formatMoney(open.total, customer.language) : '',
            link: '{link}',
          }),
        };
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: words.template,
    body: words.body,
    cause: `announce/${first.invoiceId}/${open.count}`,
    invoiceId: first.invoiceId,
    ...(open.count === 1 && { statedMinor: first.amountDue.minor }),
  });
  return answer.kind === 'refused'
    ? { kind: 'skipped', bills, reason: answer.refusal }
    : { kind: 'texted', bills };
}

interface OneBill {
  biller: Biller;
  account: Account;
  customer: Customer;
  thread: Thread;
  bill: OpenBill;
}

async function renderOne(tx: TxCtx, one: OneBill): Promise<{ template: string; body: string }> {
  const { biller, account, customer, thread, bill } = one;
  const { language } = customer;
  const method = await tx.em.findOne(PaymentMethod, {
    billerId: biller.id,
    accountId: account.id,
    isDefault: true,
    removedAt: null,
  });
  const base = {
    brand: biller.name,
    firstName: customer.firstName,
    amount: formatMoney(bill.amountDue, language),
    dueDate: formatDueDate(bill.dueOn, language),
    link: '{link}',
    withStop: true,
  };
  if (!method) return { template: 'bill-ready', body: renderTemplate('bill-ready', language, base) };
  const card = cardWords(method);
  if (account.oneReplySince === null) {
    return { template: 'bill-ready', body: renderTemplate('bill-ready', language, { ...base, card }) };
  }
  // Amount and card are stated, so PAY alone may answer it: that is an offer, and it is remembered as one.
  const now = tx.clock.now();
  await tx.em.insert(PayOffer, {
    billerId: biller.id,
    id: tx.ids.next(),
    conversationId: thread.conversationId,
    invoiceId: bill.invoiceId,
    methodId: method.id,
    kind: 'bill',
    amountMinor: bill.amountDue.minor,
    currency: bill.amountDue.currency,
    code: '',
    state: 'open',
    createdAt: now,
    expiresAt: new Date(Date.parse(bill.dueOn) + OFFER_DAYS * 86_400_000),
  });
  const body = renderTemplate('bill-ready-one-reply', language, { ...base, card });
  return { template: 'bill-ready-one-reply', body };
}
