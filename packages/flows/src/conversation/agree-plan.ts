import type { Message } from '@kvitt/db/message/message.entity';
import { PlanOffer } from '@kvitt/db/plan/plan-offer.entity';
import type { PlanQuestion } from '@kvitt/domain/conversation/dialog';
import type { TxCtx } from '../kit/context.ts';
import { startPlan } from '../plan/start-plan.ts';
import { StaleFacts } from './stale-facts.ts';

/** Makes the plan that a text agreed to; the offer names it, so that it is one however often that text is worked on. */
export async function agreePlan(tx: TxCtx, text: Message, offer: PlanQuestion): Promise<void> {
  const { billerId } = text;
  await tx.em.nativeUpdate(PlanOffer, { billerId, id: offer.id }, { state: 'accepted' });
  const answer = await startPlan(tx, {
    billerId,
    accountId: offer.accountId,
    planId: tx.ids.derived(offer.id, 'plan'),
    wish: { parts: offer.parts, firstOn: offer.firstOn },
    agreed: offer.total,
    channel: 'text',
    by: 'customer',
    message: { id: text.id, askedAt: text.createdAt },
  });
  // Paid, or agreed on elsewhere, between our reading and its own.
  if (answer.kind === 'refused') throw new StaleFacts(answer.refusal);
}
