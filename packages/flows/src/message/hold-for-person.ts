import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import type { TxCtx } from '../kit/context.ts';

/** Calls a person to a thread in which a text is held: the rules of contact leave it to somebody. */
export async function holdForPerson(
  tx: TxCtx,
  { billerId, conversationId }: { billerId: string; conversationId: string },
): Promise<void> {
  await tx.em.nativeUpdate(
    Conversation,
    { billerId, id: conversationId, personWantedSince: null },
    { personWantedSince: tx.clock.now(), personWantedWhy: 'text-held' },
  );
}
