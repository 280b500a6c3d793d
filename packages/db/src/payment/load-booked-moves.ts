import type { Currency } from '@kvitt/domain/money/money';
import type { BookedMove } from '@kvitt/domain/payment/compare-books';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * What the ledger says was moved by the payments and refunds of a span of time, and by those with the named ids: sums of
 * the postings to `processor`, not the rows' own amounts, so that an entry that is missing or twice shows up.
 * @param span of when they were started or became known; `ids` those that the processor names besides
 */
export async function loadBookedMoves(
  em: EntityManager,
  billerId: string,
  span: { from: Date; to: Date; ids: readonly string[] },
): Promise<BookedMove[]> {
  const from = span.from.toISOString();
  const to = span.to.toISOString();
  const { rows } = await sql<Row>`
    with moved as (
      select p.id, 'sale' as kind, p.currency, p.state in ('started', 'unknown') or p.ask_at is not null as is_open
      from payment p where p.biller_id = ${billerId}
        and ((p.started_at >= ${from}::timestamptz and p.started_at < ${to}::timestamptz)
          or (p.finished_at >= ${from}::timestamptz and p.finished_at < ${to}::timestamptz)
          or p.id::text = any(${[...span.ids]}))
      union all
      select r.id, 'refund', r.currency, r.state in ('waiting', 'started', 'unknown') from refund r
      where r.biller_id = ${billerId} and r.move is distinct from 'void'
        and ((r.asked_for_at >= ${from}::timestamptz and r.asked_for_at < ${to}::timestamptz)
          or (r.finished_at >= ${from}::timestamptz and r.finished_at < ${to}::timestamptz)
          or r.id::text = any(${[...span.ids]})))
    select m.id, m.kind, m.currency, m.is_open as "isOpen", (
      select coalesce(sum(case m.kind when 'sale' then g.minor else -g.minor end), 0)
      from journal_entry e join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'processor'
      where e.biller_id = ${billerId} and e.cause_id = m.id
        and e.cause in ('payment-captured', 'payment-voided', 'refund-made')) as minor
    from moved m order by m.id`.execute(em.getKysely());
  return rows.map(({ minor, ...row }) => ({ ...row, minor: Number(minor) }));
}

/** Sums come as text. */
interface Row {
  id: string;
  kind: BookedMove['kind'];
  currency: Currency;
  isOpen: boolean;
  minor: string;
}
