import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import type { Evidence } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { learnDispute } from './learn-dispute.ts';

export type AnsweredDispute =
  | { kind: 'answered' }
  /** Somebody, or time, was faster · the processor said no: its code. */
  | { kind: 'refused'; refusal: string }
  /** The answer was lost: it may be called again, and adds nothing twice. */
  | { kind: 'unknown'; reason: string };

/**
 * Answers a dispute at the processor: with evidence, or by giving in where there is none. Then it is read back, so that
 * what the ledger says is what the processor shows.
 */
export async function answerDispute(
  ctx: Ctx,
  order: { billerId: string; disputeId: string; by: string; evidence?: Evidence },
): Promise<AnsweredDispute> {
  const { billerId, disputeId, by, evidence } = order;
  const key = { billerId, id: disputeId };
  const { state, vendorId } = await ctx.em.fork().findOneOrFail(Dispute, key);
  if (state !== 'open') return { kind: 'refused', refusal: `it is ${state}` };
  const moved = await (evidence
    ? ctx.payments.submitDispute(vendorId, evidence)
    : ctx.payments.acceptDispute(vendorId));
  if (moved.kind === 'unknown') return moved;
  if (moved.kind === 'refused') return { kind: 'refused', refusal: `${moved.code} ${moved.text}` };
  await ctx.em.fork().nativeUpdate(Dispute, key, { answeredBy: by });
  await learnDispute(ctx, vendorId);
  return { kind: 'answered' };
}
