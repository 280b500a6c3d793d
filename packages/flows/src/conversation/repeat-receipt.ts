import { Message } from '@kvitt/db/message/message.entity';
import type { TxCtx } from '../kit/context.ts';
import { queueText } from '../message/queue-text.ts';
import type { Answering } from './answering.ts';

/** Sends a payment's receipt once more, word for word: the same PAY gets the same receipt. */
export async function repeatReceipt(tx: TxCtx, { text }: Answering, paymentId: string): Promise<void> {
  const { billerId, conversationId, senderId, phoneId } = text;
  const receipt = await tx.em.findOne(Message, { billerId, cause: `receipt/${paymentId}` });
  if (!receipt) return;
  await queueText(tx, {
    billerId,
    conversationId,
    senderId,
    phoneId,
    purpose: 'reply',
    askedAt: text.createdAt,
    template: 'receipt',
    body: receipt.body,
    cause: `answer/${text.id}`,
    ...(receipt.invoiceId && { invoiceId: receipt.invoiceId }),
  });
}
