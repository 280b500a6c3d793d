import { DEFAULT_MONEY_RULES, type MoneyRules } from '@kvitt/domain/payment/money-rules';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The biller's rules about money: their own where they decided, the default everywhere else. */
export async function loadMoneyRules(em: EntityManager, billerId: string): Promise<MoneyRules> {
  const { rows } = await sql<{ rules: Partial<MoneyRules> }>`
    select rules from money_rules where biller_id = ${billerId}`.execute(em.getKysely());
  return { ...DEFAULT_MONEY_RULES, ...rows[0]?.rules };
}
