import { sql } from 'kysely';
import type { Check } from './check.ts';

export const returnedPaymentsAreReversed: Check = {
  name: 'returned-payments-are-reversed',
  says: 'A payment that is voided, by us or by the bank that sent it back, is posted as such once, for all of it.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select p.biller_id, p.id as payment_id, p.returned_at, p.amount_minor, -sum(g.minor) as posted_minor
      from payment p
      left join journal_entry e on e.biller_id = p.biller_id and e.cause_id = p.id and e.cause = 'payment-voided'
      left join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'processor'
      where p.state = 'voided' group by p.biller_id, p.id, p.returned_at, p.amount_minor
      having -sum(g.minor) is distinct from p.amount_minor`.execute(em.getKysely());
    return rows;
  },
};
