import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** A span of whole days of the biller's calendar, both included, `YYYY-MM-DD`. */
export interface ReportSpan {
  billerId: string;
  from: string;
  to: string;
}

/** Instants of the span: from the first day's midnight to that after the last. */
export function inSpan(column: RawBuilder<unknown>, { billerId, from, to }: ReportSpan): RawBuilder<unknown> {
  const zone = sql`(select time_zone from biller where id = ${billerId})`;
  return sql`${column} >= (${from}::date)::timestamp at time zone ${zone}
    and ${column} < (${to}::date + 1)::timestamp at time zone ${zone}`;
}

export interface EnrollmentFunnel {
  source: string;
  calls: number;
  asked: number;
  confirmed: number;
  /** Of the confirmed, those that still stand. */
  standing: number;
  cardSaved: number;
}

/** Calls, and joins on a page, by source, and how far each came. A join on a page saves no card by itself. */
export async function loadEnrollmentFunnel(em: EntityManager, span: ReportSpan): Promise<EnrollmentFunnel[]> {
  const { rows } = await sql<EnrollmentFunnel>`
    select source, count(*)::int as calls, count(asked_at)::int as asked, count(confirmed_at)::int as confirmed,
      count(*) filter (where confirmed_at is not null and stopped_at is null)::int as standing,
      count(card_saved_at)::int as "cardSaved"
    from enrollment where biller_id = ${span.billerId} and ${inSpan(sql`started_at`, span)}
    group by source
    union all
    select source, count(*)::int, count(*)::int, count(joined_at)::int, count(*) filter (where joined_at is not null
        and exists (select from consent s where s.biller_id = j.biller_id and s.phone_id = j.phone_id
          and s.purpose = 'service' and s.state <> 'revoked'))::int, 0
    from web_join j where biller_id = ${span.billerId} and ${inSpan(sql`asked_at`, span)}
    group by source order by calls desc, source`.execute(em.getKysely());
  return rows;
}

export interface PayFunnel {
  sent: number;
  delivered: number;
  opened: number;
  paid: number;
}

/** Texts with a link to a bill: sent, delivered, opened by a person, and whose bill was paid after it. */
export async function loadPayFunnel(em: EntityManager, span: ReportSpan): Promise<PayFunnel> {
  const { rows } = await sql<PayFunnel>`
    with text as (
      select m.biller_id, m.id, m.state, m.sent_at, l.id as link_id, l.invoice_id
      from message m join portal_link l on l.biller_id = m.biller_id and l.message_id = m.id
      where m.biller_id = ${span.billerId} and m.direction = 'out' and ${inSpan(sql`m.sent_at`, span)})
    select count(*)::int as sent, count(*) filter (where state = 'delivered')::int as delivered,
      count(*) filter (where exists (select from bill_view v where v.biller_id = text.biller_id and v.link_id = text.link_id))::int
        as opened,
      count(*) filter (where exists (select from payment p where p.biller_id = text.biller_id and p.invoice_id = text.invoice_id
        and p.state = 'approved' and p.finished_at >= text.sent_at))::int as paid
    from text`.execute(em.getKysely());
  return rows[0] ?? { sent: 0, delivered: 0, opened: 0, paid: 0 };
}
