import { sql } from 'kysely';
import { CHANGES } from './bill-changes.ts';

/** The columns of a `LoadedBill`: a part of a statement about a bill `i` of a biller `b`, an account `a` and a customer `c`. */
export const BILL_COLUMNS = sql`
  json_build_object('name', b.name, 'accent', b.accent, 'supportPhone', b.support_phone,
    'supportEmail', b.support_email) as biller,
  c.language, c.first_name as "firstName", c.last_name as "lastName", a.number as "accountNumber",
  i.currency, i.number, i.description, i.issued_on::text as "issuedOn", i.due_on::text as "dueOn",
  i.total_minor as "totalMinor",
  (select o.number from invoice o where o.biller_id = i.biller_id and o.id = i.supersedes_id) as replaces,
  (select coalesce(sum(g.minor), 0) from posting g
    where g.biller_id = i.biller_id and g.invoice_id = i.id) as "dueMinor",
  case when not exists (select from adjustment x where x.biller_id = i.biller_id and x.invoice_id = i.id
    and x.kind = 'early-discount-lapsed') then i.discount_until::text end as "discountUntil",
  (select coalesce(json_agg(json_build_object('description', l.description, 'quantityMilli', l.quantity_milli,
      'unitMilli', l.unit_milli, 'taxRateMilli', l.tax_rate_milli, 'netMinor', l.net_minor, 'taxMinor', l.tax_minor)
      order by l.at), '[]')
    from invoice_line l where l.biller_id = i.biller_id and l.invoice_id = i.id) as lines,
  ${CHANGES} as changes`;
