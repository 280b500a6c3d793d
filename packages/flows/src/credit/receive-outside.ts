import { Credit } from '@kvitt/db/credit/credit.entity';
import { OutsidePart } from '@kvitt/db/credit/outside-part.entity';
import { OutsideReceipt } from '@kvitt/db/credit/outside-receipt.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findPlannableBills, type PlannableBill } from '@kvitt/db/plan/find-plannable-bills';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { postCredit } from '@kvitt/domain/ledger/post-credit';
import { postReceipt } from '@kvitt/domain/ledger/post-receipt';
import { type Currency, money } from '@kvitt/domain/money/money';
import { sharePayment } from '@kvitt/domain/payment/share-payment';
import { LockMode } from '@mikro-orm/postgresql';
import { adjustInvoice } from '../invoice/adjust-invoice.ts';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { openWork } from '../work/open-work.ts';
import { tellCredit } from './tell-credit.ts';

export interface ReceiptOrder {
  billerId: string;
  /** The biller's number for the account that it is for. */
  account: string;
  amountMinor: number;
  currency: Currency;
  /** The bank's or the cheque's own: the same is received once. */
  reference: string;
  /** `YYYY-MM-DD`. */
  receivedOn: string;
  by: string;
}

export type ReceiptAnswer =
  | { kind: 'received'; paidMinor: number; overMinor: number; settledMinor: number }
  /** Nobody knows whose it is: a person has to look at it. */
  | { kind: 'unmatched' }
  | { kind: 'refused'; refusal: 'bad-amount' | 'received-before' };

/**
 * Books money that came in past Kvitt, within the caller's transaction: to the account's bills, the oldest due first. What
 * is beyond them is kept apart until the customer says whether it stays as a credit or goes back; where a bill is short of
 * so little that nobody would ask for it, the rest is let go, as a posting of its own.
 */
export async function receiveOutside(tx: TxCtx, order: ReceiptOrder): Promise<ReceiptAnswer> {
  const { billerId, amountMinor, currency, reference, by } = order;
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0)
    return { kind: 'refused', refusal: 'bad-amount' };
  if (await tx.em.findOne(OutsideReceipt, { billerId, reference })) {
    return { kind: 'refused', refusal: 'received-before' };
  }
  const account = await tx.em.findOne(
    Account,
    { billerId, number: order.account },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!account) {
    const evidence = { amountMinor, currency, receivedOn: order.receivedOn };
    await openWork(tx, {
      billerId,
      kind: 'unmatched-payment',
      subject: reference,
      about: 'no such account',
      evidence,
      by,
    });
    return { kind: 'unmatched' };
  }
  const bills = await lockBills(tx, { billerId, accountId: account.id, currency });
  const parts = sharePayment(
    bills.map((bill) => ({ ...bill, amountDue: money(bill.dueMinor, currency) })),
    amountMinor,
  );
  const paidMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0);
  await keep(tx, order, account.id, parts);
  const short = parts.find(({ isPartial }) => isPartial);
  const settledMinor = short ? await letGo(tx, order, short.invoiceId) : 0;
  const overMinor = amountMinor - paidMinor;
  if (overMinor > 0) await holdApart(tx, order, { accountId: account.id, overMinor });
  const invoiceIds = parts.map(({ invoiceId }) => invoiceId);
  if (invoiceIds.length > 0) await takeBackReminders(tx.em, { billerId, invoiceIds });
  return { kind: 'received', paidMinor, overMinor, settledMinor };
}

async function lockBills(
  tx: TxCtx,
  of: { billerId: string; accountId: string; currency: Currency },
): Promise<readonly PlannableBill[]> {
  const { billerId, currency } = of;
  const ids = (await findPlannableBills(tx.em, of)).map(({ invoiceId }) => invoiceId);
  await tx.em.find(
    Invoice,
    { billerId, id: { $in: ids } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const open = await findPlannableBills(tx.em, of);
  // A bill that the processor is being asked about may be paid in a moment: the money waits for a person rather than for it.
  return open.filter((bill) => bill.currency === currency && !bill.isInFlight);
}

async function keep(
  tx: TxCtx,
  { billerId, account: _, by, ...row }: ReceiptOrder,
  accountId: string,
  parts: ReturnType<typeof sharePayment>,
): Promise<void> {
  const id = tx.ids.next();
  const at = tx.clock.now();
  await tx.em.insert(OutsideReceipt, { ...row, billerId, id, accountId, madeBy: by, at });
  if (parts.length === 0) return;
  await tx.em.insertMany(
    OutsidePart,
    parts.map(({ invoiceId, amountMinor }) => ({ billerId, receiptId: id, invoiceId, amountMinor })),
  );
  await postEntry(tx, billerId, postReceipt({ id, currency: row.currency, parts }));
}

/** @returns what was let go of the bill; 0 where it is worth asking for */
async function letGo(tx: TxCtx, { billerId, reference }: ReceiptOrder, invoiceId: string): Promise<number> {
  const { smallDifferenceUpToMinor } = await loadMoneyRules(tx.em, billerId);
  const open = await findDue(tx, billerId, invoiceId);
  if (open > smallDifferenceUpToMinor) return 0;
  const answer = await adjustInvoice(tx, {
    billerId,
    invoiceId,
    adjustmentId: tx.ids.derived(invoiceId, `small-difference/${reference}`),
    kind: 'small-difference',
    amountMinor: open,
    reason: 'short by less than is asked for',
    by: 'rules',
  });
  return answer.kind === 'adjusted' ? open : 0;
}

async function findDue(tx: TxCtx, billerId: string, invoiceId: string): Promise<number> {
  const { accountId } = await tx.em.findOneOrFail(Invoice, { billerId, id: invoiceId });
  const open = await findPlannableBills(tx.em, { billerId, accountId });
  return open.find((bill) => bill.invoiceId === invoiceId)?.dueMinor ?? 0;
}

async function holdApart(
  tx: TxCtx,
  { billerId, currency, reference, by }: ReceiptOrder,
  { accountId, overMinor }: { accountId: string; overMinor: number },
): Promise<void> {
  const creditId = tx.ids.next();
  const kind = 'overpayment' as const;
  await tx.em.insert(Credit, {
    billerId,
    id: creditId,
    accountId,
    kind,
    amountMinor: overMinor,
    currency,
    reason: reference,
    madeBy: by,
    expiresOn: null,
    grantedAt: tx.clock.now(),
    keptAt: null,
    keptBy: null,
    askedBackAt: null,
    expiryToldAt: null,
    endedAt: null,
    endedAs: null,
    endedBy: null,
    endedMinor: null,
  });
  await postEntry(tx, billerId, postCredit({ id: creditId, kind, amountMinor: overMinor, currency }));
  const evidence = { amountMinor: overMinor, currency };
  await openWork(tx, { billerId, kind, subject: creditId, about: 'keep or pay back', evidence, by });
  await tellCredit(tx, {
    billerId,
    accountId,
    creditId,
    amountMinor: overMinor,
    currency,
    template: 'overpaid',
  });
}
