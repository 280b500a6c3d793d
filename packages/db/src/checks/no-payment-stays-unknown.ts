import { UNKNOWN_LIMIT_MS } from '@kvitt/domain/payment/timetable';
import { sql } from 'kysely';
import type { Check } from './check.ts';

export const noPaymentStaysUnknown: Check = {
  name: 'no-payment-stays-unknown',
  says: 'A payment whose outcome is open, or that is to be taken back and not disputed, is due, and for no longer than the timetable allows.',
  async find(em, now) {
    const limit = new Date(now.getTime() - UNKNOWN_LIMIT_MS).toISOString();
    const { rows } = await sql<Record<string, unknown>>`
      select p.biller_id, p.id as payment_id, p.state, p.started_at, p.ask_at from payment p
      where (p.state in ('started', 'unknown') and (p.ask_at is null or p.started_at < ${limit}::timestamptz))
        or (p.state = 'approved' and p.ask_at is not null and p.finished_at < ${limit}::timestamptz
          and not exists (select 1 from dispute d where d.biller_id = p.biller_id and d.payment_id = p.id))`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
