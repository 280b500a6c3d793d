import type { BonusAccount } from '@kvitt/domain/incentive/post-bonus';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What an agent has, by account, in minor units, as the bonus ledger has it. */
export async function sumBonuses(
  em: EntityManager,
  billerId: string,
  agentId: string,
): Promise<Partial<Record<BonusAccount, number>>> {
  const { rows } = await sql<{ account: BonusAccount; minor: number }>`
    select account, (-sum(minor))::float8 as minor from bonus_posting
    where biller_id = ${billerId} and agent_id = ${agentId} group by account`.execute(em.getKysely());
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
}
