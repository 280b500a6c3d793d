import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { PUSH_KINDS, type PushKind } from '@kvitt/domain/push/read-push-kind';
import type { TxCtx } from '../kit/context.ts';
import { endPushes } from './end-pushes.ts';

/**
 * Switches one kind of note on or off for a browser that shows notes of an account, within the caller's transaction. With the
 * last kind its notes end, as when it says so itself; where it shows none, nothing changes.
 */
export async function choosePushKind(
  tx: TxCtx,
  whose: { billerId: string; accountId: string; browserHash: string },
  { kind, isOn }: { kind: PushKind; isOn: boolean },
): Promise<void> {
  const open = await tx.em.findOne(PushSubscription, { ...whose, endedAt: null });
  if (!open) return;
  const kinds = PUSH_KINDS.filter((one) => (one === kind ? isOn : open.kinds.includes(one)));
  if (kinds.length === 0) {
    await endPushes(tx, whose, 'asked');
    return;
  }
  const { billerId } = whose;
  await tx.em.nativeUpdate(PushSubscription, { billerId, id: open.id }, { kinds });
}
