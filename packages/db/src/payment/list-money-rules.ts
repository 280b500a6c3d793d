import { DEFAULT_MONEY_RULES, type MoneyRules } from '@kvitt/domain/payment/money-rules';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A biller's rules as they were in force from an instant on. */
export interface MoneyRulesVersion {
  number: number;
  rules: MoneyRules;
  changedAt: Date;
  /** Who put them in force: an agent's name, or `operator`. */
  changedBy: string;
}

/** The latest states of a biller's rules about money, newest first, each with what held by default then left in. */
export async function listMoneyRules(
  em: EntityManager,
  billerId: string,
  atMost: number,
): Promise<MoneyRulesVersion[]> {
  const { rows } = await sql<Omit<MoneyRulesVersion, 'changedAt'> & { changedAt: string }>`
    select number, rules, changed_at as "changedAt", changed_by as "changedBy" from money_rules_version
    where biller_id = ${billerId} order by number desc limit ${atMost}`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    rules: { ...DEFAULT_MONEY_RULES, ...row.rules },
    changedAt: new Date(row.changedAt),
  }));
}
