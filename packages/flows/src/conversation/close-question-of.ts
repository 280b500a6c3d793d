import { AutopayOffer } from '@kvitt/db/autopay/autopay-offer.entity';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { PlanOffer } from '@kvitt/db/plan/plan-offer.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Closes what one text asked, within the transaction that takes the text back, and nothing that was asked after it. The
 * question's id comes from what the text was caused by: `answer/<id of the customer's text>` or `agent-ask/<id of the ask>/…`.
 */
export async function closeQuestionOf(
  tx: TxCtx,
  { billerId, cause }: { billerId: string; cause?: string | null | undefined },
): Promise<void> {
  const [kind, asker] = cause?.split('/') ?? [];
  if (!asker || (kind !== 'answer' && kind !== 'agent-ask')) return;
  const asked = (what: string) => ({ billerId, id: tx.ids.derived(asker, what), state: 'open' as const });
  const closed = { state: 'superseded' as const };
  await tx.em.nativeUpdate(PayOffer, asked('offer'), closed);
  await tx.em.nativeUpdate(AutopayOffer, asked('autopay-offer'), closed);
  await tx.em.nativeUpdate(PlanOffer, asked('plan-offer'), closed);
}
