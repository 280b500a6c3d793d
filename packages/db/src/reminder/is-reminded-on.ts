import { OTHER_ASKING_TEMPLATES } from '@kvitt/domain/reminder/asks-for-money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A day of a phone's owner: `YYYY-MM-DD`, from its first instant to the first of the next. */
export interface OwnDay {
  day: string;
  from: Date;
  until: Date;
}

/** Whether a phone has got, or is about to get, a reminder or another text that asks for money on a day of its own. */
export async function isRemindedOn(
  em: EntityManager,
  key: { billerId: string; phoneId: string },
  { day, from, until }: OwnDay,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from reminder r
        where r.biller_id = ${key.billerId} and r.phone_id = ${key.phoneId} and r.text_day = ${day}::date
          and r.state in ('queued', 'sent'))
      or exists (select from message m
        where m.biller_id = ${key.billerId} and m.phone_id = ${key.phoneId} and m.direction = 'out'
          and m.claimed_at >= ${from.toISOString()}::timestamptz and m.claimed_at < ${until.toISOString()}::timestamptz
          and (m.state in ('sending', 'uncertain') or m.vendor_id is not null)
          and m.template = any(${[...OTHER_ASKING_TEMPLATES]}::text[]))
      or exists (select from message m
        where m.biller_id = ${key.billerId} and m.phone_id = ${key.phoneId} and m.state = 'queued'
          and m.send_at < ${until.toISOString()}::timestamptz
          and m.template = any(${[...OTHER_ASKING_TEMPLATES]}::text[])) as found`.execute(em.getKysely());
  return rows[0]?.found ?? false;
}
