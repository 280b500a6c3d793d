import type { ConsentAct, ConsentChannel, ConsentScope } from '@kvitt/domain/consent/consent';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** Somebody ended a consent. */
export interface OptOut {
  /** Its place in the consent ledger. */
  seq: number;
  at: string;
  phoneId: string;
  e164: string;
  /** Whose phone it is now. */
  customers: string;
  purpose: ConsentScope;
  act: ConsentAct;
  channel: ConsentChannel;
  /** What was said. */
  wording: string;
}

/**
 * What ended a consent by somebody's own word between two days of the biller's, newest first: a STOP in any wording, through
 * the carrier or on a page, a no to our question, a number that is not our customer's.
 * @param of.from, of.to the first and the last day, `YYYY-MM-DD`
 * @param of.before entries of the ledger before this one; from the end where absent
 */
export async function listOptOuts(
  em: EntityManager,
  of: { billerId: string; from: string; to: string; before?: number; limit: number },
): Promise<OptOut[]> {
  const { billerId, from, to, before = Number.MAX_SAFE_INTEGER, limit } = of;
  const { rows } = await sql<Omit<OptOut, 'seq'> & { seq: string }>`
    select e.seq, ${isoInstant(sql`e.at`)} as at, e.phone_id as "phoneId", p.e164, e.purpose, e.act, e.channel, e.wording,
      (select coalesce(string_agg(distinct c.first_name || ' ' || c.last_name, ', '), '') from account_phone ap
        join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
        join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
        where ap.biller_id = p.biller_id and ap.phone_id = p.id) as customers
    from consent_event e join phone p on p.biller_id = e.biller_id and p.id = e.phone_id
    join biller b on b.id = e.biller_id
    where e.biller_id = ${billerId} and e.act in ('revoked', 'declined', 'released') and e.seq < ${before}
      and e.at >= ${from}::date::timestamp at time zone b.time_zone
      and e.at < (${to}::date + 1)::timestamp at time zone b.time_zone
    order by e.seq desc limit ${limit}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
