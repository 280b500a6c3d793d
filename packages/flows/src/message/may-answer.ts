import { readAnswering } from '@kvitt/domain/desk/read-answering';
import type { TxCtx } from '../kit/context.ts';
import { type ContactVerdict, judgeOne } from './judge-one.ts';

/**
 * Whether a person may answer in a thread now, and if not, why and when: the contact policy, asked as it is of an answer
 * that is queued. Nothing is kept.
 * @param thread.lastInboundAt when the customer last wrote
 */
export function mayAnswer(
  tx: TxCtx,
  thread: { billerId: string; phoneId: string; lastInboundAt: Date | null },
): Promise<ContactVerdict> {
  const { billerId, phoneId, lastInboundAt } = thread;
  const answering = readAnswering(lastInboundAt, tx.clock.now());
  const askedAt = answering.purpose === 'reply' ? answering.askedAt : undefined;
  return judgeOne(tx, billerId, { phoneId, template: 'agent-reply', purpose: answering.purpose, askedAt });
}
