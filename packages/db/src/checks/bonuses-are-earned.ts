import { sql } from 'kysely';
import type { Check } from './check.ts';

export const bonusesAreEarned: Check = {
  name: 'bonuses-are-earned',
  says: 'Each bonus has an enrollment that the handset confirmed.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select b.biller_id, b.id as bonus_id, e.id as enrollment_id, e.state from bonus b
      join enrollment e on e.biller_id = b.biller_id and e.id = b.enrollment_id
      where e.confirmed_at is null`.execute(em.getKysely());
    return rows;
  },
};
