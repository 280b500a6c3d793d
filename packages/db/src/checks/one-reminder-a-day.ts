import { ASKING_TEMPLATES } from '@kvitt/domain/reminder/asks-for-money';
import { sql } from 'kysely';
import type { Check } from './check.ts';

export const oneReminderADay: Check = {
  name: 'one-reminder-a-day',
  says: 'No phone was sent two reminders, or other texts that ask for money, on one day of its owner.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select s.biller_id, s.phone_id, s.day, count(*)::int as texts from (
        select m.biller_id, m.phone_id, m.id, (m.claimed_at at time zone home.time_zone)::date as day
        from message m
        join lateral (
          select c.time_zone from account_phone s
          join account a on a.biller_id = s.biller_id and a.id = s.account_id
          join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
          where s.biller_id = m.biller_id and s.phone_id = m.phone_id order by a.created_at, a.id limit 1) home on true
        where m.vendor_id is not null and m.template = any(${[...ASKING_TEMPLATES]}::text[])) s
      group by s.biller_id, s.phone_id, s.day having count(*) > 1`.execute(em.getKysely());
    return rows;
  },
};
