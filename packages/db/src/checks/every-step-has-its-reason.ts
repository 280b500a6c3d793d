import { sql } from 'kysely';
import type { Check } from './check.ts';

/** Weekends and holidays move a step by fewer days than this. */
const MOVED_DAYS = 12;

/** A reminder that waits this long past its hour is worked on by nobody. */
const WAITS_AT_MOST = '36 hours';

export const everyStepHasItsReason: Check = {
  name: 'every-step-has-its-reason',
  says: 'Every step that came for an open bill was sent, merged, or skipped with its reason; none waits past its time.',
  async find(em, now) {
    const at = sql`${now.toISOString()}::timestamptz`;
    const { rows } = await sql<Record<string, unknown>>`
      select r.biller_id, r.invoice_id, r.step, r.state from reminder r
      left join message m on m.biller_id = r.biller_id and m.id = r.message_id
      where (r.state = 'planned' and r.send_at < ${at} - ${WAITS_AT_MOST}::interval)
        or (r.state in ('queued', 'merged') and r.message_id is null)
        or (r.state = 'queued' and r.useful_until < ${at} - ${WAITS_AT_MOST}::interval)
      union all
      select i.biller_id, i.id, s.key, 'missing' from invoice i
      join reminder_run run on run.biller_id = i.biller_id and run.planned_at is not null
      join cadence c on c.biller_id = i.biller_id
        and c.version = (select max(version) from cadence o where o.biller_id = i.biller_id)
      cross join lateral json_to_recordset((c.rules -> 'steps')::json)
        as s (key text, anchor text, "countedIn" text, "offset" int)
      where s.anchor = 'due' and s."countedIn" = 'days'
        and i.due_on + s."offset" between greatest(run.since, c.saved_at::date, i.created_at::date, i.issued_on)
          + ${MOVED_DAYS}::int and run.planned_at::date - ${MOVED_DAYS}::int
        and not exists (select from reminder r where r.biller_id = i.biller_id and r.invoice_id = i.id and r.step = s.key)
        and (select coalesce(sum(g.minor), 0) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0
        and not exists (select from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id and g.minor < 0)`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
