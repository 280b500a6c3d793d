import { ASKING_TEMPLATES } from '@kvitt/domain/reminder/asks-for-money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A phone's own day, by its oldest account, and whether a text has asked it for money that day. */
export interface AskedToday {
  timeZone: string;
  isAsked: boolean;
}

/**
 * Whether each phone was sent a text that asks for money on its owner's day, as it is in this transaction. Claims of one
 * sender wait for each other, so two of them cannot both find that there was none.
 * @param except the texts that are asked about: they do not count, claimed as they are
 * @returns by the phone's id; a phone that serves no account is not in it
 */
export async function findAskedToday(
  em: EntityManager,
  billerId: string,
  given: { phoneIds: readonly string[]; except: readonly string[]; now: Date },
): Promise<Map<string, AskedToday>> {
  const { phoneIds, except, now } = given;
  if (phoneIds.length === 0) return new Map();
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await sql<AskedToday & { phoneId: string }>`
    select p.id as "phoneId", home.time_zone as "timeZone", exists (select from message m
      where m.biller_id = ${billerId} and m.phone_id = p.id and m.direction = 'out'
        and m.claimed_at > ${at} - interval '25 hours' and m.claimed_at <= ${at}
        and (m.claimed_at at time zone home.time_zone)::date = (${at} at time zone home.time_zone)::date
        and (m.state in ('sending', 'uncertain') or m.vendor_id is not null)
        and m.template = any(${[...ASKING_TEMPLATES]}::text[]) and m.id <> all(${[...except]}::uuid[])) as "isAsked"
    from unnest(${[...phoneIds]}::uuid[]) as p (id)
    join lateral (
      select c.time_zone from account_phone s
      join account a on a.biller_id = s.biller_id and a.id = s.account_id
      join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
      where s.biller_id = ${billerId} and s.phone_id = p.id order by a.created_at, a.id limit 1) home on true`.execute(
    em.getKysely(),
  );
  return new Map(rows.map(({ phoneId, ...asked }) => [phoneId, asked]));
}
