import type { BonusAct, BonusPosting } from '@kvitt/domain/incentive/post-bonus';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Adds an entry with its lines to the bonus ledger; a second one of the same act on the same bonus fails on its key. */
export async function insertBonusEntry(
  em: EntityManager,
  entry: {
    billerId: string;
    id: string;
    bonusId: string;
    agentId: string;
    act: BonusAct;
    actorId: string | null;
    at: Date;
  },
  postings: readonly BonusPosting[],
): Promise<void> {
  const db = em.getKysely();
  const { billerId, id, bonusId, act, actorId } = entry;
  await sql`insert into bonus_entry (biller_id, id, bonus_id, act, actor_id, at)
    values (${billerId}, ${id}, ${bonusId}, ${act}, ${actorId}, ${entry.at.toISOString()})`.execute(db);
  for (const { account, minor } of postings) {
    const agentId = account === 'cost' ? null : entry.agentId;
    await sql`insert into bonus_posting (biller_id, entry_id, account, agent_id, minor)
      values (${billerId}, ${id}, ${account}, ${agentId}, ${minor})`.execute(db);
  }
}
