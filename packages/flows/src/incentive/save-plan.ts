import { BonusPlanVersion } from '@kvitt/db/incentive/bonus-plan-version.entity';
import { checkPlan, type PlanProblem, type PlanTerms } from '@kvitt/domain/incentive/check-plan';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/**
 * Puts a plan in force for what is earned from now on, within the caller's transaction. Bonuses that were earned before keep
 * the terms of theirs.
 */
export async function savePlan(
  tx: TxCtx,
  actor: Actor & { id: string },
  terms: PlanTerms,
): Promise<{ kind: 'saved'; version: number } | { kind: 'refused'; refusal: PlanProblem }> {
  const { billerId } = actor;
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`bonus-plan ${billerId}`]);
  const last = await tx.em.findOne(BonusPlanVersion, { billerId }, { orderBy: { version: 'desc' } });
  const version = (last?.version ?? 0) + 1;
  const answer = checkPlan(terms, { key: 'own', version });
  if (answer.kind === 'refused') return answer;
  await tx.em.insert(BonusPlanVersion, {
    billerId,
    version,
    plan: answer.plan,
    authorId: actor.id,
    author: actor.name,
    createdAt: tx.clock.now(),
  });
  await noteAct(tx, actor, 'plan.saved', { subject: 'plan', detail: `own@${version}` });
  return { kind: 'saved', version };
}
