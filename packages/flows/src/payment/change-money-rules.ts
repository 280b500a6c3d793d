import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import type { TxCtx } from '../kit/context.ts';

/** Changes some of the biller's rules about money, within the caller's transaction, and leaves the others as they are. */
export async function changeMoneyRules(
  tx: TxCtx,
  billerId: string,
  changes: Partial<MoneyRules>,
): Promise<void> {
  await tx.em.execute(
    `insert into money_rules (biller_id, rules, changed_at) values (?, ?::jsonb, ?)
    on conflict (biller_id) do update set rules = money_rules.rules || excluded.rules, changed_at = excluded.changed_at`,
    [billerId, JSON.stringify(changes), tx.clock.now()],
  );
}
