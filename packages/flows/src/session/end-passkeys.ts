import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import type { TxCtx } from '../kit/context.ts';

/** Takes passkeys from an account, within the caller's transaction: one, or all of them. Gives how many it were. */
export async function endPasskeys(
  tx: TxCtx,
  { billerId, accountId, passkeyId }: { billerId: string; accountId: string; passkeyId?: string },
): Promise<number> {
  const which = { billerId, accountId, removedAt: null, ...(passkeyId && { id: passkeyId }) };
  return tx.em.nativeUpdate(PortalPasskey, which, { removedAt: tx.clock.now() });
}
