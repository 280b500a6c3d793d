import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/text-purpose';
import { sql } from 'kysely';
import type { Check } from './check.ts';

export const nothingWaitsForARevokedPhone: Check = {
  name: 'nothing-waits-for-a-revoked-phone',
  says: 'No text is queued for a phone that said STOP, but for the confirmation of it and answers to later texts.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select m.biller_id, m.id as message_id, m.template from message m
      join consent c on c.biller_id = m.biller_id and c.phone_id = m.phone_id and c.purpose = 'service'
      where m.state = 'queued' and c.state = 'revoked' and (m.asked_at is null or m.asked_at <= c.since)
        and not (m.template = any(${[...STOP_CONFIRMATIONS]}))`.execute(em.getKysely());
    return rows;
  },
};
