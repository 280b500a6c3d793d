import type { ExportedEntry } from '@kvitt/domain/ledger/exported-entry';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { FIRST_ID } from '../kit/first-id.ts';

/** Where a page of entries begins: after this one. */
export interface EntryPlace {
  at: string;
  id: string;
}

/**
 * A page of a biller's journal entries in one currency, oldest first, with their lines; days are the biller's own.
 * @param order.from, order.to the first and the last day, `YYYY-MM-DD`
 */
export async function listEntries(
  em: EntityManager,
  order: { billerId: string; currency: string; from: string; to: string; after?: EntryPlace; limit: number },
): Promise<(ExportedEntry & EntryPlace)[]> {
  const { billerId, currency, from, to, after, limit } = order;
  const { rows } = await sql<ExportedEntry & EntryPlace>`
    select e.id, e.at::text as at, (e.at at time zone b.time_zone)::date::text as day, e.cause,
      e.cause_id as "causeId", e.currency,
      (select json_agg(json_build_object('account', g.account, 'minor', g.minor, 'bill', i.number) order by g.line)
        from posting g left join invoice i on i.biller_id = g.biller_id and i.id = g.invoice_id
        where g.biller_id = e.biller_id and g.entry_id = e.id) as lines
    from journal_entry e join biller b on b.id = e.biller_id
    where e.biller_id = ${billerId} and e.currency = ${currency}
      and (e.at at time zone b.time_zone)::date between ${from} and ${to}
      and (e.at, e.id) > (${after?.at ?? '-infinity'}::timestamptz,
        ${after?.id ?? FIRST_ID}::uuid)
    order by e.at, e.id limit ${limit}`.execute(em.getKysely());
  return rows;
}
