import { Biller } from '@kvitt/db/biller/biller.entity';
import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { insertPayLine } from '@kvitt/db/incentive/insert-pay-line';
import { PayPeriod } from '@kvitt/db/incentive/pay-period.entity';
import { sumBonuses } from '@kvitt/db/incentive/sum-bonuses';
import { netOwed } from '@kvitt/domain/incentive/net-owed';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { moveBonus } from './move-bonus.ts';

export type PeriodClosed =
  | { kind: 'closed'; periodId: string; bonuses: number }
  | { kind: 'refused'; refusal: 'NOT_OVER' | 'ALREADY_CLOSED' };

/**
 * Closes the time up to a day and locks it, within the caller's transaction: every bonus that was earned until its end and
 * is approved goes to payroll, less what its agent owes back for bonuses that were paid out and taken back since. What is
 * not approved yet waits for the next period.
 * @param period.through `YYYY-MM-DD`, the last day, of the biller's calendar
 */
export async function closePeriod(
  tx: TxCtx,
  actor: Actor & { id: string },
  period: { through: string },
): Promise<PeriodClosed> {
  const { billerId } = actor;
  const { through } = period;
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`pay-period ${billerId}`]);
  const { timeZone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const now = tx.clock.now();
  if (through >= localDate(now, timeZone)) return { kind: 'refused', refusal: 'NOT_OVER' };
  const last = await tx.em.findOne(PayPeriod, { billerId }, { orderBy: { through: 'desc' } });
  if (last && through <= last.through) return { kind: 'refused', refusal: 'ALREADY_CLOSED' };
  const periodId = tx.ids.next();
  await tx.em.insert(PayPeriod, {
    billerId,
    id: periodId,
    through,
    closedAt: now,
    closedBy: actor.id,
    closer: actor.name,
  });
  const end = new Date(localInstant(addDays(through, 1), 0, timeZone));
  const bonuses = await tx.em.find(
    Bonus,
    { billerId, state: 'approved', earnedAt: { $lt: end } },
    { orderBy: { id: 'asc' } },
  );
  for (const { id } of bonuses) await moveBonus(tx, { billerId, id }, { act: 'exported', actor, periodId });
  for (const agentId of [...new Set(bonuses.map((one) => one.agentId))].sort()) {
    await payAgent(
      tx,
      { billerId, periodId, agentId, actorId: actor.id },
      bonuses.filter((one) => one.agentId === agentId),
    );
  }
  await noteAct(tx, actor, 'period.closed', { subject: 'period', subjectId: periodId, detail: through });
  return { kind: 'closed', periodId, bonuses: bonuses.length };
}

async function payAgent(
  tx: TxCtx,
  agent: { billerId: string; periodId: string; agentId: string; actorId: string },
  bonuses: readonly Bonus[],
): Promise<void> {
  const { billerId, agentId } = agent;
  const grossMinor = bonuses.reduce((sum, { minor }) => sum + minor, 0);
  const sums = await sumBonuses(tx.em, billerId, agentId);
  // What an agent has is positive there, so what they owe is below nothing.
  const { nettedMinor, owedMinor } = netOwed(grossMinor, Math.max(0, -(sums['owed-back'] ?? 0)));
  await insertPayLine(tx.em, {
    ...agent,
    entryId: tx.ids.next(),
    at: tx.clock.now(),
    bonuses: bonuses.length,
    currency: bonuses[0]?.currency ?? 'USD',
    grossMinor,
    nettedMinor,
    owedMinor,
  });
}
