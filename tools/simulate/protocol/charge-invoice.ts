import { type Flow, transaction } from '../kernel/flow.ts';
import type { PaymentRow } from '../rows.ts';
import { isTaken } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { searchSales, sell } from './ask-processor.ts';
import { recordOutcome } from './record-outcome.ts';

/** As in the flow: a process that stood still for longer must not call any more. */
const CALL_WITHIN_MS = 15_000;

/** As packages/flows/src/payment/charge-invoice.ts: outside any transaction the processor is asked, once. */
export function* chargeInvoice(ctx: Ctx, paymentId: string): Flow<void> {
  const payment = yield* transaction(() => ({ ...(ctx.store.payments.get(paymentId) as PaymentRow) }));
  const isLate = ctx.now() - payment.startedAt > CALL_WITHIN_MS && ctx.mutant !== 'late call';
  if (payment.state !== 'started' || isLate) return;
  let answer = yield* sell(ctx, payment);
  if (answer.kind === 'unknown' && ctx.mutant === 'blind retry') answer = yield* sell(ctx, payment);
  if (answer.kind === 'unknown' && ctx.mutant === 'one search') {
    const found = yield* searchSales(ctx, paymentId);
    const [sale] = found.kind === 'found' ? found.sales : [];
    yield* recordOutcome(
      ctx,
      paymentId,
      sale ? { kind: isTaken(sale) ? 'approved' : 'declined', vendorId: sale.id } : { kind: 'never-arrived' },
    );
    return;
  }
  yield* recordOutcome(ctx, paymentId, answer);
}
