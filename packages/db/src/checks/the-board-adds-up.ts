import { sql } from 'kysely';
import type { Check } from './check.ts';

export const theBoardAddsUp: Check = {
  name: 'the-board-adds-up',
  says: 'What all agents have done together in a period is the sum of what each has.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select biller_id, period, starts_on::text, sum(kept) as kept, sum(added) as added from (
        select biller_id, period, starts_on, enrollments as kept, 0 as added from board_total
        union all select biller_id, period, starts_on, 0, enrollments from agent_score) both_sides
      group by biller_id, period, starts_on having sum(kept) <> sum(added)`.execute(em.getKysely());
    return rows;
  },
};
