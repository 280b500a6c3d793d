import { postDisputeDecided } from '@kvitt/domain/ledger/post-dispute';
import type { DisputeRow, PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { unwindPayment } from './begin-refund.ts';
import { queueText } from './queue-text.ts';
import { post } from './record-outcome.ts';

/** As packages/flows/src/dispute/decide-dispute.ts, within the caller's transaction. */
export function decideDispute(ctx: Ctx, dispute: DisputeRow, state: 'won' | 'lost', won: number): void {
  const { store } = ctx;
  const { id, amountMinor, paymentId } = dispute;
  const payment = store.payments.get(paymentId) as PaymentRow;
  const isPart = won > 0 && won < amountMinor;
  const wonMinor = isPart ? won : state === 'won' ? amountMinor : 0;
  const lostMinor = amountMinor - wonMinor;
  const unwound =
    ctx.mutant === 'lost dispute owed whole'
      ? unwindWhole(payment, lostMinor)
      : unwindPayment(ctx, payment, lostMinor);
  const decided = isPart ? 'lost' : state;
  store.update(dispute, { state: decided, wonMinor, ...unwound });
  post(ctx, postDisputeDecided({ ...dispute, currency: 'USD' }, wonMinor, unwound.parts, unwound.feeMinor));
  if (decided === 'won') {
    ctx.diary.disputed.push({ what: 'won', paymentId });
    for (const hold of store.holds.values()) if (hold.note === id) store.update(hold, { isOver: true });
    return;
  }
  // Whether it is asked for once more is a person's word; here somebody always gives it.
  for (const hold of store.holds.values()) if (hold.note === id) store.update(hold, { isOver: true });
  const { phone, invoiceId } = payment;
  queueText(ctx, {
    phone,
    purpose: 'service',
    template: 'dispute-lost',
    body: '',
    cause: `dispute-lost/${id}`,
    invoiceId,
  });
}

/** Of each bill as much as was paid on it, whatever went back of that before. */
function unwindWhole({ parts }: PaymentRow, lostMinor: number): Pick<DisputeRow, 'parts' | 'feeMinor'> {
  let rest = lostMinor;
  const owed = parts.map(({ invoiceId, amountMinor }) => {
    const minor = Math.min(rest, amountMinor);
    rest -= minor;
    return { invoiceId, amountMinor: minor };
  });
  return { parts: owed.filter(({ amountMinor }) => amountMinor > 0), feeMinor: 0 };
}
