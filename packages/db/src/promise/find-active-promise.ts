import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The promise that a bill's reminders wait for. */
export interface ActivePromise {
  promiseId: string;
  amountMinor: number;
  /** `YYYY-MM-DD`; reminders wait until the day after `graceUntil`. */
  dueOn: string;
  graceUntil: string;
}

/**
 * The open promise about a bill whose grace is not over; undefined where there is none.
 * @param today the customer's own day, `YYYY-MM-DD`
 */
export async function findActivePromise(
  em: EntityManager,
  bill: { billerId: string; id: string },
  today: string,
): Promise<ActivePromise | undefined> {
  const { rows } = await sql<ActivePromise & { amountMinor: string }>`
    select r.id as "promiseId", r.amount_minor as "amountMinor", r.due_on::text as "dueOn",
      r.grace_until::text as "graceUntil"
    from promise_bill x join promise r on r.biller_id = x.biller_id and r.id = x.promise_id
    where x.biller_id = ${bill.billerId} and x.invoice_id = ${bill.id} and r.state = 'open'
      and r.grace_until >= ${today} limit 1`.execute(em.getKysely());
  const [row] = rows;
  return row && { ...row, amountMinor: Number(row.amountMinor) };
}
