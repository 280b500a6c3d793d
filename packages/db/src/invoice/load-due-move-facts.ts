import type { DueMoveFacts } from '@kvitt/domain/invoice/decide-due-move';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from '../reminder/standing-parts.ts';

/**
 * What the moving of a bill's due date depends on. A look; who moves it has locked the bill before.
 * @param since moves of the account's bills from then on are counted
 */
export async function loadDueMoveFacts(
  em: EntityManager,
  bill: { billerId: string; invoiceId: string },
  since: Date,
): Promise<DueMoveFacts> {
  const { rows } = await sql<Omit<DueMoveFacts, 'dueMinor'> & { dueMinor: string }>`
    select i.due_on::text as "dueOn",
      coalesce((select m.from_on from due_move m where m.biller_id = i.biller_id and m.invoice_id = i.id
        order by m.at, m.id limit 1), i.due_on)::text as "firstDueOn",
      (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) as "dueMinor",
      (select count(*)::int from due_move m where m.biller_id = i.biller_id and m.account_id = i.account_id
        and m.by = 'customer' and m.at > ${since}) as "movesThisYear",
      ${STANDING_PARTS.isHeld} as "isHeld",
      exists (select from payment_part t
        where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) as "isInFlight",
      exists (select from plan_bill b join payment_plan n on n.biller_id = b.biller_id and n.id = b.plan_id
        where b.biller_id = i.biller_id and b.invoice_id = i.id and n.state = 'running') as "hasPlan"
    from invoice i where i.biller_id = ${bill.billerId} and i.id = ${bill.invoiceId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no bill ${bill.invoiceId}`);
  return { ...row, dueMinor: Number(row.dueMinor) };
}
