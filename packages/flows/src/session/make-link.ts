import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import type { TxCtx } from '../kit/context.ts';

/** A link outlives the ordinary month between bill and due date; an older one texts a fresh one to the phone on file. */
const VALID_MS = 60 * 24 * 3_600_000;

/**
 * Makes an address that opens one bill, within the caller's transaction. Only the hash of its token is kept: who reads
 * the database cannot open a bill with it.
 * @returns the whole address, `https://…/{16 letters}`
 */
export async function makeLink(
  tx: TxCtx,
  target: { billerId: string; invoiceId: string; messageId?: string },
): Promise<string> {
  const token = tx.ids.token();
  const now = tx.clock.now();
  await tx.em.insert(PortalLink, {
    billerId: target.billerId,
    id: tx.ids.next(),
    invoiceId: target.invoiceId,
    messageId: target.messageId ?? null,
    tokenHash: hashToken(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS),
    revokedAt: null,
  });
  return `${tx.publicUrl}/${token}`;
}
