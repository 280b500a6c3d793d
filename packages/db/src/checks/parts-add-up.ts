import { sql } from 'kysely';
import type { Check } from './check.ts';

export const partsAddUp: Check = {
  name: 'parts-add-up',
  says: 'The parts of a payment and its fee add up to its amount, in the currency of their bills, and live as long as it does.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select p.biller_id, p.id as payment_id, p.state, p.amount_minor, p.fee_minor, sum(t.amount_minor) as parts_minor
      from payment p
      left join payment_part t on t.biller_id = p.biller_id and t.payment_id = p.id
      left join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
      group by p.biller_id, p.id, p.state, p.amount_minor, p.fee_minor, p.currency
      having sum(t.amount_minor) + p.fee_minor is distinct from p.amount_minor or bool_or(i.currency <> p.currency)
        or bool_or(t.is_live <> (p.state in ('started', 'unknown')))`.execute(em.getKysely());
    return rows;
  },
};
