import { Phone } from '@kvitt/db/customer/phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { HELD_REASON } from '@kvitt/domain/conversation/unclear-stop';
import type { TxCtx } from '../kit/context.ts';

/**
 * Holds every text to a phone that nobody there asked for, within the caller's transaction: those that wait, and those that
 * are queued from now on. An answer to the customer's own text or payment still goes.
 */
export async function holdTexts(tx: TxCtx, { billerId, phoneId, id }: Message): Promise<void> {
  const now = tx.clock.now();
  await tx.em.nativeUpdate(Phone, { billerId, id: phoneId }, { heldSince: now, heldBy: id });
  await tx.em.nativeUpdate(
    Message,
    { billerId, phoneId, state: 'queued', purpose: { $nin: ['reply', 'receipt'] } },
    { state: 'held', reason: HELD_REASON },
  );
}
