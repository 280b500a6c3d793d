import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Keeps what an agent is paid for a period; where something owed back is kept of it, also the entry of the bonus ledger that
 * says so: it is paid out less, and owed less.
 */
export async function insertPayLine(
  em: EntityManager,
  line: {
    billerId: string;
    periodId: string;
    agentId: string;
    actorId: string;
    entryId: string;
    at: Date;
    bonuses: number;
    currency: string;
    grossMinor: number;
    nettedMinor: number;
    owedMinor: number;
  },
): Promise<void> {
  const db = em.getKysely();
  const { billerId, periodId, agentId, entryId, nettedMinor } = line;
  await sql`insert into pay_line (biller_id, period_id, agent_id, bonuses, gross_minor, netted_minor, owed_minor, currency)
    values (${billerId}, ${periodId}, ${agentId}, ${line.bonuses}, ${line.grossMinor}, ${nettedMinor}, ${line.owedMinor},
      ${line.currency})`.execute(db);
  if (nettedMinor === 0) return;
  await sql`insert into bonus_entry (biller_id, id, act, actor_id, at, period_id, agent_id)
    values (${billerId}, ${entryId}, 'netted', ${line.actorId}, ${line.at.toISOString()}, ${periodId}, ${agentId})`.execute(
    db,
  );
  await sql`insert into bonus_posting (biller_id, entry_id, account, agent_id, minor)
    values (${billerId}, ${entryId}, 'owed-back', ${agentId}, ${-nettedMinor}),
      (${billerId}, ${entryId}, 'exported', ${agentId}, ${nettedMinor})`.execute(db);
}
