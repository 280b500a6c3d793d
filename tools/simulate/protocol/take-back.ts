import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { mayMove } from '@kvitt/domain/payment/payment';
import { nextAskInMs } from '@kvitt/domain/payment/timetable';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { PaymentRow } from '../rows.ts';
import type { RefundAnswer, VoidAnswer } from '../vendors/gateway.ts';
import type { Ctx } from '../world.ts';
import { askProcessor, findSale, searchRefunds } from './ask-processor.ts';
import { post } from './record-outcome.ts';

/** As packages/flows/src/payment/take-back.ts: voided where the processor still can, else refunded, whole. */
export function* takeBack(ctx: Ctx, id: string): Flow<void> {
  const { store } = ctx;
  const seen = yield* transaction(() => ({ ...(store.payments.get(id) as PaymentRow) }));
  if (seen.state !== 'approved' || !seen.vendorId) return;
  const isBack = yield* giveBack(ctx, seen, seen.vendorId);
  yield* transaction(() => {
    const payment = store.payments.get(id) as PaymentRow;
    if (!isBack) {
      const asked = seen.asked + 1;
      if (payment.state === 'approved')
        store.update(payment, { asked, askAt: ctx.now() + nextAskInMs(asked) });
      return;
    }
    if (!mayMove(payment.state, 'voided')) return;
    store.update(payment, { state: 'voided', askAt: null });
    post(ctx, postVoid({ ...payment, currency: 'USD' }, payment.parts));
  });
}

/** Whether the money is back, by this try or by an earlier one. */
function* giveBack(ctx: Ctx, { id, amountMinor: minor }: PaymentRow, vendorId: string): Flow<boolean> {
  const voided = yield* askProcessor<VoidAnswer>(ctx, (there, hear) => there.void(vendorId, hear), 'unknown');
  if (voided !== 'refused') return voided === 'done';
  const now = yield* findSale(ctx, vendorId);
  if (now === 'unanswered') return false;
  if (now.status === 'voided') return true;
  const refundId = `take-back of ${id}`;
  const before = yield* searchRefunds(ctx, refundId);
  if (before.kind !== 'found') return false;
  if (before.refunds.length > 0) return true;
  const order = { vendorId, minor, refundId };
  const answer = yield* askProcessor<RefundAnswer>(
    ctx,
    (there, hear) => there.refund(order, hear),
    'unknown',
  );
  return answer === 'done';
}
