import type { ConsentPurpose, ConsentState } from '@kvitt/domain/consent/consent';
import type { ContactFacts } from '@kvitt/domain/consent/policy/assemble-input';
import type { Contact } from '@kvitt/domain/consent/policy/policy-input';
import { daysUntil } from '@kvitt/domain/locale/calendar-day';
import { localDate } from '@kvitt/domain/time/local-date';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { idArray } from '../kit/id-array.ts';

/** What a text is about, whether it has been written yet or not. */
export interface TextToDecide {
  id: string;
  phoneId: string;
  invoiceId: string | null;
}

/** No rule looks further back: four advertisements in thirty days. */
const LOOKED_BACK = '30 days';

/** More of them than any limit counts. */
const CONTACTS_AT_MOST = 50;

/**
 * Loads what the contact policy has to know of each text's phone and debt, as it is in this transaction, with one question
 * for all of them. The texts themselves do not count as contacts, whether they are claimed already or not.
 * @returns by the text's id
 */
export async function loadContactFacts(
  em: EntityManager,
  billerId: string,
  texts: readonly TextToDecide[],
  now: Date,
): Promise<Map<string, ContactFacts>> {
  if (texts.length === 0) return new Map();
  const ids = idArray(texts.map(({ id }) => id));
  const { rows } = await sql<Row>`
    select t.id, p.e164 as phone, p.line_type as "lineType", p.unreachable_since is not null as "isUnreachable",
      b.time_zone as "billerZone", coalesce(cp.profile, 'S') as profile, i.account_id as debt, i.due_on as "dueOn",
      consents.*, people.*, history.*, flags.*, rules.*
    from unnest(${ids}, ${idArray(texts.map(({ phoneId }) => phoneId))},
      ${idArray(texts.map(({ invoiceId }) => invoiceId))}) as t (id, phone_id, invoice_id)
    join biller b on b.id = ${billerId}
    join phone p on p.biller_id = b.id and p.id = t.phone_id
    left join contact_profile cp on cp.biller_id = b.id
    left join invoice i on i.biller_id = b.id and i.id = t.invoice_id
    cross join lateral (
      select json_object_agg(c.purpose, c.state) as consents, max(c.since) filter (where c.purpose = 'service') as since,
        min(c.since) filter (where c.state = 'pending') as "pendingSince"
      from consent c where c.biller_id = b.id and c.phone_id = p.id) consents
    cross join lateral (
      select coalesce(array_agg(a.id), '{}') as accounts, json_agg(json_build_object(
        'postalCode', cu.postal_code, 'region', cu.region, 'timeZone', cu.time_zone) order by a.id) as people
      from account_phone ap
      join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
      join customer cu on cu.biller_id = a.biller_id and cu.id = a.customer_id
      where ap.biller_id = b.id and ap.phone_id = p.id) people
    cross join lateral (
      select json_agg(json_build_object('at', h.at, 'debt', h.debt, 'subject', h.template) order by h.at, h.id) as history,
        count(*) filter (where h.purpose = 'optin' and h.created_at >= consents."pendingSince") as "optinSent"
      from (
        select m.id, coalesce(m.sent_at, m.claimed_at) as at, hi.account_id as debt, m.template, m.purpose, m.created_at from message m
        left join invoice hi on hi.biller_id = m.biller_id and hi.id = m.invoice_id
        where m.biller_id = b.id and m.phone_id = p.id and m.direction = 'out'
          and m.claimed_at > ${now.toISOString()}::timestamptz - ${sql.lit(LOOKED_BACK)}::interval
          and (m.state in ('sending', 'uncertain', 'sent', 'delivered', 'undelivered') or m.sent_at is not null)
          -- What the customer brought about is no contact of ours.
          and m.purpose <> 'reply' and not (m.purpose = 'receipt' and m.asked_at is not null)
          and m.id <> all(${ids})
        order by m.claimed_at desc limit ${sql.lit(CONTACTS_AT_MOST)}) h) history
    cross join lateral (
      select array(
        select distinct f.code from contact_flag f
        where f.biller_id = b.id and (f.phone_id = p.id or f.account_id = i.account_id or f.account_id = any(people.accounts))
          and f.since <= ${now.toISOString()}::timestamptz and (f.until is null or f.until > ${now.toISOString()}::timestamptz)
        union all select 'review_hold' where p.held_since is not null) as flags) flags
    cross join lateral (
      select json_agg(json_build_object('kind', r.kind, 'rule', r.rule) order by r.id) as rules from contact_rule r
      where r.biller_id = b.id and r.ended_at is null
        and (r.account_id is null or r.account_id = i.account_id or r.account_id = any(people.accounts))) rules`.execute(
    em.getKysely(),
  );
  return new Map(rows.map((row) => [row.id, toFacts(row, now)]));
}

function toFacts(row: Row, now: Date): ContactFacts {
  return {
    phone: row.phone,
    lineType: row.lineType,
    isUnreachable: row.isUnreachable,
    consents: row.consents ?? {},
    consentSince: row.since === null ? undefined : new Date(row.since),
    people: (row.people ?? []).map(({ postalCode, region, timeZone }) => ({
      postalCode: postalCode ?? undefined,
      region: region ?? undefined,
      timeZone,
    })),
    flags: row.flags,
    history: (row.history ?? []).map(toContact),
    debt: row.debt ?? undefined,
    dpd: row.dueOn === null ? undefined : Math.max(0, daysUntil(localDate(now, row.billerZone), row.dueOn)),
    optinSent: Number(row.optinSent),
    profile: row.profile,
    clientRules: row.rules ?? [],
  };
}

function toContact({ at, debt, subject }: HistoryRow): Contact {
  return {
    kind: 'sms',
    at: Date.parse(at),
    ...(debt !== null && { debt }),
    ...(subject !== null && { subject }),
  };
}

interface HistoryRow {
  at: string;
  debt: string | null;
  subject: string | null;
}

/** Instants come as text, by themselves and within JSON. */
interface Row extends Pick<ContactFacts, 'phone' | 'lineType' | 'isUnreachable' | 'profile'> {
  id: string;
  billerZone: string;
  debt: string | null;
  dueOn: string | null;
  consents: Partial<Record<ConsentPurpose, ConsentState>> | null;
  since: string | null;
  people: { postalCode: string | null; region: string | null; timeZone: string }[] | null;
  history: HistoryRow[] | null;
  optinSent: string;
  flags: string[];
  rules: ContactFacts['clientRules'] | null;
}
