import { sql } from 'kysely';
import type { Check } from './check.ts';

export const everyEntryHasACause: Check = {
  name: 'every-entry-has-a-cause',
  says: 'Every journal entry names a bill or a payment that exists, and one that may cause it.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select e.biller_id, e.id as entry_id, e.cause, e.cause_id, p.state
      from journal_entry e
      left join invoice i on i.biller_id = e.biller_id and i.id = e.cause_id
        and e.cause in ('invoice-issued', 'settled-outside')
      left join payment p on p.biller_id = e.biller_id and p.id = e.cause_id
        and (e.cause = 'payment-captured' and p.state in ('approved', 'voided')
          or e.cause = 'payment-voided' and p.state = 'voided')
      where i.id is null and p.id is null`.execute(em.getKysely());
    return rows;
  },
};
