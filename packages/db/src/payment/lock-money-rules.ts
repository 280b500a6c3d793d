import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Locks a biller's rules about money until the caller's transaction ends; nothing is locked where nothing was ever decided.
 * @returns the number of the state that is in force; 0 where what holds by default holds
 */
export async function lockMoneyRules(em: EntityManager, billerId: string): Promise<number> {
  await sql`select from money_rules where biller_id = ${billerId} for update`.execute(em.getKysely());
  const { rows } = await sql<{ number: number }>`
    select max(number) as number from money_rules_version where biller_id = ${billerId}`.execute(
    em.getKysely(),
  );
  return rows[0]?.number ?? 0;
}
