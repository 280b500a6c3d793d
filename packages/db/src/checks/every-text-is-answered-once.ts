import { sql } from 'kysely';
import type { Check } from './check.ts';

/** An ordinary answer takes milliseconds; this long means that nobody is at work on it. */
const ANSWER_WITHIN_MS = 15 * 60_000;

export const everyTextIsAnsweredOnce: Check = {
  name: 'every-text-is-answered-once',
  says: 'Every inbound text has exactly one outcome, and led to one payment at the most.',
  async find(em, now) {
    const limit = new Date(now.getTime() - ANSWER_WITHIN_MS).toISOString();
    const { rows } = await sql<Record<string, unknown>>`
      select m.biller_id, m.id as message_id, m.outcome, count(p.id) as payments
      from message m left join payment p on p.biller_id = m.biller_id and p.message_id = m.id
      where m.direction = 'in'
      group by m.biller_id, m.id, m.outcome, m.created_at
      having (m.outcome is null and m.created_at < ${limit}::timestamptz) or count(p.id) > 1
        or (m.outcome = 'charging') <> (count(p.id) = 1)`.execute(em.getKysely());
    return rows;
  },
};
