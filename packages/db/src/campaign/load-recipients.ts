import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import type { Language } from '@kvitt/domain/locale/language';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What a campaign's text and the decision on it depend on, for one phone. */
export interface Recipient {
  phoneId: string;
  phone: string;
  lineType: 'mobile' | 'landline' | 'unknown';
  isUnreachable: boolean;
  consents: ConsentStanding;
  firstName: string;
  language: Language;
  timeZone: string;
  region: string;
  /** What went to the phone unasked in the last thirty days: milliseconds since 1970, and which text it was. */
  history: { at: number; subject: string }[];
}

/** Loads phones with their owners, as they are in this transaction. */
export async function loadRecipients(
  em: EntityManager,
  billerId: string,
  phones: readonly { phoneId: string; accountId: string }[],
  now: Date,
): Promise<Map<string, Recipient>> {
  if (phones.length === 0) return new Map();
  const { rows } = await sql<Recipient>`
    select p.id as "phoneId", p.e164 as phone, p.line_type as "lineType",
      p.unreachable_since is not null as "isUnreachable", c.first_name as "firstName", c.language,
      c.time_zone as "timeZone", coalesce(c.region, '') as region,
      coalesce((select json_object_agg(o.purpose, o.state) from consent o
        where o.biller_id = p.biller_id and o.phone_id = p.id), '{}') as consents,
      coalesce((select json_agg(json_build_object('at', extract(epoch from m.claimed_at) * 1000, 'subject', m.template)
          order by m.claimed_at) from message m
        where m.biller_id = p.biller_id and m.phone_id = p.id and m.direction = 'out' and m.purpose not in ('reply', 'receipt')
          and m.sent_at is not null and m.claimed_at > ${now.toISOString()}::timestamptz - interval '30 days'), '[]') as history
    from unnest(${phones.map(({ phoneId }) => phoneId)}::uuid[], ${phones.map(({ accountId }) => accountId)}::uuid[])
      as t (phone_id, account_id)
    join phone p on p.biller_id = ${billerId} and p.id = t.phone_id
    join account a on a.biller_id = p.biller_id and a.id = t.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id`.execute(em.getKysely());
  return new Map(rows.map((row) => [row.phoneId, row]));
}
