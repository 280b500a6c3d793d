import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { PAID_ON_PROMISE } from './paid-on-promise.ts';

/** Judged at a time; the rest waits for the next round. */
const AT_ONCE = 50;

export interface OpenPromise {
  billerId: string;
  id: string;
  amountMinor: number;
  /** What was paid since on its bills, less what went back. */
  paidMinor: number;
  graceUntil: string;
  /** The customer's own day. */
  today: string;
}

/** Open promises that are kept by now, or whose grace is over on the customer's own calendar. */
export async function findPromisesToJudge(em: EntityManager, now: Date): Promise<OpenPromise[]> {
  const { rows } = await sql<OpenPromise & { amountMinor: string; paidMinor: string }>`
    with open as (
      select r.biller_id, r.id, r.amount_minor, r.grace_until,
        (${now.toISOString()}::timestamptz at time zone c.time_zone)::date as today,
        ${PAID_ON_PROMISE} as paid
      from promise r
      join account a on a.biller_id = r.biller_id and a.id = r.account_id
      join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
      where r.state = 'open')
    select biller_id as "billerId", id, amount_minor as "amountMinor", paid as "paidMinor",
      grace_until::text as "graceUntil", today::text
    from open where paid >= amount_minor or grace_until < today
    order by biller_id, id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    amountMinor: Number(row.amountMinor),
    paidMinor: Number(row.paidMinor),
  }));
}
