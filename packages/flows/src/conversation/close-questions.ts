import { AutopayOffer } from '@kvitt/db/autopay/autopay-offer.entity';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { PlanOffer } from '@kvitt/db/plan/plan-offer.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Closes whatever a YES in this thread could answer, within the transaction that asks something else: one question at a
 * time, also after one that a STOP has ended. What a bill's own text offers stays on offer.
 */
export async function closeQuestions(
  tx: TxCtx,
  { billerId, conversationId }: { billerId: string; conversationId: string },
): Promise<void> {
  const open = { billerId, conversationId, state: 'open' as const };
  await tx.em.nativeUpdate(PayOffer, { ...open, kind: 'question' }, { state: 'superseded' });
  await tx.em.nativeUpdate(AutopayOffer, open, { state: 'superseded' });
  await tx.em.nativeUpdate(PlanOffer, open, { state: 'superseded' });
}
