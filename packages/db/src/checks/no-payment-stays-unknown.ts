import { UNKNOWN_LIMIT_MS } from '@kvitt/domain/payment/timetable';
import { sql } from 'kysely';
import type { Check } from './check.ts';

export const noPaymentStaysUnknown: Check = {
  name: 'no-payment-stays-unknown',
  says: 'A payment whose outcome is open, or that is to be taken back, is due, and for no longer than the timetable allows.',
  async find(em, now) {
    const limit = new Date(now.getTime() - UNKNOWN_LIMIT_MS).toISOString();
    const { rows } = await sql<Record<string, unknown>>`
      select biller_id, id as payment_id, state, started_at, ask_at from payment
      where (state in ('started', 'unknown') and (ask_at is null or started_at < ${limit}::timestamptz))
        or (state = 'approved' and ask_at is not null and finished_at < ${limit}::timestamptz)`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
