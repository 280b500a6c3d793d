import { type Flow, transaction } from '../kernel/flow.ts';
import type { Gateway } from '../vendors/gateway.ts';
import { isTaken, type Sale } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { askProcessor, findSale } from './ask-processor.ts';
import { learnDispute } from './learn-dispute.ts';
import { learnSale } from './learn-sale.ts';

/** As packages/flows/src/payment/reconcile-billers.ts: at night what no notice told is learned all the same. */
export function* reconcile(ctx: Ctx): Flow<void> {
  if (ctx.mutant === 'no look at night') return;
  const list = (gateway: Gateway, answer: (value: string[] | 'unanswered') => void) =>
    gateway.bank.list(answer);
  const disputes = yield* askProcessor<string[] | 'unanswered'>(ctx, list, 'unanswered');
  if (disputes === 'unanswered') return;
  for (const id of disputes) yield* learnDispute(ctx, id);
  yield* learnMoves(ctx);
}

/** As in packages/flows/src/payment/reconcile.ts: only where here and there stand otherwise. */
function* learnMoves(ctx: Ctx): Flow<void> {
  const list = (gateway: Gateway, answer: (value: Sale[] | 'unanswered') => void) => gateway.list(answer);
  const sales = yield* askProcessor<Sale[] | 'unanswered'>(ctx, list, 'unanswered');
  if (sales === 'unanswered') return;
  const payments = yield* transaction(
    () => new Map([...ctx.store.payments].map(([id, row]) => [id, { ...row }])),
  );
  for (const sale of sales) {
    const payment = payments.get(sale.paymentId);
    if (!payment || payment.state === 'voided' || (payment.state === 'approved') === isTaken(sale)) continue;
    const now = yield* findSale(ctx, sale.id);
    if (now !== 'unanswered') yield* learnSale(ctx, payment, now);
  }
}
