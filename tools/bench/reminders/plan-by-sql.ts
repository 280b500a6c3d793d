import { withClient } from '../kit/bench-database.ts';
import { BILLER } from '../kit/seed-people.ts';

/**
 * Plans the same bills by one statement that knows nothing of cadences, places, holidays, first misses or what was planned
 * before: what is open, whose phone may be texted, and an instant by zone; into the same table with the same indexes.
 * @returns milliseconds, and how many rows
 */
export async function planBySql(url: string): Promise<{ tookMs: number; rows: number }> {
  return withClient(url, async (client) => {
    const startedMs = performance.now();
    const { rowCount } = await client.query(`
      insert into reminder (biller_id, id, invoice_id, step, due_on, cadence_version, template, phone_id, day, send_at,
        useful_until, state, reason, created_at)
      select i.biller_id, uuidv7(), i.id, 'step', i.due_on, 1, 'due-in-days', p.id, '2026-12-01', z.send_at,
        z.send_at + interval '14 hours', case when t.state = 'express' then 'planned' else 'skipped' end,
        case when t.state = 'express' then null else 'CONSENT_REVOKED' end, now()
      from invoice i
      join (select invoice_id, sum(minor) as minor from posting where biller_id = '${BILLER}' and invoice_id is not null
        group by invoice_id having sum(minor) > 0) o on o.invoice_id = i.id
      join account a on a.biller_id = i.biller_id and a.id = i.account_id
      join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
      join account_phone s on s.biller_id = a.biller_id and s.account_id = a.id and s.role = 'primary'
      join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
      left join consent t on t.biller_id = p.biller_id and t.phone_id = p.id and t.purpose = 'service'
      join (select distinct time_zone, ('2026-12-01 10:00'::timestamp at time zone time_zone) as send_at from customer) z
        on z.time_zone = c.time_zone
      where i.biller_id = '${BILLER}'`);
    return { tookMs: performance.now() - startedMs, rows: rowCount ?? 0 };
  });
}
