import type { MethodKind } from '@kvitt/domain/payment/payment-method';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** A customer with everything that one screen shows of them. Amounts are minor units. */
export interface CustomerView {
  id: string;
  number: string;
  firstName: string;
  lastName: string;
  language: string;
  timeZone: string;
  place: string | null;
  accounts: { id: string; number: string }[];
  phones: {
    id: string;
    e164: string;
    lineType: string;
    role: string;
    account: string;
    unreachableSince: string | null;
    conversationId: string | null;
  }[];
  bills: {
    id: string;
    number: string;
    description: string;
    totalMinor: number;
    dueMinor: number;
    currency: string;
    issuedOn: string;
    dueOn: string;
    isHeld: boolean;
  }[];
  payments: {
    id: string;
    bill: string;
    amountMinor: number;
    currency: string;
    state: string;
    channel: string;
    card: string | null;
    at: string;
    declineKind: string | null;
    refundedMinor: number;
    /** A refund of it waits for a second person, or is under way. */
    isRefunding: boolean;
  }[];
  /** What was promised and is not over yet. */
  promises: { account: string; amountMinor: number; currency: string; dueOn: string }[];
  disputes: {
    id: string;
    amountMinor: number;
    currency: string;
    state: string;
    reason: string;
    replyBy: string | null;
  }[];
  methods: {
    id: string;
    brand: string;
    last4: string;
    kind: MethodKind;
    nickname: string | null;
    expMonth: number | null;
    expYear: number | null;
    closedAt: string | null;
    isDefault: boolean;
  }[];
  consents: {
    e164: string;
    purpose: string;
    act: string;
    channel: string;
    wording: string;
    actor: string;
    at: string;
  }[];
}

/** Loads one customer; undefined where the biller has none of this id. One question, with a list for each part. */
export async function loadCustomer(
  em: EntityManager,
  billerId: string,
  id: string,
): Promise<CustomerView | undefined> {
  const { rows } = await sql<CustomerView>`
    with mine as (select * from account where biller_id = ${billerId} and customer_id = ${id})
    select c.id, c.number, c.first_name as "firstName", c.last_name as "lastName", c.language, c.time_zone as "timeZone",
      nullif(concat_ws(' ', c.postal_code, c.region), '') as place,
      ${list(sql`select id, number from mine order by number`)} as accounts,
      ${list(PHONES)} as phones, ${list(BILLS)} as bills, ${list(PAYMENTS)} as payments,
      ${list(METHODS)} as methods, ${list(PROMISES)} as promises, ${list(DISPUTES)} as disputes, ${list(CONSENTS)} as consents
    from customer c where c.biller_id = ${billerId} and c.id = ${id}`.execute(em.getKysely());
  return rows[0];
}

function list(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(one), '[]') from (${rows}) one)`;
}

const PHONES = sql`
  select p.id, p.e164, p.line_type as "lineType", ap.role, a.number as account, p.unreachable_since as "unreachableSince",
    (select v.id from conversation v where v.biller_id = p.biller_id and v.phone_id = p.id
      order by v.last_inbound_at desc nulls last limit 1) as "conversationId"
  from mine a join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
  join phone p on p.biller_id = ap.biller_id and p.id = ap.phone_id order by ap.role desc, ap.since`;

const BILLS = sql`
  select i.id, i.number, i.description, i.total_minor as "totalMinor", i.currency, i.issued_on as "issuedOn", i.due_on as "dueOn",
    greatest(0, coalesce((select sum(g.minor) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id), 0))
      as "dueMinor",
    exists (select from invoice_hold h where h.biller_id = i.biller_id and h.invoice_id = i.id and h.ended_at is null) as "isHeld"
  from mine a join invoice i on i.biller_id = a.biller_id and i.account_id = a.id order by i.due_on desc limit 60`;

const PAYMENTS = sql`
  select y.id, i.number as bill, y.amount_minor as "amountMinor", y.currency, y.state, y.channel,
    y.card_brand || ' ··' || y.card_last4 as card, coalesce(y.finished_at, y.started_at) as at, y.decline_kind as "declineKind",
    coalesce((select sum(r.amount_minor) from refund r where r.biller_id = y.biller_id and r.payment_id = y.id
      and r.state = 'done'), 0)::float8 as "refundedMinor",
    exists (select from refund r where r.biller_id = y.biller_id and r.payment_id = y.id
      and r.state in ('waiting', 'started', 'unknown')) as "isRefunding"
  from mine a join payment y on y.biller_id = a.biller_id and y.account_id = a.id
  join invoice i on i.biller_id = y.biller_id and i.id = y.invoice_id order by y.started_at desc limit 60`;

const METHODS = sql`
  select m.id, m.brand, m.last4, m.exp_month as "expMonth", m.exp_year as "expYear", m.is_default as "isDefault",
    m.kind, m.nickname, m.closed_at as "closedAt"
  from mine a join payment_method m on m.biller_id = a.biller_id and m.account_id = a.id
  where m.removed_at is null order by m.is_default desc, m.created_at desc`;

const PROMISES = sql`
  select a.number as account, w.amount_minor as "amountMinor", w.currency, w.due_on as "dueOn"
  from mine a join promise w on w.biller_id = a.biller_id and w.account_id = a.id where w.state = 'open'`;

const DISPUTES = sql`
  select d.id, d.amount_minor as "amountMinor", d.currency, d.state, d.reason, d.reply_by as "replyBy"
  from mine a join payment y on y.biller_id = a.biller_id and y.account_id = a.id
  join dispute d on d.biller_id = y.biller_id and d.payment_id = y.id order by d.opened_at desc limit 20`;

const CONSENTS = sql`
  select p.e164, e.purpose, e.act, e.channel, e.wording, e.actor, e.at
  from (select distinct ap.biller_id, ap.phone_id from mine a
    join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id) served
  join phone p on p.biller_id = served.biller_id and p.id = served.phone_id
  join consent_event e on e.biller_id = p.biller_id and e.phone_id = p.id order by e.at desc limit 60`;
