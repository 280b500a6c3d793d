import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { mayMove } from '@kvitt/domain/payment/payment';
import { nextAskInMs, PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { call, type Flow, transaction } from '../kernel/flow.ts';
import type { PaymentRow } from '../store.ts';
import type { Ctx } from '../world.ts';
import { post } from './record-outcome.ts';

/** As packages/flows/src/payment/take-back.ts; nothing settles within a run, so a void is always possible. */
export function* takeBack(ctx: Ctx, id: string): Flow<void> {
  const { store } = ctx;
  const seen = yield* transaction(() => ({ ...(store.payments.get(id) as PaymentRow) }));
  if (seen.state !== 'approved' || !seen.vendorId) return;
  const { vendorId } = seen;
  const answer = yield* call<'done' | 'unknown'>(
    (hear) => ctx.gateway.void(vendorId, hear),
    PROCESSOR_TIMEOUT_MS,
    'unknown',
  );
  yield* transaction(() => {
    const payment = store.payments.get(id) as PaymentRow;
    if (answer === 'unknown') {
      const asked = seen.asked + 1;
      if (payment.state === 'approved')
        store.update(payment, { asked, askAt: ctx.now() + nextAskInMs(asked) });
      return;
    }
    if (!mayMove(payment.state, 'voided')) return;
    store.update(payment, { state: 'voided', askAt: null });
    post(ctx, postVoid({ ...payment, currency: 'USD' }, [payment]));
  });
}
