import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import type { TxCtx } from '../kit/context.ts';

/** Notes that a person is wanted in a thread, and why. The first reason stands until somebody has answered. */
export async function wantPerson(
  tx: TxCtx,
  { billerId, conversationId }: { billerId: string; conversationId: string },
  why: string,
): Promise<void> {
  await tx.em.nativeUpdate(
    Conversation,
    { billerId, id: conversationId, personWantedSince: null },
    { personWantedSince: tx.clock.now(), personWantedWhy: why },
  );
}
