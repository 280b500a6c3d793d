import { type PushEnd, PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import type { TxCtx } from '../kit/context.ts';

/** Whose notes end: one browser's, all of a phone's, or all of an account's; together they narrow each other. */
export interface WhosePushes {
  billerId?: string;
  accountId?: string;
  phoneId?: string;
  browserHash?: string;
}

/** Ends notes to browsers; what waits for them is dropped when its turn comes. Gives how many browsers it were. */
export async function endPushes(
  tx: Pick<TxCtx, 'em' | 'clock'>,
  whose: WhosePushes,
  why: PushEnd,
): Promise<number> {
  return tx.em.nativeUpdate(
    PushSubscription,
    { ...whose, endedAt: null },
    { endedAt: tx.clock.now(), endedWhy: why },
  );
}
