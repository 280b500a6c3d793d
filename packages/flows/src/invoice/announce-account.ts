import type { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import { findDefaultMethod } from '@kvitt/db/payment/find-default-method';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import type { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { OpenBill } from '@kvitt/domain/conversation/dialog';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { fitsLockScreen } from '@kvitt/domain/message/templates/fits-lock-screen';
import type { Money } from '@kvitt/domain/money/money';
import { foreseeCharge } from '../autopay/foresee-charge.ts';
import { cardWords } from '../conversation/card-words.ts';
import { findThread, type Thread } from '../conversation/find-thread.ts';
import { useCredits } from '../credit/use-credits.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { announcePlan } from './announce-plan.ts';

export type Announced =
  | { kind: 'texted'; bills: number }
  | { kind: 'skipped'; bills: number; reason: string }
  /** Somebody else has announced what there was, since the account was found. */
  | { kind: 'announced-before'; bills: 0 };

/** A bill's own text may be answered with PAY until this long after its due date. */
const OFFER_DAYS = 60;

/**
 * Announces an account's bills within the caller's transaction: marks them announced, and queues one text about what is
 * open on the account.
 * @param order.askedAt when the customer asked for their bill, where they did: then it is an answer, at any hour
 */
export async function announceAccount(
  tx: TxCtx,
  order: { biller: Biller; accountId: string; today: string; askedAt?: Date },
): Promise<Announced> {
  const { biller, accountId, today } = order;
  const billerId = biller.id;
  const now = tx.clock.now();
  const isNew = { billerId, accountId, announcedAt: null, issuedOn: { $lte: today } };
  const found = await tx.em.find(Invoice, isNew, { fields: ['id'] });
  const bills = await tx.em.nativeUpdate(Invoice, isNew, { announcedAt: now });
  if (bills === 0) return { kind: 'announced-before', bills };
  // What the text says is due is what is due after it.
  await useCredits(tx, { billerId, accountId });
  const open = await findOpenBills(tx.em, billerId, [accountId]);
  // The text is about a bill that is new; where others are open beside it, it says so.
  const first = open.bills.find(({ invoiceId }) => found.some(({ id }) => id === invoiceId)) ?? open.bills[0];
  if (!first) return { kind: 'skipped', bills, reason: 'NOTHING_DUE' };
  if (first.hasPlan) {
    const isTold = await announcePlan(tx, { billerId, accountId, invoiceId: first.invoiceId, today });
    return isTold ? { kind: 'texted', bills } : { kind: 'skipped', bills, reason: 'NO_PHONE' };
  }
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return { kind: 'skipped', bills, reason: 'NO_PHONE' };

  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId });
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const write = await loadWriter(tx, billerId);
  const one = { biller, account, customer, bill: first };
  const words = open.count === 1 ? await writeOne(tx, one, write) : writeMore(one, { ...open, write });
  const answer = await queueText(tx, {
    billerId,
    ...thread,
    ...(order.askedAt ? { purpose: 'reply', askedAt: order.askedAt } : { purpose: 'service' }),
    template: words.template,
    body: words.body,
    cause: `announce/${first.invoiceId}/${open.count}`,
    invoiceId: first.invoiceId,
    statedMinor: first.amountDue.minor,
  });
  if (answer.kind === 'held') return { kind: 'skipped', bills, reason: answer.reason };
  if (answer.kind === 'refused') return { kind: 'skipped', bills, reason: answer.refusal };
  if (answer.kind === 'queued' && words.offered) await offer(tx, thread, words.offered, first);
  return { kind: 'texted', bills };
}

interface Words {
  template: string;
  body: string;
  /** The card that the words offer to charge; absent where they offer nothing. */
  offered?: PaymentMethod;
}

interface OneBill {
  biller: Biller;
  account: Account;
  customer: Customer;
  bill: OpenBill;
}

/** A new bill beside others: whichever the customer means to pay, BILLS lists them. */
function writeMore(
  { biller, account, customer, bill }: OneBill,
  { count, total, write }: { count: number; total: Money | undefined; write: Writer },
): Words {
  const { language } = customer;
  const vars = {
    ...varsOf({ biller, customer, bill }),
    count,
    ...(total && { total: formatMoney(total, language) }),
  };
  return { template: 'bill-ready-more', body: write('bill-ready-more', language, vars, account.number) };
}

async function writeOne(tx: TxCtx, one: OneBill, write: Writer): Promise<Words> {
  const { biller, account, customer, bill } = one;
  const { language } = customer;
  const billerId = biller.id;
  const base = varsOf(one);
  const charge = await foreseeCharge(tx, { billerId, accountId: account.id, invoiceId: bill.invoiceId });
  if (charge) {
    const vars = { ...base, card: cardWords(charge.method), date: formatDueDate(charge.chargeOn, language) };
    return {
      template: 'bill-ready-autopay',
      body: write('bill-ready-autopay', language, vars, account.number),
    };
  }
  const method = await findDefaultMethod(tx.em, { billerId, accountId: account.id });
  if (!method) return { template: 'bill-ready', body: write('bill-ready', language, base, account.number) };
  const card = cardWords(method);
  const { lockScreen } = await loadOwnTexts(tx.em, billerId);
  // PAY alone is an answer to an amount that was read: where the lock screen hides it, a question comes first.
  if (account.oneReplySince === null || !fitsLockScreen('bill-ready-one-reply', lockScreen)) {
    const body = write('bill-ready', language, { ...base, card }, account.number);
    return { template: 'bill-ready', body };
  }
  const body = write('bill-ready-one-reply', language, { ...base, card });
  return { template: 'bill-ready-one-reply', body, offered: method };
}

function varsOf({ biller, customer, bill }: Pick<OneBill, 'biller' | 'customer' | 'bill'>) {
  const { language, firstName } = customer;
  return {
    brand: biller.name,
    firstName,
    amount: formatMoney(bill.amountDue, language),
    dueDate: formatDueDate(bill.dueOn, language),
    link: '{link}',
    withStop: true,
  };
}

/** The text states amount and card, so PAY alone may answer it: that is an offer, and it is remembered as one. */
async function offer(tx: TxCtx, thread: Thread, method: PaymentMethod, bill: OpenBill): Promise<void> {
  await tx.em.insert(PayOffer, {
    billerId: method.billerId,
    id: tx.ids.next(),
    conversationId: thread.conversationId,
    invoiceId: bill.invoiceId,
    methodId: method.id,
    kind: 'bill',
    amountMinor: bill.amountDue.minor,
    currency: bill.amountDue.currency,
    code: '',
    state: 'open',
    createdAt: tx.clock.now(),
    expiresAt: new Date(Date.parse(bill.dueOn) + OFFER_DAYS * 86_400_000),
  });
}
