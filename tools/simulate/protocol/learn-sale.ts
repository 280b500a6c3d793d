import type { Flow } from '../kernel/flow.ts';
import type { PaymentRow } from '../rows.ts';
import { isTaken, type Sale } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { recordOutcome } from './record-outcome.ts';
import { recordReturn } from './record-return.ts';
import { takeBack } from './take-back.ts';

/** As packages/flows/src/payment/learn-sale.ts: what the processor shows of a sale, as news about its payment. */
export function* learnSale(ctx: Ctx, payment: PaymentRow, sale: Sale): Flow<void> {
  if (payment.state === 'approved') {
    if (sale.id !== payment.vendorId || ctx.mutant === 'settled for good') return;
    if (sale.status === 'returned') yield* recordReturn(ctx, payment.id, sale.returnCode);
    return;
  }
  if (sale.status === 'voided') return;
  const isApproved = isTaken(sale);
  const kind = isApproved ? 'approved' : 'declined';
  const isNews = yield* recordOutcome(ctx, payment.id, { kind, vendorId: sale.id });
  if (isNews && payment.state === 'declined' && isApproved) yield* takeBack(ctx, payment.id);
}
