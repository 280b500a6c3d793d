import { Sender } from '@kvitt/db/biller/sender.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import type { TxCtx } from '../kit/context.ts';

/** Where a text goes. */
export interface Thread {
  conversationId: string;
  senderId: string;
  phoneId: string;
}

/**
 * The thread that texts about an account go into: with its primary phone, from the biller's first number; opened where
 * there is none yet. Undefined where the account has no phone.
 */
export async function findThread(
  tx: TxCtx,
  billerId: string,
  accountId: string,
): Promise<Thread | undefined> {
  const served = await tx.em.find(
    AccountPhone,
    { billerId, accountId },
    { orderBy: { role: 'desc', since: 'asc' } },
  );
  const phoneId = (served.find((one) => one.role === 'primary') ?? served[0])?.phoneId;
  if (phoneId === undefined) return undefined;
  const sender = await tx.em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  return openThread(tx, { billerId, phoneId, senderId: sender.id });
}

/** The thread between a phone and one of the biller's numbers, opened where there is none yet. */
export async function openThread(
  tx: TxCtx,
  between: { billerId: string; phoneId: string; senderId: string },
): Promise<Thread> {
  await insertOnce(tx.em, Conversation, {
    ...between,
    id: tx.ids.next(),
    openedAt: tx.clock.now(),
    lastInboundAt: null,
    personWantedSince: null,
    personWantedWhy: null,
  });
  const thread = await tx.em.findOneOrFail(Conversation, between);
  return { conversationId: thread.id, senderId: thread.senderId, phoneId: thread.phoneId };
}
