import { sql } from 'kysely';
import type { Check } from './check.ts';

export const everyEntryHasACause: Check = {
  name: 'every-entry-has-a-cause',
  says: 'Every journal entry names a bill, a payment, a refund, a dispute, a credit, a receipt or an adjustment that exists, and one that may cause it.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      with may_cause as (
        select biller_id, id, unnest(array['invoice-issued', 'settled-outside']) as cause from invoice
        union all
        select biller_id, id, 'payment-captured' from payment where state in ('approved', 'voided')
        union all
        select biller_id, id, 'payment-voided' from payment where state = 'voided'
        union all
        select biller_id, id, 'refund-made' from refund where state = 'done' and move = 'refund'
        union all
        select biller_id, id, kind from adjustment
        union all
        select biller_id, id, unnest(array['dispute-opened', 'dispute-fee']) from dispute where takes_money
        union all
        select biller_id, id, 'dispute-' || state from dispute where takes_money and state in ('won', 'lost')
        union all
        select biller_id, id, 'credit-granted' from credit
        union all
        select biller_id, id, 'credit-ended' from credit where ended_minor > 0
        union all
        select biller_id, id, 'credit-used' from credit_use
        union all
        select biller_id, id, 'credit-unused' from credit_use where undone_at is not null
        union all
        select biller_id, id, 'received-outside' from outside_receipt
        union all
        select biller_id, id, 'refund-allowed' from refund where state = 'done' and effect = 'allow')
      select e.biller_id, e.id as entry_id, e.cause, e.cause_id from journal_entry e
      left join may_cause m on m.biller_id = e.biller_id and m.id = e.cause_id and m.cause = e.cause
      where m.id is null`.execute(em.getKysely());
    return rows;
  },
};
