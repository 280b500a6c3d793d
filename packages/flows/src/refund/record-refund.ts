import { loadParts } from '@kvitt/db/payment/load-parts';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { RefundPart } from '@kvitt/db/refund/refund-part.entity';
import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { postAllowance, postRefund } from '@kvitt/domain/ledger/post-refund';
import { nextAskInMs } from '@kvitt/domain/payment/timetable';
import type { RefundMove, RefundState } from '@kvitt/domain/refund/refund';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { tellRefund } from './tell-refund.ts';

/** What somebody has learned about a refund. */
export type RefundOutcome =
  | { kind: 'done'; move: RefundMove; vendorId?: string }
  | { kind: 'refused'; refusal: string }
  | { kind: 'unknown'; reason: string }
  /** No part of the sale can go back before it has settled: it is tried again later. */
  | { kind: 'not-settled' };

/** Sales settle overnight; a few looks a day find that soon enough. */
const LOOK_AGAIN_MS = 4 * 3_600_000;

/**
 * Records what became of a refund: its row, the payment, the ledger and the text about it, in one transaction. A refund
 * that is over stays as it is.
 */
export async function recordRefund(
  ctx: Ctx,
  key: { billerId: string; refundId: string },
  outcome: RefundOutcome,
): Promise<RefundState> {
  return inTransaction(ctx, async (tx) => {
    const refund = await tx.em.findOneOrFail(
      Refund,
      { billerId: key.billerId, id: key.refundId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (refund.state !== 'started' && refund.state !== 'unknown') return refund.state;
    const isFirstNews = refund.state === 'started';
    apply(tx, refund, outcome);
    await tx.em.flush();
    if (outcome.kind === 'done') await post(tx, refund, outcome.move);
    if (outcome.kind !== 'unknown' || isFirstNews) await tellRefund(tx, refund);
    tx.log.info({ refundId: refund.id, outcome: outcome.kind }, 'a refund has an outcome');
    return refund.state;
  });
}

function apply(tx: TxCtx, refund: Refund, outcome: RefundOutcome): void {
  const now = tx.clock.now();
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'done':
    case 'refused':
      refund.state = outcome.kind;
      refund.finishedAt = now;
      refund.askAt = null;
      if (outcome.kind === 'refused') refund.refusal = outcome.refusal;
      else {
        refund.move = outcome.move;
        refund.vendorId = outcome.vendorId ?? null;
      }
      return;
    case 'unknown':
      refund.state = 'unknown';
      refund.asked += 1;
      refund.askAt = inMs(nextAskInMs(refund.asked - 1));
      return;
    case 'not-settled':
      // The processor has said no to this try, so nothing is on its way.
      refund.sentAt = null;
      refund.askAt = inMs(LOOK_AGAIN_MS);
  }
}

async function post(tx: TxCtx, refund: Refund, move: RefundMove): Promise<void> {
  const { billerId, id, currency, feeMinor } = refund;
  const rows = await tx.em.find(RefundPart, { billerId, refundId: id }, { orderBy: { invoiceId: 'asc' } });
  const given = { id, currency, parts: rows, feeMinor };
  if (move === 'void') {
    const payment = await tx.em.findOneOrFail(
      Payment,
      { billerId, id: refund.paymentId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    payment.state = 'voided';
    await tx.em.flush();
    await postEntry(tx, billerId, postVoid(payment, await loadParts(tx.em, billerId, payment.id)));
  } else {
    await postEntry(tx, billerId, postRefund(given));
  }
  // The fee for the card is no bill's: nobody owes it, so there is nothing to forgive.
  if (refund.effect === 'allow' && rows.length > 0) await postEntry(tx, billerId, postAllowance(given));
}
