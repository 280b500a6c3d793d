import type { UsedOnBill } from '@kvitt/domain/invoice/compare-usage';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * What the account was billed for of the things that stand on one bill, on that bill and on earlier ones that were not
 * replaced by another; of two years at the most.
 */
export async function loadUsed(
  em: EntityManager,
  { billerId, id, accountId }: { billerId: string; id: string; accountId: string },
): Promise<UsedOnBill[]> {
  const { rows } = await sql<Omit<UsedOnBill, 'quantityMilli'> & { quantityMilli: string }>`
    with own as (
      select i.id, i.issued_on, lower(btrim(l.description)) as thing from invoice i
      join invoice_line l on l.biller_id = i.biller_id and l.invoice_id = i.id
      where i.biller_id = ${billerId} and i.id = ${id})
    select i.id as "invoiceId", i.issued_on::text as on, min(l.description) as description,
      sum(l.quantity_milli)::bigint as "quantityMilli"
    from invoice i join invoice_line l on l.biller_id = i.biller_id and l.invoice_id = i.id
    where i.biller_id = ${billerId} and i.account_id = ${accountId}
      and i.issued_on between (select max(issued_on) from own) - 730 and (select max(issued_on) from own)
      and lower(btrim(l.description)) in (select thing from own)
      and not exists (select from invoice n where n.biller_id = i.biller_id and n.supersedes_id = i.id)
    group by i.id, i.issued_on, lower(btrim(l.description)) order by i.issued_on, i.id, 3`.execute(
    em.getKysely(),
  );
  return rows.map((row) => ({ ...row, quantityMilli: Number(row.quantityMilli) }));
}
