import { sql } from 'kysely';
import type { Check } from './check.ts';

export const refundsArePostedOnce: Check = {
  name: 'refunds-are-posted-once',
  says: 'A refund that is done is posted once, for its amount, and no payment gave back more than it took.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select r.biller_id, r.id as refund_id, r.move, r.amount_minor, -sum(g.minor) as posted_minor
      from refund r
      left join journal_entry e on e.biller_id = r.biller_id and e.cause in ('refund-made', 'payment-voided')
        and e.cause_id = case r.move when 'void' then r.payment_id else r.id end
      left join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'processor'
      where r.state = 'done' group by r.biller_id, r.id, r.move, r.amount_minor
      having -sum(g.minor) is distinct from r.amount_minor
      union all
      select p.biller_id, p.id, 'in all', p.amount_minor, sum(r.amount_minor) from payment p
      join refund r on r.biller_id = p.biller_id and r.payment_id = p.id and r.state = 'done'
      group by p.biller_id, p.id, p.amount_minor having sum(r.amount_minor) > p.amount_minor
      union all
      select r.biller_id, r.id, 'parts', r.amount_minor, sum(x.amount_minor) from refund r
      left join refund_part x on x.biller_id = r.biller_id and x.refund_id = r.id
      group by r.biller_id, r.id, r.amount_minor, r.fee_minor
      having coalesce(sum(x.amount_minor), 0) + r.fee_minor is distinct from r.amount_minor`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
