import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Counts and sums of what the processor moved, in minor units of one currency. */
export interface MovedSums {
  currency: Currency;
  sales: number;
  salesMinor: number;
  refunds: number;
  refundsMinor: number;
}

/** Keeps what a day's comparison came to; of the same day again, the latest. */
export async function saveReconciliation(
  em: EntityManager,
  run: MovedSums & { billerId: string; day: string; differences: number; ranAt: Date },
): Promise<void> {
  await sql`
    insert into reconciliation (biller_id, day, currency, sales, sales_minor, refunds, refunds_minor, differences, ran_at)
    values (${run.billerId}, ${run.day}, ${run.currency}, ${run.sales}, ${run.salesMinor}, ${run.refunds},
      ${run.refundsMinor}, ${run.differences}, ${run.ranAt.toISOString()}::timestamptz)
    on conflict (biller_id, day, currency) do update set sales = excluded.sales, sales_minor = excluded.sales_minor,
      refunds = excluded.refunds, refunds_minor = excluded.refunds_minor, differences = excluded.differences,
      ran_at = excluded.ran_at`.execute(em.getKysely());
}

/** Keeps a day's share of a settlement batch of the processor's. */
export async function saveBatch(
  em: EntityManager,
  batch: MovedSums & { billerId: string; id: string; day: string },
): Promise<void> {
  await sql`
    insert into settlement_batch (biller_id, id, day, currency, sales, sales_minor, refunds, refunds_minor)
    values (${batch.billerId}, ${batch.id}, ${batch.day}, ${batch.currency}, ${batch.sales}, ${batch.salesMinor},
      ${batch.refunds}, ${batch.refundsMinor})
    on conflict (biller_id, id, day, currency) do update set sales = excluded.sales,
      sales_minor = excluded.sales_minor, refunds = excluded.refunds,
      refunds_minor = excluded.refunds_minor`.execute(em.getKysely());
}
