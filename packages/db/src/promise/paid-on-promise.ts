import { sql } from 'kysely';

/** Part of a statement about a promise `r`: what was paid since on the bills that it is about, less what went back. */
export const PAID_ON_PROMISE = sql<number>`(select coalesce(-sum(g.minor), 0) from promise_bill x
  join posting g on g.biller_id = x.biller_id and g.invoice_id = x.invoice_id
  join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
  where x.biller_id = r.biller_id and x.promise_id = r.id and e.at >= r.made_at
    and e.cause in ('payment-captured', 'payment-voided', 'refund-made', 'settled-outside'))`;
