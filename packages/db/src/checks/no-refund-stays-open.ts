import { UNKNOWN_LIMIT_MS } from '@kvitt/domain/payment/timetable';
import { sql } from 'kysely';
import type { Check } from './check.ts';

export const noRefundStaysOpen: Check = {
  name: 'no-refund-stays-open',
  says: 'A refund that is under way is asked about again, and its answer is unknown for no longer than a day.',
  async find(em, now) {
    const limit = new Date(now.getTime() - UNKNOWN_LIMIT_MS).toISOString();
    const { rows } = await sql<Record<string, unknown>>`
      select biller_id, id as refund_id, state, asked_for_at, ask_at from refund
      where (state in ('started', 'unknown') and ask_at is null)
        or (state = 'unknown' and asked_for_at < ${limit}::timestamptz)`.execute(em.getKysely());
    return rows;
  },
};
