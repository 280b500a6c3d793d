import { sql } from 'kysely';

/**
 * What was paid towards the bill `i`, oldest first, from the ledger, as JSON: captured and not taken back, or settled
 * outside. Minor units of its currency.
 */
export const PAYMENTS = sql`(select coalesce(json_agg(json_build_object('at', e.at, 'minor', -g.minor) order by e.at), '[]')
  from posting g
  join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
  where g.biller_id = i.biller_id and g.invoice_id = i.id and e.cause in ('payment-captured', 'settled-outside')
    and not exists (select from journal_entry v where v.biller_id = e.biller_id
      and v.cause = 'payment-voided' and v.cause_id = e.cause_id))`;
