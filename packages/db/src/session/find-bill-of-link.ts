import { LIVE_STATES } from '@kvitt/domain/payment/payment';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { BILL_COLUMNS } from '../document/bill-columns.ts';
import type { LoadedBill } from '../document/load-bill-document.ts';
import { readRow } from '../kit/read-row.ts';
import { fromLink, LINK_COLUMNS, type LinkRow, type LinkTarget, readTarget } from './find-link.ts';
import { isToken } from './is-token.ts';

/** What a link leads to, with what its first page shows. */
export interface BillOfLink extends LinkTarget {
  paper: LoadedBill;
  /** The payment under way that covers the bill; null where there is none. */
  livePaymentId: string | null;
}

/**
 * Finds what a token opens as `findLink` does, and the bill as it stands with it, in one question: the page that a text
 * links to waits for nothing else. What is found is for reading only; the ORM does not know of it.
 */
export async function findBillOfLink(em: EntityManager, token: string): Promise<BillOfLink | undefined> {
  if (!isToken(token)) return undefined;
  const { rows } = await sql<Row>`
    select ${LINK_COLUMNS}, (select to_json(d) from (select ${BILL_COLUMNS}) d) as paper,
      (select p.id from payment_part t join payment p on p.biller_id = t.biller_id and p.id = t.payment_id
        where t.biller_id = i.biller_id and t.invoice_id = i.id and p.state in (${sql.join(LIVE_STATES)})
        order by p.finished_at desc nulls first limit 1) as live
    ${fromLink(token)}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) return undefined;
  return {
    ...readTarget(row, (entity, found) => readRow(em, entity, found)),
    paper: row.paper,
    livePaymentId: row.live,
  };
}

interface Row extends LinkRow {
  paper: LoadedBill;
  live: string | null;
}
