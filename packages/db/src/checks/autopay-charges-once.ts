import { sql } from 'kysely';
import type { Check } from './check.ts';

export const autopayChargesOnce: Check = {
  name: 'autopay-charges-once',
  says: 'Autopay charges a bill once for one due date, one try at a time, and its plan says what became of it.',
  async find(em) {
    // A sale that we took for lost and that shows up later is on its way back: it is marked to be asked about.
    const { rows } = await sql<Record<string, unknown>>`
      select pc.biller_id, pc.id as planned_charge_id, pc.state, pc.tries, count(p.id) as payments,
        count(*) filter (where p.state = 'approved' and p.ask_at is null) as approved
      from planned_charge pc
      left join payment p on p.biller_id = pc.biller_id and p.planned_charge_id = pc.id
      group by pc.biller_id, pc.id, pc.state, pc.tries
      having count(*) filter (where p.state in ('approved', 'started', 'unknown') and not (p.state = 'approved' and p.ask_at is not null)) > 1
        or count(p.id) <> pc.tries
        or (pc.state = 'charging') <> (count(*) filter (where p.state in ('started', 'unknown')) = 1)
        or (pc.state = 'charged' and count(*) filter (where p.state in ('approved', 'voided')) = 0)`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
