import { ReceiptLink } from '@kvitt/db/payment/receipt-link.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import type { TxCtx } from '../kit/context.ts';

/** As long as somebody may ask for it back: a year, as receipts are kept for taxes. */
const VALID_MS = 400 * 24 * 3_600_000;

/**
 * Makes an address that shows one receipt and nothing else, within the caller's transaction. Each time another one: of those
 * before only hashes are kept.
 * @returns the token, 16 letters
 */
export async function shareReceipt(
  tx: TxCtx,
  { billerId, paymentId }: { billerId: string; paymentId: string },
): Promise<string> {
  const now = tx.clock.now();
  const token = tx.ids.token();
  await tx.em.insert(ReceiptLink, {
    billerId,
    id: tx.ids.next(),
    paymentId,
    tokenHash: hashToken(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS),
  });
  return token;
}
