import { Biller } from '@kvitt/db/biller/biller.entity';
import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadAdjustmentSums } from '@kvitt/db/invoice/load-adjustment-sums';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { findLivePayments } from '@kvitt/db/payment/find-live-payments';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { ManualAdjustment } from '@kvitt/domain/invoice/adjustment';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { type AdjustmentRefusal, decideAdjustment } from '@kvitt/domain/invoice/decide-adjustment';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';

export interface AdjustmentOrder {
  billerId: string;
  invoiceId: string;
  /** Made by whoever asks: the same ask adjusts once. */
  adjustmentId: string;
  kind: ManualAdjustment;
  /** Above nothing, in the bill's currency. */
  amountMinor: number;
  reason: string;
  by: string;
}

/**
 * Changes what is due on a bill by hand, within the caller's transaction: a credit note, a write-off or its reversal, a
 * fee that is waived, a difference too small to ask for. The bill itself stays as it was issued.
 */
export async function adjustInvoice(
  tx: TxCtx,
  order: AdjustmentOrder,
): Promise<{ kind: 'adjusted'; dueMinor: number } | { kind: 'refused'; refusal: AdjustmentRefusal }> {
  const { billerId, invoiceId, kind, amountMinor } = order;
  const invoice = await tx.em.findOneOrFail(
    Invoice,
    { billerId, id: invoiceId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const due = async () => amountDue(invoice, await loadReceivable(tx.em, billerId, invoiceId));
  const before = await tx.em.findOne(Adjustment, { billerId, id: order.adjustmentId });
  if (before) return { kind: 'adjusted', dueMinor: (await due()).minor };
  const live = await findLivePayments(tx.em, billerId, [invoiceId]);
  const facts = {
    amountDue: await due(),
    isInFlight: live.length > 0,
    ...(await loadAdjustmentSums(tx.em, billerId, invoiceId)),
  };
  const { smallDifferenceUpToMinor } = await loadMoneyRules(tx.em, billerId);
  const refusal = decideAdjustment(kind, amountMinor, facts, smallDifferenceUpToMinor);
  if (refusal) return { kind: 'refused', refusal };
  const { timeZone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const now = tx.clock.now();
  const adjustment = {
    billerId,
    id: order.adjustmentId,
    invoiceId,
    kind,
    amountMinor,
    currency: invoice.currency,
    number: null,
    reason: order.reason,
    madeBy: order.by,
    onDay: localDate(now, timeZone),
    at: now,
  };
  await tx.em.insert(Adjustment, adjustment);
  await postEntry(tx, billerId, postAdjustment(adjustment));
  return { kind: 'adjusted', dueMinor: (await due()).minor };
}
