import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { call, type Flow } from '../kernel/flow.ts';
import type { PaymentRow } from '../rows.ts';
import type { Gateway, GatewayAnswer, RefundSearch, SearchAnswer } from '../vendors/gateway.ts';
import type { Dispute, Sale } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { isFromBank } from './load-dialog.ts';

/** One call to the processor with our own time limit; past it, its answer is lost. */
export function* askProcessor<T>(
  ctx: Ctx,
  send: (gateway: Gateway, answer: (value: T) => void) => void,
  lost: T,
): Flow<T> {
  const timeoutMs = ctx.mutant === 'no timeout' ? undefined : PROCESSOR_TIMEOUT_MS;
  return yield* call<T>((answer) => send(ctx.gateway, answer), timeoutMs, lost);
}

/** As the port's `charge`: a lost answer is an outcome of its own. */
export function* sell(
  ctx: Ctx,
  { id, amountMinor, methodId }: Pick<PaymentRow, 'id' | 'amountMinor' | 'methodId'>,
): Flow<GatewayAnswer> {
  const lost: GatewayAnswer = { kind: 'unknown' };
  const order = { paymentId: id, minor: amountMinor, isFromBank: isFromBank(methodId) };
  return yield* askProcessor<GatewayAnswer>(ctx, (gateway, answer) => gateway.sell(order, answer), lost);
}

/** As the port's `searchByPaymentId`. */
export function* searchSales(ctx: Ctx, id: string): Flow<SearchAnswer> {
  const lost: SearchAnswer = { kind: 'unanswered' };
  return yield* askProcessor<SearchAnswer>(ctx, (gateway, answer) => gateway.search(id, answer), lost);
}

/** As the port's `find`. */
export function* findSale(ctx: Ctx, vendorId: string): Flow<Sale | 'unanswered'> {
  const ask = (gateway: Gateway, answer: (value: Sale | 'unanswered') => void) =>
    gateway.find(vendorId, answer);
  return yield* askProcessor<Sale | 'unanswered'>(ctx, ask, 'unanswered');
}

/** As the port's `findDispute`. */
export function* findDispute(ctx: Ctx, id: string): Flow<Dispute | 'unanswered'> {
  const ask = (gateway: Gateway, answer: (value: Dispute | 'unanswered') => void) =>
    gateway.bank.find(id, answer);
  return yield* askProcessor<Dispute | 'unanswered'>(ctx, ask, 'unanswered');
}

/** As the port's `searchRefunds`. */
export function* searchRefunds(ctx: Ctx, id: string): Flow<RefundSearch> {
  const lost: RefundSearch = { kind: 'unanswered' };
  return yield* askProcessor<RefundSearch>(ctx, (gateway, answer) => gateway.searchRefunds(id, answer), lost);
}
