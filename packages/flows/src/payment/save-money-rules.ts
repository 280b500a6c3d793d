import { Biller } from '@kvitt/db/biller/biller.entity';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import { sql } from 'kysely';
import type { TxCtx } from '../kit/context.ts';

/**
 * Makes these the biller's rules about money, within the caller's transaction.
 * @param by who puts them in force; each state of the rules is kept with that, and with its instant
 * @param others what becomes of the rules that are not among them: they go back to the default, or stay as they are
 */
export async function saveMoneyRules(
  tx: TxCtx,
  billerId: string,
  rules: Partial<MoneyRules>,
  others: 'default' | 'kept' = 'default',
  by = 'operator',
): Promise<void> {
  await tx.em.findOneOrFail(Biller, { id: billerId });
  const before = others === 'kept' ? sql`money_rules.rules` : sql`'{}'::jsonb`;
  // The row of the rules is locked by its own change, so that two changes at once have a number each.
  await sql`insert into money_rules (biller_id, rules, changed_at)
    values (${billerId}, ${JSON.stringify(rules)}::jsonb, ${tx.clock.now().toISOString()}::timestamptz)
    on conflict (biller_id) do update
      set rules = ${before} || excluded.rules, changed_at = excluded.changed_at`.execute(tx.em.getKysely());
  await sql`insert into money_rules_version (biller_id, number, rules, changed_at, changed_by)
    select r.biller_id, 1 + coalesce(max(v.number), 0), r.rules, r.changed_at, ${by}::text
    from money_rules r left join money_rules_version v on v.biller_id = r.biller_id
    where r.biller_id = ${billerId} group by r.biller_id`.execute(tx.em.getKysely());
}
