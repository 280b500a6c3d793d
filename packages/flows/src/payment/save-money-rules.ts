import { Biller } from '@kvitt/db/biller/biller.entity';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import { sql } from 'kysely';
import type { TxCtx } from '../kit/context.ts';

/**
 * Makes these the biller's rules about money, within the caller's transaction.
 * @param others what becomes of the rules that are not among them: they go back to the default, or stay as they are
 */
export async function saveMoneyRules(
  tx: TxCtx,
  billerId: string,
  rules: Partial<MoneyRules>,
  others: 'default' | 'kept' = 'default',
): Promise<void> {
  await tx.em.findOneOrFail(Biller, { id: billerId });
  const before = others === 'kept' ? sql`money_rules.rules` : sql`'{}'::jsonb`;
  await sql`insert into money_rules (biller_id, rules, changed_at)
    values (${billerId}, ${JSON.stringify(rules)}::jsonb, ${tx.clock.now().toISOString()}::timestamptz)
    on conflict (biller_id) do update
      set rules = ${before} || excluded.rules, changed_at = excluded.changed_at`.execute(tx.em.getKysely());
}
