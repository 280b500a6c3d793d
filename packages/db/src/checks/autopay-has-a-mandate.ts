import { sql } from 'kysely';
import type { Check } from './check.ts';

export const autopayHasAMandate: Check = {
  name: 'autopay-has-a-mandate',
  says: 'What autopay charges, it charges while the mandate of that very account lives.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select p.biller_id, p.id as payment_id, p.started_at, pc.autopay_id
      from payment p
      left join planned_charge pc on pc.biller_id = p.biller_id and pc.id = p.planned_charge_id
      where p.channel = 'autopay' and not exists (
        select from autopay ap
        where ap.biller_id = p.biller_id and ap.account_id = p.account_id and ap.account_id = pc.account_id
          and ap.agreed_at <= p.started_at and (ap.ended_at is null or ap.ended_at >= p.started_at))`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
