import { findPaymentOfBill } from '@kvitt/db/payment/find-payment-of-bill';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { LIVE_STATES } from '@kvitt/domain/payment/payment';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import { billView } from './bill-view.ts';
import { openLink } from './open-link.ts';
import type { PortalView } from './page.ts';
import { receiptView } from './receipt-view.ts';
import { showView, type Visit } from './visit.ts';

/** The bill behind a link. Reading it changes nothing: robots that preview links read it too. */
export async function showBill(visit: Visit): Promise<Response> {
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  return showView(visit, await chooseView(visit.ctx, opened.target), 200, opened.target);
}

/** What there is to see of a bill now: what is due, money under way, or that nothing is due. */
export async function chooseView(ctx: Ctx, target: LinkTarget): Promise<PortalView> {
  const bill = await billView(ctx, target, localDate(ctx.clock.now(), target.customer.timeZone));
  const live = await findPaymentOfBill(ctx.em, target.invoice, { states: LIVE_STATES });
  if (live) return { kind: 'checking', bill, paymentId: live.id };
  if (bill.amountDue.minor > 0) return { kind: 'bill', bill };
  const paid = await findPaymentOfBill(ctx.em, target.invoice, { states: ['approved'] });
  return {
    kind: 'nothing-due',
    bill,
    ...(paid && { receipt: await receiptView(ctx, paid) }),
  };
}
