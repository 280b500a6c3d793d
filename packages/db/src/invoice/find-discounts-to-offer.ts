import { OFFER_DAYS_BEFORE } from '@kvitt/domain/invoice/early-discount';
import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from '../reminder/standing-parts.ts';

const AT_ONCE = 50;

/** A bill whose early-payment discount is about to lapse. */
export interface DiscountedBill {
  billerId: string;
  id: string;
  accountId: string;
  number: string;
  currency: Currency;
  /** The discount's last day, `YYYY-MM-DD`, of the biller's calendar, and the biller's time zone. */
  discountUntil: string;
  billerZone: string;
  /** What is due with the discount, and what comes on top without it; minor units. */
  dueMinor: number;
  discountMinor: number;
}

/**
 * Bills whose discount is to be offered by text now: so many days before it lapses as the biller has it, from `minute` past
 * the customer's own midnight on, not on the day on which the bill itself was announced, and once. Only to phones that
 * have agreed to advertising in some way: whether that will do is the contact policy's to say, but nobody is put on
 * record as refused who was never asked. What rests, is promised, paid in parts or being paid is left alone.
 */
export async function findDiscountsToOffer(
  em: EntityManager,
  now: Date,
  minute: number,
): Promise<DiscountedBill[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  // Nearly always there is none, and this is all that is asked: no place is more than fourteen hours from UTC.
  const near = await sql`select from invoice
    where discount_until >= (${at} - interval '14 hours')::date limit 1`.execute(em.getKysely());
  if (near.rows.length === 0) return [];
  const here = sql`(${at} at time zone c.time_zone)`;
  // One after the other, and not as joins: planning so many takes longer than the whole question.
  const { rows } = await sql<DiscountedBill & { dueMinor: string; discountMinor: string }>`
    with near as materialized (
      select i.*, b.time_zone as biller_zone,
        (select x.amount_minor from adjustment x
          where x.biller_id = i.biller_id and x.invoice_id = i.id and x.kind = 'early-discount') as discount_minor,
        (select coalesce(sum(g.minor), 0) from posting g
          where g.biller_id = i.biller_id and g.invoice_id = i.id) as due_minor
      from invoice i join biller b on b.id = i.biller_id
      cross join lateral (select (select m.rules->'earlyDiscount' from money_rules m where m.biller_id = b.id) as early) rule
      where i.discount_until >= (${at} at time zone b.time_zone)::date
        and not coalesce(jsonb_typeof(rule.early->'offerDaysBefore') = 'null', false)
        and i.discount_until - coalesce((rule.early->>'offerDaysBefore')::int, ${OFFER_DAYS_BEFORE})
          <= (${at} at time zone b.time_zone)::date
        and i.announced_at is not null
        and case when exists (select from message o where o.biller_id = i.biller_id and o.cause = 'discount-offer/' || i.id)
          then false else true end)
    select i.biller_id as "billerId", i.id, i.account_id as "accountId", i.number, i.currency,
      i.discount_until::text as "discountUntil", i.biller_zone as "billerZone", i.due_minor as "dueMinor",
      i.discount_minor as "discountMinor"
    from near i
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where i.due_minor > 0 and i.discount_minor > 0
      and ${here}::time >= make_interval(mins => ${minute}::int)::time
      and (i.announced_at at time zone c.time_zone)::date < ${here}::date
      and case
        when not exists (select from account_phone ap
          join consent k on k.biller_id = ap.biller_id and k.phone_id = ap.phone_id
          where ap.biller_id = i.biller_id and ap.account_id = i.account_id and ap.role = 'primary'
            and k.purpose = 'marketing' and k.state not in ('pending', 'revoked')) then false
        when exists (select from adjustment o where o.biller_id = i.biller_id and o.invoice_id = i.id
          and o.kind = 'early-discount-lapsed') then false
        when exists (select from invoice n where n.biller_id = i.biller_id and n.supersedes_id = i.id) then false
        when exists (select from payment_part t
          where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) then false
        when ${STANDING_PARTS.isHeld} then false
        when ${STANDING_PARTS.hasPromise} then false else true end
    order by i.biller_id, i.discount_until, i.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    dueMinor: Number(row.dueMinor),
    discountMinor: Number(row.discountMinor),
  }));
}
