import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { ReceiptLink } from '@kvitt/db/payment/receipt-link.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { isToken } from '@kvitt/db/session/is-token';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { shareReceipt } from '@kvitt/flows/payment/share-receipt';
import { findPayment } from './find-payment.ts';
import { openLink } from './open-link.ts';
import { receiptView } from './receipt-view.ts';
import { leadTo, showPage, showView, type Visit } from './visit.ts';

/** Makes an address that shows this receipt alone, and leads to it (POST `/{token}/payments/{id}/share`). */
export async function shareReceiptOf(visit: Visit): Promise<Response> {
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { c, ctx, token, limits } = visit;
  const payment = await findPayment(visit, opened.target, c.req.param('paymentId'));
  if (payment?.state !== 'approved' || payment.askAt !== null) return leadTo(visit, '');
  const wait = await limits.countTry(token);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429, opened.target);
  }
  const { billerId, id: paymentId } = payment;
  const made = await inTransaction(ctx, (tx) => shareReceipt(tx, { billerId, paymentId }));
  return leadTo({ ...visit, token: `receipt/${made}` }, '');
}

/** A receipt that was shared: what was paid, to whom, when and with what, and nothing of whose account it is. */
export async function showSharedReceipt(visit: Visit): Promise<Response> {
  const { c, ctx, limits } = visit;
  const token = c.req.param('receipt') ?? '';
  const wait = await limits.isTooManyMisses(c);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return showView(visit, { kind: 'slow-down', retryAfterSeconds: wait }, 429);
  }
  const em = ctx.em.fork();
  const link = isToken(token) ? await em.findOne(ReceiptLink, { tokenHash: hashToken(token) }) : null;
  const payment =
    link && link.expiresAt > ctx.clock.now()
      ? await em.findOne(Payment, { billerId: link.billerId, id: link.paymentId })
      : null;
  // What was taken back since is no receipt any more.
  if (payment?.state !== 'approved' || payment.askAt !== null) {
    if (isToken(token)) await limits.countMiss(c);
    return showView(visit, { kind: 'unknown-link' }, 404);
  }
  const { billerId, accountId } = payment;
  const biller = await em.findOneOrFail(Biller, { id: billerId });
  const customer = await findOwner(em, { billerId, accountId });
  const receipt = { ...(await receiptView(ctx, payment)), isCardKept: false };
  return showPage(visit, { kind: 'shared-receipt', receipt }, 200, biller, customer);
}
