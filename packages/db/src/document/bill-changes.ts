import { ADJUSTMENT_SIGN } from '@kvitt/domain/invoice/adjustment';
import { sql } from 'kysely';

const ADJUSTMENTS = Object.keys(ADJUSTMENT_SIGN);

/**
 * Part of a statement about a bill `i` of a customer `c`: everything in the ledger that moved what is due on it since it was
 * issued, in its order, as a JSON list: its total and these come to what is due. What is neither an adjustment nor credit is
 * money that came, or went back.
 */
export const CHANGES = sql`(
  select coalesce(json_agg(json_build_object('on', m.on, 'kind', m.kind, 'minor', m.minor) order by m.at, m.id), '[]')
  from (
    select e.id, e.at, (e.at at time zone c.time_zone)::date::text as on, sum(g.minor)::bigint as minor,
      case when e.cause = any(${ADJUSTMENTS}::text[]) then e.cause
        when e.cause = 'refund-allowed' then 'credit-note'
        when e.cause in ('credit-used', 'credit-unused') then e.cause
        when sum(g.minor) < 0 then 'paid' else 'given-back' end as kind
    from posting g join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
    where g.biller_id = i.biller_id and g.invoice_id = i.id and e.cause <> 'invoice-issued'
    group by e.id, e.at, e.cause, c.time_zone) m)`;
