import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { wakeDispatcher } from '@kvitt/db/message/wake-dispatcher';
import { HELD_REASON } from '@kvitt/domain/conversation/unclear-stop';
import { LockMode } from '@mikro-orm/postgresql';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';

export interface HoldDecision {
  billerId: string;
  phoneId: string;
  /** `released` it was no STOP, and what waits may go · `stopped` it was one. */
  as: 'released' | 'stopped';
  actor: string;
}

/**
 * Decides what a text meant that may have been a STOP, within the caller's transaction. A STOP is recorded with the words
 * that were held for it, and takes every waiting text away; otherwise what was held goes out, each at its time. Nothing happens where
 * nothing is held.
 */
export async function decideHold(tx: TxCtx, { billerId, phoneId, as, actor }: HoldDecision): Promise<void> {
  const phone = await tx.em.findOneOrFail(
    Phone,
    { billerId, id: phoneId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!phone.heldSince || !phone.heldBy) return;
  const said = await tx.em.findOneOrFail(Message, { billerId, id: phone.heldBy });
  await tx.em.nativeUpdate(Phone, { billerId, id: phoneId }, { heldSince: null, heldBy: null });
  if (as === 'released') {
    await tx.em.nativeUpdate(
      Message,
      { billerId, phoneId, state: 'held', reason: HELD_REASON },
      { state: 'queued', reason: null },
    );
    await wakeDispatcher(tx.em);
    return;
  }
  await changeConsent(tx, {
    billerId,
    phoneId,
    act: 'revoked',
    purpose: 'all',
    channel: 'system',
    wording: said.body,
    actor,
    messageId: said.id,
  });
}
