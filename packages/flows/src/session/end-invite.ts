import { PayerInvite } from '@kvitt/db/session/payer-invite.entity';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import type { TxCtx } from '../kit/context.ts';

/** Takes the links of invited payers back, within the caller's transaction: one of an account's, or all of them. */
export async function endInvite(
  tx: TxCtx,
  { billerId, accountId, inviteId }: { billerId: string; accountId: string; inviteId?: string },
): Promise<number> {
  const invites = await tx.em.find(PayerInvite, {
    billerId,
    accountId,
    endedAt: null,
    ...(inviteId && { id: inviteId }),
  });
  const now = tx.clock.now();
  for (const invite of invites) {
    invite.endedAt = now;
    const link = { billerId, id: invite.linkId, revokedAt: null };
    await tx.em.nativeUpdate(PortalLink, link, { revokedAt: now });
  }
  await tx.em.flush();
  return invites.length;
}
