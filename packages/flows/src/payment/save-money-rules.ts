import { Biller } from '@kvitt/db/biller/biller.entity';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import type { TxCtx } from '../kit/context.ts';

/** Makes these the biller's rules about money, within the caller's transaction; what is not among them is the default. */
export async function saveMoneyRules(tx: TxCtx, billerId: string, rules: Partial<MoneyRules>): Promise<void> {
  await tx.em.findOneOrFail(Biller, { id: billerId });
  await tx.em.execute(
    `insert into money_rules (biller_id, rules, changed_at) values (?, ?::jsonb, ?)
    on conflict (biller_id) do update set rules = excluded.rules, changed_at = excluded.changed_at`,
    [billerId, JSON.stringify(rules), tx.clock.now()],
  );
}
