import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface BillOfAccount {
  invoiceId: string;
  number: string;
  description: string;
  currency: Currency;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  totalMinor: number;
  /** What is due on it now; zero or below where it is settled. */
  dueMinor: number;
}

/** All open bills of an account, and so many of the latest that are settled, by due date. */
export async function listBillsOfAccount(
  em: EntityManager,
  billerId: string,
  accountId: string,
  settled: number,
): Promise<BillOfAccount[]> {
  const { rows } = await sql<Row>`
    with bill as (
      select i.id, i.number, i.description, i.currency, i.due_on, i.total_minor,
        coalesce((select sum(p.minor) from posting p where p.biller_id = i.biller_id and p.invoice_id = i.id), 0) as due
      from invoice i where i.biller_id = ${billerId} and i.account_id = ${accountId}),
    placed as (select *, row_number() over (partition by due > 0 order by due_on desc, number desc) as place from bill)
    select id as "invoiceId", number, description, currency, due_on::text as "dueOn", total_minor as "totalMinor",
      due as "dueMinor" from placed where due > 0 or place <= ${settled} order by due_on, number`.execute(
    em.getKysely(),
  );
  return rows.map((row) => ({
    ...row,
    totalMinor: Number(row.totalMinor),
    dueMinor: Number(row.dueMinor),
  }));
}

/** Sums and big numbers come as text. */
interface Row extends Omit<BillOfAccount, 'totalMinor' | 'dueMinor'> {
  totalMinor: string;
  dueMinor: string;
}
