import type { TxCtx } from '../kit/context.ts';
import { queueText } from '../message/queue-text.ts';
import type { Answering } from './answering.ts';

/** The words of an answer, and what they are about. */
export interface Reply {
  template: string;
  body: string;
  /** The bill whose link the words carry, and what they say is due on it. */
  invoiceId?: string;
  statedMinor?: number;
  sendBefore?: Date;
  isLinkAskedFor?: boolean;
}

/** Queues the answer to an inbound text, within the caller's transaction; a text is answered once. */
export async function reply(tx: TxCtx, { text }: Answering, words: Reply): Promise<void> {
  await queueText(tx, {
    ...words,
    billerId: text.billerId,
    conversationId: text.conversationId,
    senderId: text.senderId,
    phoneId: text.phoneId,
    purpose: 'reply',
    askedAt: text.createdAt,
    cause: `answer/${text.id}`,
  });
}
