import { findPaymentOfBill } from '@kvitt/db/payment/find-payment-of-bill';
import { Payment } from '@kvitt/db/payment/payment.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { Visit } from './visit.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The payment that an address names: of the link's own bill, and for who has proved whose the account is, any of the
 * account's. Null where there is none, or it is not theirs to see.
 */
export async function findPayment(
  { ctx, isUnlocked }: Visit,
  { invoice }: LinkTarget,
  paymentId: string | undefined,
): Promise<Payment | null> {
  if (paymentId === undefined || !UUID.test(paymentId)) return null;
  if (!isUnlocked) return findPaymentOfBill(ctx.em, invoice, { paymentId });
  const { billerId, accountId } = invoice;
  return ctx.em.findOne(Payment, { billerId, id: paymentId, accountId });
}
