import type { BillDocument } from '@kvitt/domain/document/documents';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { CHANGES } from './bill-changes.ts';

/** What a bill says on paper, with the customer's name in full: who shows it to less than its owner masks it. */
export interface LoadedBill extends Omit<BillDocument, 'customerName'> {
  firstName: string;
  lastName: string;
}

/** Loads a bill as it is put on paper; undefined where the biller has none of this id. One question. */
export async function loadBillDocument(
  em: EntityManager,
  billerId: string,
  invoiceId: string,
): Promise<LoadedBill | undefined> {
  const { rows } = await sql<
    Omit<LoadedBill, 'totalMinor' | 'dueMinor'> & Record<'totalMinor' | 'dueMinor', string>
  >`
    select json_build_object('name', b.name, 'accent', b.accent, 'supportPhone', b.support_phone,
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
      ${CHANGES} as changes
    from invoice i
    join biller b on b.id = i.biller_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where i.biller_id = ${billerId} and i.id = ${invoiceId}`.execute(em.getKysely());
  const [row] = rows;
  return row && { ...row, totalMinor: Number(row.totalMinor), dueMinor: Number(row.dueMinor) };
}
