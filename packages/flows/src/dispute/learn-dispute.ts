import { Biller } from '@kvitt/db/biller/biller.entity';
import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { loadParts } from '@kvitt/db/payment/load-parts';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import {
  type DisputeState,
  mayStep,
  readDisputeState,
  takesMoney,
} from '@kvitt/domain/dispute/dispute-state';
import { postDispute, postDisputeFee } from '@kvitt/domain/ledger/post-dispute';
import type { DisputeRecord } from '@kvitt/payments/payments-port';
import { LockMode } from '@mikro-orm/postgresql';
import { holdInvoice } from '../invoice/hold-invoice.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { openWork } from '../work/open-work.ts';
import { decideDispute } from './decide-dispute.ts';

/** Who is named as the one who lets the bills of a dispute rest. */
const DISPUTE_DESK = 'dispute';

/**
 * Takes in a dispute as the processor shows it now, whoever learned that there is news of it. A new one is kept, its
 * money is posted as taken, its bills rest, refunds of it that have not left are refused, and somebody is asked to answer by its
 * day. A later word moves it on, once: what came late, twice or out of order changes nothing.
 * @throws where the processor does not answer: the job, or the night, tries again
 */
export async function learnDispute(ctx: Ctx, vendorId: string): Promise<void> {
  const answer = await ctx.payments.findDispute(vendorId);
  if (answer.kind === 'unanswered') throw new Error('the processor did not answer; it is tried again');
  if (answer.kind === 'not-found') return;
  const { dispute: record } = answer;
  const em = ctx.em.fork();
  // Naming all billers is what lets their key be used; the sale says whose it is.
  const billers = await em.find(Biller, {}, { fields: ['id'] });
  const sale = { billerId: { $in: billers.map(({ id }) => id) }, vendorId: record.saleId };
  const found = await em.findOne(Payment, sale);
  if (!found) {
    ctx.log.warn({ dispute: vendorId }, 'a dispute is about a sale that is none of ours');
    return;
  }
  await inTransaction(ctx, async (tx) => {
    const payment = await tx.em.findOneOrFail(
      Payment,
      { billerId: found.billerId, id: found.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const dispute = await keep(tx, payment, record);
    await step(tx, dispute, record);
  });
}

/** The row of a dispute, with all that follows from its opening where it is new. */
async function keep(tx: TxCtx, payment: Payment, record: DisputeRecord): Promise<Dispute> {
  const { billerId, id: paymentId } = payment;
  const { vendorId, kind, reason, amount, replyBy } = record;
  const id = tx.ids.derived(paymentId, `dispute/${vendorId}`);
  const isNew = await insertOnce(tx.em, Dispute, {
    billerId,
    id,
    vendorId,
    paymentId,
    kind,
    reason,
    vendorStatus: 'open',
    state: 'open',
    takesMoney: takesMoney(kind),
    amountMinor: amount.minor,
    wonMinor: 0,
    currency: amount.currency,
    replyBy: replyBy ?? null,
    openedAt: tx.clock.now(),
    answeredBy: null,
    decidedAt: null,
  });
  const dispute = await tx.em.findOneOrFail(Dispute, { billerId, id });
  if (!isNew) return dispute;
  if (dispute.takesMoney) {
    await postEntry(tx, billerId, postDispute(dispute));
    const { disputeFeeMinor } = await loadMoneyRules(tx.em, billerId);
    if (disputeFeeMinor > 0) await postEntry(tx, billerId, postDisputeFee(dispute, disputeFeeMinor));
  }
  for (const { invoiceId } of await loadParts(tx.em, billerId, paymentId)) {
    await holdInvoice(tx, { billerId, invoiceId, why: 'dispute', note: id, by: DISPUTE_DESK });
  }
  await stopRefunds(tx, dispute);
  await openWork(tx, {
    billerId,
    kind: 'dispute',
    subject: id,
    about: replyBy ? `answer by ${replyBy}` : 'answer',
    evidence: { vendorId, paymentId, amountMinor: amount.minor, currency: amount.currency, kind, reason },
    by: DISPUTE_DESK,
  });
  tx.log.info({ disputeId: id }, 'a dispute was opened');
  return dispute;
}

/**
 * The bank has the money: giving it back as well would give it twice. Refunds that wait, for a second person or for the sale
 * to settle, are refused. What was handed to the processor cannot be called back, so a person looks at it; one that did not
 * arrive there is not sent again.
 */
async function stopRefunds(tx: TxCtx, { billerId, id, paymentId }: Dispute): Promise<void> {
  const refused = { state: 'refused' as const, refusal: 'disputed', finishedAt: tx.clock.now(), askAt: null };
  // One whose void was not answered may be `unknown` without having been sent: what settled was not voided.
  const notSent = [
    { state: 'waiting' as const },
    { state: ['started' as const, 'unknown' as const], sentAt: null },
  ];
  await tx.em.nativeUpdate(Refund, { billerId, paymentId, $or: notSent }, refused);
  const live = await tx.em.find(Refund, { billerId, paymentId, state: ['started', 'unknown', 'done'] });
  for (const { id: refundId, state, amountMinor, currency } of live) {
    await openWork(tx, {
      billerId,
      kind: 'dispute',
      subject: id,
      about:
        state === 'done' ? `refund ${refundId} was made before` : `refund ${refundId} is at the processor`,
      evidence: { refundId, state, amountMinor, currency },
      by: DISPUTE_DESK,
    });
  }
}

async function step(tx: TxCtx, dispute: Dispute, record: DisputeRecord): Promise<void> {
  const state = readDisputeState(record.status);
  if (!state) {
    tx.log.warn({ disputeId: dispute.id, status: record.status }, 'a dispute has a status that is not known');
    return;
  }
  if (!mayStep(dispute.state, state)) {
    if (isOverturned(dispute.state, state)) await askAboutOverturned(tx, dispute, state);
    return;
  }
  dispute.vendorStatus = record.status;
  if (state === 'won' || state === 'lost') await decideDispute(tx, dispute, state, record.won.minor);
  else dispute.state = state;
  await tx.em.flush();
}

function isOverturned(from: DisputeState, to: DisputeState): boolean {
  return (from === 'won' && to === 'lost') || (from === 'lost' && to === 'won');
}

/** The ledger has one decision of a dispute; a bank that changes its mind is booked by a person. */
async function askAboutOverturned(tx: TxCtx, dispute: Dispute, state: DisputeState): Promise<void> {
  const { billerId, id, vendorId } = dispute;
  await openWork(tx, {
    billerId,
    kind: 'dispute',
    subject: id,
    about: `${dispute.state} before, ${state} now`,
    evidence: { vendorId, state },
    by: DISPUTE_DESK,
  });
}
