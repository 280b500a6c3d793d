import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idArray } from '../kit/id-array.ts';

/** The balances of some bills' receivables, in minor units, by the bill; one without postings is not in it. */
export async function loadReceivables(
  em: EntityManager,
  billerId: string,
  invoiceIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ invoiceId: string; minor: string }>`
    select invoice_id as "invoiceId", sum(minor) as minor from posting
    where biller_id = ${billerId} and invoice_id = any(${idArray(invoiceIds)})
    group by invoice_id`.execute(em.getKysely());
  return new Map(rows.map(({ invoiceId, minor }) => [invoiceId, Number(minor)]));
}
