import type { LateBill } from '@kvitt/domain/invoice/decide-late-fee';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from '../reminder/standing-parts.ts';

/** A bill that is past due, with all that its late fee depends on. */
export interface LateBillRow extends LateBill {
  id: string;
  accountId: string;
  number: string;
}

/**
 * A biller's bills that were due before `dueBefore` (`YYYY-MM-DD`) and are not paid, after the bill `after`, at most
 * `limit`. They are locked: nobody pays them while their fee is decided; those that somebody has locked wait for the next
 * time.
 */
export async function findLateBills(
  em: EntityManager,
  billerId: string,
  dueBefore: string,
  page: { after: string; limit: number },
): Promise<LateBillRow[]> {
  const { rows } = await sql<Row>`
    select i.id, i.account_id as "accountId", i.number, i.currency, i.due_on::text as "dueOn",
      (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) as "dueMinor",
      (select count(*) from adjustment x
        where x.biller_id = i.biller_id and x.invoice_id = i.id and x.kind = 'late-fee') as "feesBefore",
      (select max(x.on_day)::text from adjustment x
        where x.biller_id = i.biller_id and x.invoice_id = i.id and x.kind = 'late-fee') as "lastFeeOn",
      ${STANDING_PARTS.isHeld} as "isHeld", ${STANDING_PARTS.hasPromise} as "hasPromise",
      exists (select from payment_part t
        where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) as "isInFlight"
    from invoice i
    where i.biller_id = ${billerId} and i.due_on < ${dueBefore} and i.id > ${page.after}
      and (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0
    order by i.id limit ${page.limit} for update of i skip locked`.execute(em.getKysely());
  return rows.map(({ dueMinor, feesBefore, lastFeeOn, ...row }) => ({
    ...row,
    dueMinor: Number(dueMinor),
    feesBefore: Number(feesBefore),
    lastFeeOn: lastFeeOn ?? undefined,
  }));
}

/** Sums come as text. */
interface Row extends Omit<LateBillRow, 'dueMinor' | 'feesBefore' | 'lastFeeOn'> {
  dueMinor: string;
  feesBefore: string;
  lastFeeOn: string | null;
}
