import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inSpan, type ReportSpan } from './load-funnels.ts';

export interface CollectedDay {
  /** `YYYY-MM-DD`. */
  day: string;
  minor: number;
  payments: number;
}

/** Money collected, day by day, days without any included; what was taken back is not in it. */
export async function loadCollected(em: EntityManager, span: ReportSpan): Promise<CollectedDay[]> {
  const { billerId, from, to } = span;
  const { rows } = await sql<CollectedDay>`
    with paid as (select (p.finished_at at time zone b.time_zone)::date as day, p.amount_minor
      from payment p join biller b on b.id = p.biller_id
      where p.biller_id = ${billerId} and p.state = 'approved' and ${inSpan(sql`p.finished_at`, span)})
    select d::date::text as day, coalesce(sum(paid.amount_minor), 0)::float8 as minor, count(paid.day)::int as payments
    from generate_series(${from}::date, ${to}::date, interval '1 day') d left join paid on paid.day = d::date
    group by d order by d`.execute(em.getKysely());
  return rows;
}

export interface Aging {
  /** How late: `not-due`, `1-30`, `31-60`, `61-90`, `over-90`. */
  bucket: string;
  bills: number;
  minor: number;
}

export interface Receivables {
  aging: Aging[];
  /** Days sales outstanding: what is open, over what was billed in the span, times its days. Null where nothing was billed. */
  dso: number | null;
  /** Half of the bills that were paid in the span were paid in so many days after they were issued. */
  daysToPay: number | null;
}

/** What is open, by how late it is, and how long payers take. */
export async function loadReceivables(em: EntityManager, span: ReportSpan): Promise<Receivables> {
  const { billerId, from, to } = span;
  const db = em.getKysely();
  const aging = await sql<Aging>`
    with open as (
      select i.due_on, sum(g.minor) as minor from invoice i
      join posting g on g.biller_id = i.biller_id and g.invoice_id = i.id
      where i.biller_id = ${billerId} group by i.biller_id, i.id, i.due_on having sum(g.minor) > 0)
    select b.bucket, count(open.minor)::int as bills, coalesce(sum(open.minor), 0)::float8 as minor
    from (values ('not-due', -100000, 0), ('1-30', 1, 30), ('31-60', 31, 60), ('61-90', 61, 90), ('over-90', 91, 100000))
      as b(bucket, least, most)
    left join open on ${to}::date - open.due_on between b.least and b.most
    group by b.bucket, b.least order by b.least`.execute(db);
  const { rows } = await sql<{ billed: number; daysToPay: number | null }>`
    select coalesce((select sum(total_minor) from invoice where biller_id = ${billerId}
        and issued_on between ${from}::date and ${to}::date), 0)::float8 as billed,
      (select percentile_cont(0.5) within group (order by (p.finished_at at time zone b.time_zone)::date - i.issued_on)
        from payment p join invoice i on i.biller_id = p.biller_id and i.id = p.invoice_id
        join biller b on b.id = p.biller_id
        where p.biller_id = ${billerId} and p.state = 'approved' and ${inSpan(sql`p.finished_at`, span)})::float8 as "daysToPay"`.execute(
    db,
  );
  const open = aging.rows.reduce((sum, { minor }) => sum + minor, 0);
  const billed = rows[0]?.billed ?? 0;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return {
    aging: aging.rows,
    dso: billed > 0 ? (open / billed) * days : null,
    daysToPay: rows[0]?.daysToPay ?? null,
  };
}
