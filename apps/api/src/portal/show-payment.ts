import { findPayment } from './find-payment.ts';
import { openLink } from './open-link.ts';
import { receiptView } from './receipt-view.ts';
import { chooseView } from './show-bill.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** One payment's page: settled, being checked, or back to the card fields with what went wrong. */
export async function showPayment(visit: Visit): Promise<Response> {
  const { c, ctx } = visit;
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const payment = await findPayment(visit, target, c.req.param('paymentId'));
  // A sale that showed up after we gave it up is on its way back to the customer: nothing is settled by it.
  if (payment?.state === 'approved' && payment.askAt !== null) {
    return showView(visit, await chooseView(ctx, target), 200, target);
  }
  switch (payment?.state) {
    case 'approved':
      return showView(visit, { kind: 'settled', receipt: await receiptView(ctx, payment) }, 200, target);
    case 'declined':
      return leadTo(visit, `/pay?declined=${payment.id}`);
    default:
      return showView(visit, await chooseView(ctx, target), 200, target);
  }
}
