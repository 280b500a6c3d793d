import type { BillDocument } from '@kvitt/domain/document/documents';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { BILL_COLUMNS } from './bill-columns.ts';

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
    select ${BILL_COLUMNS}
    from invoice i
    join biller b on b.id = i.biller_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where i.biller_id = ${billerId} and i.id = ${invoiceId}`.execute(em.getKysely());
  const [row] = rows;
  return row && { ...row, totalMinor: Number(row.totalMinor), dueMinor: Number(row.dueMinor) };
}
