import type { TxCtx } from '../kit/context.ts';
import { decideTexts } from './decide-texts.ts';

export type AnswerVerdict = { kind: 'allowed' } | { kind: 'refused'; refusal: string };

/**
 * Whether a person may answer in a thread now: the contact policy, asked as it is of an answer that is queued. Nothing is
 * kept.
 * @param thread.askedAt when the customer last wrote
 */
export async function mayAnswer(
  tx: TxCtx,
  thread: { billerId: string; phoneId: string; askedAt: Date | undefined },
): Promise<AnswerVerdict> {
  const { billerId, phoneId, askedAt } = thread;
  const text = { id: tx.ids.next(), phoneId, invoiceId: null, template: 'agent-reply', body: '', from: '' };
  const [decided] = await decideTexts(tx, billerId, [{ ...text, purpose: 'reply', askedAt }]);
  if (decided?.decision === 'ALLOW') return { kind: 'allowed' };
  return { kind: 'refused', refusal: decided?.reasons[0] ?? 'POLICY_ERROR' };
}
