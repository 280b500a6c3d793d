import type { ReminderCategory, Scope } from '@kvitt/domain/reminder/cadence';
import { QUIET_DAYS_AFTER_BILL } from '@kvitt/domain/reminder/find-skip';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { PHONE_PREFIX, type PlaceKey } from './find-places.ts';
import { STANDING_PARTS } from './standing-parts.ts';

/** Which place a customer's whereabouts come to; several may come to one. */
export interface PlaceRow extends PlaceKey {
  place: number;
  /** Which of the refusals hold there. */
  law: number;
}

/** What the contact policy says of consents that are too little, by the law of a place; `''` for one that was never given. */
export interface RefusalRow {
  law: number;
  category: ReminderCategory;
  service: string;
  pastDue: string;
  reason: string;
}

/** What all bills of some dates and a place have in common for one step. */
export interface SlotRow {
  place: number;
  step: string;
  template: string;
  category: ReminderCategory;
  isBeforeDue: boolean;
  /** Null where it counts from the due date, whenever the bill was issued. */
  issuedOn: string | null;
  dueOn: string;
  day: string;
  sendAt: string;
  usefulUntil: string;
  /** Why nobody gets it: its time is over. */
  missed: string | null;
  minOpenMinor: number;
  firstMiss: Scope;
  autopay: Scope;
}

/**
 * Plans every open bill that one of the slots is for and that has no row of it yet: one statement, whose memory is the
 * database's, however many bills there are. What the condition of the step says of the bill is asked here, in the same
 * order as `findSkip` has it.
 * @returns how many rows were added
 */
export async function planSteps(
  em: EntityManager,
  plan: { billerId: string; now: Date; cadenceVersion: number },
  { places, refusals }: { places: readonly PlaceRow[]; refusals: readonly RefusalRow[] },
  slots: readonly SlotRow[],
): Promise<number> {
  const db = em.getKysely();
  await sql`create temporary table reminder_place on commit drop as
    select * from json_to_recordset(${JSON.stringify(places)}::json)
      as p ("timeZone" text, region text, "postalCode" text, prefix text, place int, law int)`.execute(db);
  await sql`create temporary table reminder_refusal on commit drop as
    select * from json_to_recordset(${JSON.stringify(refusals)}::json)
      as r (law int, category text, service text, "pastDue" text, reason text)`.execute(db);
  await sql`create temporary table reminder_slot on commit drop as
    select * from json_to_recordset(${JSON.stringify(slots)}::json)
      as s (place int, step text, template text, category text, "isBeforeDue" boolean, "issuedOn" date, "dueOn" date, day date,
        "sendAt" timestamptz, "usefulUntil" timestamptz, missed text, "minOpenMinor" bigint, "firstMiss" text,
        autopay text)`.execute(db);
  await sql`analyze reminder_place, reminder_slot, reminder_refusal`.execute(db);
  await stageDue(plan.billerId).execute(db);
  // What is guessed of a join of five tables is wrong by orders of magnitude, and the plan with it: these are counted.
  await sql`analyze reminder_due`.execute(db);
  const { numAffectedRows = 0n } = await insertRows(plan).execute(db);
  return Number(numAffectedRows);
}

/** The bills that a slot is for and that have no row of its step yet, paid or not. */
function stageDue(billerId: string) {
  return sql`create temporary table reminder_due on commit drop as
    select i.biller_id, i.id, i.account_id, i.due_on, i.created_at, ph.phone_id,
      coalesce(ph.is_sms_capable, true) as is_sms_capable,
      (i.announced_at at time zone c.time_zone)::date as announced_on, w.law, s.*
    from invoice i
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    left join (
      select ap.account_id, ap.phone_id, p.line_type <> 'landline' and p.unreachable_since is null as is_sms_capable,
        ${PHONE_PREFIX} as prefix
      from account_phone ap join phone p on p.biller_id = ap.biller_id and p.id = ap.phone_id
      where ap.biller_id = ${billerId} and ap.role = 'primary') ph on ph.account_id = a.id
    join reminder_place w on w."timeZone" = c.time_zone and w.region = coalesce(c.region, '')
      and w."postalCode" = coalesce(c.postal_code, '') and w.prefix = coalesce(ph.prefix, '')
    join reminder_slot s on s.place = w.place and s."dueOn" = i.due_on
      and (s."issuedOn" is null or s."issuedOn" = i.issued_on)
    where i.biller_id = ${billerId} and i.due_on = any(array(select distinct "dueOn" from reminder_slot))
      and i.issued_on <= s.day and (i.created_at at time zone c.time_zone)::date <= s.day
      and not exists (select from reminder r where r.biller_id = ${billerId} and r.invoice_id = i.id
        and r.step = s.step and r.due_on = i.due_on)`;
}

function insertRows({
  billerId,
  now,
  cadenceVersion,
}: {
  billerId: string;
  now: Date;
  cadenceVersion: number;
}) {
  const { isHeld, hasPromise, hasAutopay, isFirstMiss } = STANDING_PARTS;
  return sql`
    with open as (
      select invoice_id, sum(minor) as minor from posting
      where biller_id = ${billerId} and invoice_id in (select id from reminder_due)
      group by invoice_id having sum(minor) > 0),
    judged as (
      select i.*, case
        when i.missed is not null then i.missed
        when ${isHeld} then 'HELD'
        when ${hasPromise} then 'PROMISED'
        when i.autopay = 'never' and ${hasAutopay} then 'AUTOPAY'
        when i.autopay = 'only' and not ${hasAutopay} then 'NO_AUTOPAY'
        when o.minor < i."minOpenMinor" then 'BELOW_MINIMUM'
        when i."firstMiss" = 'never' and ${isFirstMiss} then 'FIRST_MISS'
        when i."firstMiss" = 'only' and not ${isFirstMiss} then 'NOT_FIRST_MISS'
        when i."isBeforeDue" and i.announced_on >= i.day - ${QUIET_DAYS_AFTER_BILL}::int then 'JUST_ANNOUNCED'
        when i.phone_id is null then 'NO_PHONE'
        when not i.is_sms_capable then 'NOT_SMS_CAPABLE'
        else x.reason end as reason
      from reminder_due i
      join open o on o.invoice_id = i.id
      left join consent t on t.biller_id = i.biller_id and t.phone_id = i.phone_id and t.purpose = 'service'
      left join consent late on late.biller_id = i.biller_id and late.phone_id = i.phone_id
        and late.purpose = 'past-due'
      left join reminder_refusal x on x.law = i.law and x.category = i.category
        and x.service = coalesce(t.state, '') and x."pastDue" = coalesce(late.state, ''))
    insert into reminder (biller_id, id, invoice_id, step, due_on, cadence_version, template, phone_id, day, send_at,
      useful_until, state, reason, created_at)
    select biller_id, uuidv7(), id, step, due_on, ${cadenceVersion}, template, phone_id, day, "sendAt", "usefulUntil",
      case when reason is null then 'planned' else 'skipped' end, reason, ${now.toISOString()}::timestamptz
    from judged
    on conflict do nothing`;
}
