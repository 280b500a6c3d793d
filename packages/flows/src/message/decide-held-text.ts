import { Message } from '@kvitt/db/message/message.entity';
import { wakeDispatcher } from '@kvitt/db/message/wake-dispatcher';
import { HELD_REASON } from '@kvitt/domain/conversation/unclear-stop';
import { LockMode } from '@mikro-orm/postgresql';
import { noteAct } from '../agent/note-act.ts';
import { decideHold } from '../conversation/decide-hold.ts';
import type { TxCtx } from '../kit/context.ts';

export interface HeldTextDecision {
  billerId: string;
  /** The text's. */
  id: string;
  as: 'released' | 'dropped';
  /** Their name, and their id where they are an agent rather than the operator. */
  by: string;
  byId?: string | null;
}

/**
 * A person's word on a text that the rules left to one, within the caller's transaction: `released` it goes, unless something
 * stands against it that no person may decide, which is asked again when it is claimed · `dropped` it does not. One that is
 * held because its phone may have said STOP is decided with its phone: released, it was none, and all that waits there goes;
 * dropped, it was one.
 */
export async function decideHeldText(
  tx: TxCtx,
  { billerId, id, as, by, byId = null }: HeldTextDecision,
): Promise<'decided' | 'not-held'> {
  const text = await tx.em.findOne(
    Message,
    { billerId, id, state: 'held' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!text) return 'not-held';
  if (text.reason === HELD_REASON) {
    const phone = { billerId, phoneId: text.phoneId };
    await decideHold(tx, { ...phone, as: as === 'released' ? 'released' : 'stopped', actor: by });
  } else if (as === 'released') {
    await tx.em.nativeUpdate(
      Message,
      { billerId, id },
      { state: 'queued', reason: null, releasedBy: by, sendAt: tx.clock.now() },
    );
    await wakeDispatcher(tx.em);
  } else {
    await tx.em.nativeUpdate(Message, { billerId, id }, { state: 'skipped', reason: 'DROPPED' });
  }
  const on = { subject: 'message', subjectId: id };
  await noteAct(tx, { billerId, id: byId, name: by }, `held-text-${as}`, on);
  return 'decided';
}
