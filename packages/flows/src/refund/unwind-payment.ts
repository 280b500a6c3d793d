import type { Payment } from '@kvitt/db/payment/payment.entity';
import { loadUnwoundFee } from '@kvitt/db/refund/load-unwound-fee';
import { loadUnwoundParts } from '@kvitt/db/refund/load-unwound-parts';
import type { PaymentPart } from '@kvitt/domain/payment/payment-part';
import { unwindFee } from '@kvitt/domain/refund/unwind-fee';
import { unwindParts } from '@kvitt/domain/refund/unwind-parts';
import type { TxCtx } from '../kit/context.ts';

/** What an amount that goes back comes out of: the payment's bills, and its fee in proportion. */
export interface Unwound {
  parts: PaymentPart[];
  feeMinor: number;
}

/**
 * Splits an amount of a payment that goes back, within the caller's transaction, which has locked the payment; no more than
 * is left of it, where it is more.
 */
export async function unwindPayment(tx: TxCtx, payment: Payment, wantedMinor: number): Promise<Unwound> {
  const { billerId, id, amountMinor, feeMinor } = payment;
  const unwound = await loadUnwoundParts(tx.em, billerId, id);
  const partsLeftMinor = unwound.reduce((sum, part) => sum + part.amountMinor - part.unwoundMinor, 0);
  const feeLeftMinor = feeMinor === 0 ? 0 : feeMinor - (await loadUnwoundFee(tx.em, billerId, id));
  const minor = Math.min(wantedMinor, partsLeftMinor + feeLeftMinor);
  const ofFee = unwindFee({ amountMinor, feeMinor, partsLeftMinor, feeLeftMinor }, minor);
  return { parts: unwindParts(unwound, minor - ofFee), feeMinor: ofFee };
}
