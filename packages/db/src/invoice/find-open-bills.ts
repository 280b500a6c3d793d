import type { OpenBill } from '@kvitt/domain/conversation/dialog';
import { type Currency, money } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idArray } from '../kit/id-array.ts';

/** Bills with something due, and which account each belongs to. */
export interface OpenBillRow extends OpenBill {
  accountId: string;
  /** It is paid in instalments. */
  hasPlan: boolean;
}

/** More than this many are summed, not listed: no text could name them all. */
const LISTED = 9;

/**
 * The bills of the given accounts with something due, soonest due first, the first few of them; with how many there are
 * in all and what they come to (undefined where they are of several currencies).
 */
export async function findOpenBills(
  em: EntityManager,
  billerId: string,
  accountIds: readonly string[],
): Promise<{ bills: OpenBillRow[]; count: number; total: OpenBill['amountDue'] | undefined }> {
  if (accountIds.length === 0) return { bills: [], count: 0, total: undefined };
  const { rows } = await sql<Row>`
    with open as (
      select i.id, i.account_id, i.number, i.currency, i.due_on::text as due_on,
        (select sum(p.minor) from posting p where p.biller_id = i.biller_id and p.invoice_id = i.id) as due
      from invoice i where i.biller_id = ${billerId} and i.account_id = any(${idArray(accountIds)}))
    select *, exists (select from plan_bill b join payment_plan n on n.biller_id = b.biller_id and n.id = b.plan_id
        where b.biller_id = ${billerId} and b.invoice_id = open.id and n.state = 'running') as has_plan,
      count(*) over () as open_count, sum(due) over () as total,
      min(currency) over () = max(currency) over () as is_one_currency
    from open where due > 0 order by due_on, number limit ${sql.lit(LISTED)}`.execute(em.getKysely());
  const [first] = rows;
  return {
    bills: rows.map((row) => ({
      invoiceId: row.id,
      accountId: row.account_id,
      number: row.number,
      amountDue: money(Number(row.due), row.currency),
      dueOn: row.due_on,
      hasPlan: row.has_plan,
    })),
    count: Number(first?.open_count ?? 0),
    total: first?.is_one_currency ? money(Number(first.total), first.currency) : undefined,
  };
}

interface Row {
  id: string;
  account_id: string;
  number: string;
  currency: Currency;
  due_on: string;
  due: string;
  has_plan: boolean;
  open_count: string;
  total: string;
  is_one_currency: boolean;
}
