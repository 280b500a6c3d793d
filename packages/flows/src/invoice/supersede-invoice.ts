import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { loadSupersedeFacts } from '@kvitt/db/invoice/load-supersede-facts';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { decideSupersede, type SupersedeRefusal } from '@kvitt/domain/invoice/decide-supersede';
import type { PricedItem } from '@kvitt/domain/invoice/price-lines';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import { issueInvoice } from './issue-invoice.ts';

export interface SupersedeOrder {
  billerId: string;
  invoiceId: string;
  /** The new bill's own number. */
  number: string;
  /** Above nothing, in the old bill's currency. */
  totalMinor: number;
  /** The old bill's where absent. */
  description?: string;
  dueOn?: string;
  lines?: readonly PricedItem[];
  reason: string;
  by: string;
}

/**
 * Replaces a bill by another, within the caller's transaction: the old one stays as it was issued, with nothing left due on
 * it; what was paid on it counts on the new one; its links lead to the new one; the customer is told. One bill takes one
 * other's place.
 */
export async function supersedeInvoice(
  tx: TxCtx,
  order: SupersedeOrder,
): Promise<
  { kind: 'superseded'; invoiceId: string; dueMinor: number } | { kind: 'refused'; refusal: SupersedeRefusal }
> {
  const { billerId, invoiceId, number, totalMinor, lines } = order;
  const old = await tx.em.findOneOrFail(
    Invoice,
    { billerId, id: invoiceId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const decision = decideSupersede(await loadSupersedeFacts(tx.em, { billerId, invoiceId }), totalMinor);
  if (decision.kind === 'refused') return decision;
  const { timeZone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const today = localDate(tx.clock.now(), timeZone);
  const { takenOffMinor, carriedMinor } = decision;
  const adjust = async (kind: 'superseded' | 'carried-over', id: string, amountMinor: number) => {
    if (amountMinor > 0) await add(tx, old, order, { kind, invoiceId: id, amountMinor, onDay: today });
  };
  await adjust('superseded', invoiceId, takenOffMinor);
  const issued = await issueInvoice(tx, {
    billerId,
    accountId: old.accountId,
    number,
    description: order.description ?? old.description,
    total: money(totalMinor, old.currency),
    issuedOn: today,
    dueOn: order.dueOn ?? (old.dueOn > today ? old.dueOn : today),
    supersedesId: invoiceId,
    ...(lines && { lines }),
  });
  await adjust('carried-over', issued.invoiceId, carriedMinor);
  await takeBackReminders(tx.em, { billerId, invoiceIds: [invoiceId] });
  const dueMinor = await loadReceivable(tx.em, billerId, issued.invoiceId);
  // The text about the change is its bill text.
  await tx.em.nativeUpdate(Invoice, { billerId, id: issued.invoiceId }, { announcedAt: tx.clock.now() });
  if (dueMinor > 0) await tell(tx, issued.invoiceId, { billerId, dueMinor });
  return { kind: 'superseded', invoiceId: issued.invoiceId, dueMinor };
}

async function add(
  tx: TxCtx,
  { billerId, currency }: Invoice,
  { reason, by }: SupersedeOrder,
  what: { kind: 'superseded' | 'carried-over'; invoiceId: string; amountMinor: number; onDay: string },
): Promise<void> {
  const id = tx.ids.derived(what.invoiceId, what.kind);
  const adjustment = {
    ...what,
    billerId,
    id,
    currency,
    number: null,
    reason,
    madeBy: by,
    at: tx.clock.now(),
  };
  await tx.em.insert(Adjustment, adjustment);
  await postEntry(tx, billerId, postAdjustment(adjustment));
}

async function tell(
  tx: TxCtx,
  invoiceId: string,
  { billerId, dueMinor }: { billerId: string; dueMinor: number },
): Promise<void> {
  const bill = await tx.em.findOneOrFail(Invoice, { billerId, id: invoiceId });
  const thread = await findThread(tx, billerId, bill.accountId);
  if (!thread) return;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const { firstName, language } = await findOwner(tx.em, { billerId, accountId: bill.accountId });
  const write = await loadWriter(tx, billerId);
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'bill-changed',
    body: write('bill-changed', language, {
      brand: biller.name,
      firstName,
      invoiceNumber: bill.number,
      amount: formatMoney(money(dueMinor, bill.currency), language),
      dueDate: formatDueDate(bill.dueOn, language),
      link: '{link}',
    }),
    cause: `bill-changed/${invoiceId}`,
    invoiceId,
    statedMinor: dueMinor,
  });
}
