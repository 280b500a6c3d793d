import { mayStep, readDisputeState } from '@kvitt/domain/dispute/dispute-state';
import { postDispute } from '@kvitt/domain/ledger/post-dispute';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { DisputeRow, PaymentRow } from '../rows.ts';
import type { Dispute } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { findDispute } from './ask-processor.ts';
import { refundsOf } from './begin-refund.ts';
import { decideDispute } from './decide-dispute.ts';
import { post } from './record-outcome.ts';

/**
 * As packages/flows/src/dispute/learn-dispute.ts: the dispute as the processor shows it now, whoever learned of it.
 * @param told what the notice itself says, which only a mutant believes
 */
export function* learnDispute(ctx: Ctx, vendorId: string, told?: string): Flow<void> {
  const record = yield* findDispute(ctx, vendorId);
  if (record === 'unanswered') throw new Error('the processor did not answer; it is tried again');
  yield* transaction(() => {
    const payment = [...ctx.store.payments.values()].find((one) => one.vendorId === record.saleId);
    if (!payment) return;
    const dispute = keep(ctx, payment, record);
    if (ctx.mutant === 'dispute by its notice' && told !== undefined)
      step(ctx, dispute, { ...record, status: told as Dispute['status'] }, true);
    else step(ctx, dispute, record);
  });
}

function keep(ctx: Ctx, payment: PaymentRow, { id: vendorId, minor }: Dispute): DisputeRow {
  const { store } = ctx;
  const id = ctx.mutant === 'dispute kept twice' ? ctx.nextId() : `${vendorId} of ${payment.id}`;
  const row: DisputeRow = {
    id,
    vendorId,
    paymentId: payment.id,
    state: 'open',
    amountMinor: minor,
    wonMinor: 0,
    feeMinor: 0,
    parts: [],
  };
  if (!store.insert(store.disputes, id, row)) return store.disputes.get(id) as DisputeRow;
  post(ctx, postDispute({ ...row, currency: 'USD' }));
  for (const { invoiceId } of payment.parts)
    store.insert(store.holds, `${id}/${invoiceId}`, { invoiceId, note: id, isOver: false });
  stopRefunds(ctx, payment.id);
  ctx.diary.disputed.push({ what: 'taken', paymentId: payment.id });
  return row;
}

/** What has not left is refused; of what was handed over the processor's answer is waited for. */
function stopRefunds(ctx: Ctx, paymentId: string): void {
  for (const refund of refundsOf(ctx, paymentId)) {
    const isLive = refund.state === 'started' || refund.state === 'unknown';
    if (isLive && refund.sentAt === null) ctx.store.update(refund, { state: 'refused', askAt: null });
  }
}

function step(ctx: Ctx, dispute: DisputeRow, record: Dispute, isBlind = false): void {
  const state = readDisputeState(record.status);
  if (!state || (!isBlind && !mayStep(dispute.state, state))) return;
  if (state === 'won' || state === 'lost') decideDispute(ctx, dispute, state, record.wonMinor);
  else ctx.store.update(dispute, { state });
}
