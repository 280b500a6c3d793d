import { loadBookedMoves } from '@kvitt/db/payment/load-booked-moves';
import { compareBooks, type Difference, type VendorMove } from '@kvitt/domain/payment/compare-books';
import type { Ctx } from '../kit/context.ts';
import { asVendorMove } from './as-vendor-move.ts';

type Looked = { kind: 'unanswered'; reason: string };

/** Empty: only what is named is asked for. */
const NEVER = new Date(0);

/**
 * Looks a second time at what two books differ in, each by its own id, before a person is asked to: money that moved
 * across midnight, or since the list was made, and a late sale that was given back, are no differences.
 */
export async function lookAgain(
  ctx: Ctx,
  billerId: string,
  found: readonly Difference[],
): Promise<{ kind: 'looked'; left: Difference[] } | Looked> {
  const left: Difference[] = [];
  for (const difference of found) {
    // Of what is not ours nothing more is known than what the list says.
    if (difference.kind === 'unknown-sale' || difference.kind === 'unknown-refund') {
      left.push(difference);
      continue;
    }
    const ids = [difference.subject];
    const booked = await loadBookedMoves(ctx.em.fork(), billerId, { from: NEVER, to: NEVER, ids });
    const kind = booked[0]?.kind ?? 'sale';
    const shown = await (kind === 'sale'
      ? askSale(ctx, difference.subject)
      : askRefund(ctx, difference.subject));
    if ('kind' in shown) return shown;
    left.push(...compareBooks(booked, shown));
  }
  return { kind: 'looked', left };
}

async function askSale(ctx: Ctx, paymentId: string): Promise<VendorMove[] | Looked> {
  const answer = await ctx.payments.searchByPaymentId(paymentId);
  if (answer.kind === 'unanswered') return answer;
  const sales = answer.sales.map((sale) => asVendorMove({ ...sale, orderId: paymentId, kind: 'sale' }));
  const back = await ctx.payments.searchRefunds(ctx.ids.derived(paymentId, 'take-back'));
  if (back.kind === 'unanswered') return back;
  const givenMinor = back.refunds
    .filter(({ status }) => status === 'done')
    .reduce((sum, { amount }) => sum + amount.minor, 0);
  return sales.map((sale) =>
    sale.state === 'moved' && givenMinor > 0 ? { ...sale, minor: sale.minor - givenMinor } : sale,
  );
}

async function askRefund(ctx: Ctx, refundId: string): Promise<VendorMove[] | Looked> {
  const answer = await ctx.payments.searchRefunds(refundId);
  if (answer.kind === 'unanswered') return answer;
  return answer.refunds.map(({ vendorId, amount, status }) => ({
    vendorId,
    orderId: refundId,
    kind: 'refund',
    currency: amount.currency,
    minor: amount.minor,
    state: status === 'done' ? 'moved' : status === 'pending' ? 'open' : 'none',
  }));
}
