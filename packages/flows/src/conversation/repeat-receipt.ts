import { Message } from '@kvitt/db/message/message.entity';
import type { TxCtx } from '../kit/context.ts';
import type { Answering } from './answering.ts';
import { reply } from './reply.ts';

/** Sends a payment's receipt once more, word for word: the same PAY gets the same receipt. */
export async function repeatReceipt(tx: TxCtx, answering: Answering, paymentId: string): Promise<void> {
  const { billerId } = answering.text;
  const receipt = await tx.em.findOne(Message, { billerId, cause: `receipt/${paymentId}` });
  if (!receipt) return;
  await reply(tx, answering, {
    template: 'receipt',
    body: receipt.body,
    ...(receipt.invoiceId && { invoiceId: receipt.invoiceId }),
  });
}
