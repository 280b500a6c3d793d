import type { SupersedeFacts } from '@kvitt/domain/invoice/decide-supersede';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What the replacing of a bill depends on; whoever replaces it has locked it before. */
export async function loadSupersedeFacts(
  em: EntityManager,
  bill: { billerId: string; invoiceId: string },
): Promise<SupersedeFacts> {
  const { rows } = await sql<Record<'due' | 'paid', string> & Omit<SupersedeFacts, 'dueMinor' | 'paidMinor'>>`
    select
      (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) as due,
      (select coalesce(-sum(g.minor), 0) from posting g
        join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
        where g.biller_id = i.biller_id and g.invoice_id = i.id and e.cause in ('payment-captured', 'payment-voided',
          'refund-made', 'settled-outside', 'dispute-lost', 'carried-over')) as paid,
      exists (select from payment_part t
        where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) as "isInFlight",
      exists (select from invoice n where n.biller_id = i.biller_id and n.supersedes_id = i.id) as "isSuperseded",
      exists (select from payment_part t join dispute d on d.biller_id = t.biller_id and d.payment_id = t.payment_id
        where t.biller_id = i.biller_id and t.invoice_id = i.id and d.decided_at is null) as "isDisputed"
    from invoice i where i.biller_id = ${bill.billerId} and i.id = ${bill.invoiceId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no bill ${bill.invoiceId}`);
  const { due, paid, ...rest } = row;
  return { ...rest, dueMinor: Number(due), paidMinor: Number(paid) };
}
