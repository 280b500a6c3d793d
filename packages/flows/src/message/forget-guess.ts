import { Message } from '@kvitt/db/message/message.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Takes the carrier's id away from a text that was taken for it by a look-up, now that its true owner is known: by the
 * carrier's own answer, or by a report that names it. The other text is missing still, and is looked for again.
 */
export async function forgetGuess(
  tx: TxCtx,
  { billerId, vendorId, owner }: { billerId: string; vendorId: string; owner: string },
): Promise<void> {
  await tx.em.nativeUpdate(
    Message,
    { billerId, vendorId, id: { $ne: owner }, direction: 'out' },
    {
      vendorId: null,
      sentAt: null,
      reportSequence: null,
      state: 'uncertain',
      reason: 'ANSWER_LOST',
      sendAt: tx.clock.now(),
    },
  );
}
