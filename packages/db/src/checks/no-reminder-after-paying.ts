import { sql } from 'kysely';
import type { Check } from './check.ts';

/**
 * An entry says when its transaction began. What was committed within this time of a claim may not have been seen by it:
 * a process that is stopped in between holds its transaction open for as long.
 */
const UNDER_WAY = '1 minute';

export const noReminderAfterPaying: Check = {
  name: 'no-reminder-after-paying',
  says: 'No reminder was sent of a bill on which nothing was due any more, by what was known then.',
  async find(em) {
    // A settlement past Kvitt is posted on its own day, and may be known only later.
    const { rows } = await sql<Record<string, unknown>>`
      select r.biller_id, r.id as reminder_id, r.invoice_id, m.id as message_id, m.claimed_at
      from reminder r
      join message m on m.biller_id = r.biller_id and m.id = r.message_id and m.vendor_id is not null
      join posting g on g.biller_id = r.biller_id and g.invoice_id = r.invoice_id
      join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
      where r.state in ('sent', 'merged') and e.cause <> 'settled-outside'
        and e.at < m.claimed_at - ${UNDER_WAY}::interval
      group by r.biller_id, r.id, r.invoice_id, m.id, m.claimed_at
      having sum(g.minor) <= 0`.execute(em.getKysely());
    return rows;
  },
};
