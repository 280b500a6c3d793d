import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { call, type Flow } from '../kernel/flow.ts';
import type { PaymentRow } from '../store.ts';
import type { GatewayAnswer, SearchAnswer } from '../vendors/gateway.ts';
import type { Ctx } from '../world.ts';

/** As the port's `charge`: a lost answer is an outcome of its own. */
export function* sell(ctx: Ctx, payment: PaymentRow): Flow<GatewayAnswer> {
  const timeoutMs = ctx.mutant === 'no timeout' ? undefined : PROCESSOR_TIMEOUT_MS;
  const lost: GatewayAnswer = { kind: 'unknown' };
  return yield* call<GatewayAnswer>(
    (answer) => ctx.gateway.sell(payment.id, payment.amountMinor, answer),
    timeoutMs,
    lost,
  );
}

/** As the port's `searchByPaymentId`. */
export function* searchSales(ctx: Ctx, id: string): Flow<SearchAnswer> {
  const timeoutMs = ctx.mutant === 'no timeout' ? undefined : PROCESSOR_TIMEOUT_MS;
  const lost: SearchAnswer = { kind: 'unanswered' };
  return yield* call<SearchAnswer>((answer) => ctx.gateway.search(id, answer), timeoutMs, lost);
}
