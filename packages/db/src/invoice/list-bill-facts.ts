import type { BillFact } from '@kvitt/domain/invoice/timeline/bill-fact';
import { REMINDER_TEMPLATES } from '@kvitt/domain/reminder/cadence';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** Texts that remind of a bill or of what was agreed about it. */
const REMINDING = [
  ...REMINDER_TEMPLATES,
  'digest-overdue',
  'autopay-ahead',
  'promise-due',
  'promise-broken',
  'instalment-due',
  'instalment-missed',
];

/** Texts that bring the bill itself. */
const BRINGING = [
  'bill-ready',
  'bill-ready-one-reply',
  'bill-ready-autopay',
  'bill-ready-plan',
  'bill-ready-more',
  'account-message',
  'bill-changed',
  'due-date-moved',
];

/** Texts that bring its link because somebody asked. */
const LINKING = ['agent-reply', 'fresh-link'];

/** More than this is no timeline any more; the latest are kept. */
const MOST = 300;

/**
 * Everything on record of one bill that its timeline tells, in no order: what `tellTimeline` takes. The texts that speak of
 * it, looks at it, money, and what people agreed.
 */
export async function listBillFacts(
  em: EntityManager,
  billerId: string,
  invoiceId: string,
): Promise<BillFact[]> {
  const { rows } = await sql<BillFact>`
    with bill as (select * from invoice where biller_id = ${billerId} and id = ${invoiceId}),
    texts as (
      select m.id, m.template, m.state, m.reason, m.sent_at, m.created_at, right(p.e164, 2) as tail, case
        when m.template = any(${BRINGING}::text[]) then 'sent'
        when m.template = any(${REMINDING}::text[]) then 'reminded' else 'linked' end as kind
      from (select m.* from bill i join message m on m.biller_id = i.biller_id and m.invoice_id = i.id
          where m.direction = 'out'
        union select m.* from bill i join reminder r on r.biller_id = i.biller_id and r.invoice_id = i.id
          join message m on m.biller_id = r.biller_id and m.id = r.message_id) m
      join phone p on p.biller_id = m.biller_id and p.id = m.phone_id
      where m.template = any(${[...BRINGING, ...REMINDING, ...LINKING]}::text[])),
    parts as (
      select y.*, t.amount_minor as part, nullif(concat_ws(' ', y.card_brand, y.card_last4), '') as card
      from bill i join payment_part t on t.biller_id = i.biller_id and t.invoice_id = i.id
      join payment y on y.biller_id = t.biller_id and y.id = t.payment_id)
    select id, kind, at, "amountMinor"::float8 as "amountMinor", card, day::text, "phoneTail", reason from (
      ${sql.join(FACTS, sql` union all `)}) happened
    where at is not null order by at desc limit ${MOST}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

interface Columns {
  amount?: RawBuilder<unknown>;
  card?: RawBuilder<unknown>;
  day?: RawBuilder<unknown>;
  tail?: RawBuilder<unknown>;
  reason?: RawBuilder<unknown>;
}

/** One kind of row of the facts: its id with what keeps it apart from others of the same row, its kind, its instant. */
function fact(
  [id, kind, at]: readonly [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>],
  from: RawBuilder<unknown>,
  columns: Columns = {},
): RawBuilder<unknown> {
  const {
    amount = sql`null`,
    card = sql`null`,
    day = sql`null`,
    tail = sql`null`,
    reason = sql`null`,
  } = columns;
  return sql`(select ${id} as id, ${kind} as kind, ${at}::timestamptz as at, ${amount}::bigint as "amountMinor",
    ${card}::text as card, ${day}::date as day, ${tail}::text as "phoneTail", ${reason}::text as reason ${from})`;
}

const TEXTS: readonly RawBuilder<unknown>[] = [
  fact([sql`x.id::text`, sql`x.kind`, sql`x.sent_at`], sql`from texts x where x.sent_at is not null`, {
    tail: sql`x.tail`,
  }),
  fact(
    [sql`x.id || '-delivered'`, sql`'delivered'`, sql`min(r.received_at)`],
    sql`from texts x join delivery_report r on r.message_id = x.id and r.state = 'delivered'
      join bill i on i.biller_id = r.biller_id group by x.id, x.tail`,
    { tail: sql`x.tail` },
  ),
  fact(
    [sql`x.id || '-failed'`, sql`'not-delivered'`, sql`coalesce(x.sent_at, x.created_at)`],
    sql`from texts x where x.state in ('failed', 'undelivered')`,
    { tail: sql`x.tail`, reason: sql`x.reason` },
  ),
  // The first look by a link is its opening; what follows on it are looks.
  fact(
    [
      sql`v.id::text`,
      sql`case when v.at = min(v.at) over (partition by v.link_id) then 'opened' else 'viewed' end`,
      sql`v.at`,
    ],
    sql`from bill i join bill_view v on v.biller_id = i.biller_id and v.invoice_id = i.id`,
  ),
];

const MONEY: readonly RawBuilder<unknown>[] = [
  fact(
    [
      sql`y.id::text`,
      sql`case y.state when 'approved' then 'paid' when 'voided' then 'paid' when 'declined' then 'declined' else 'paying' end`,
      sql`coalesce(y.finished_at, y.started_at)`,
    ],
    sql`from parts y`,
    { amount: sql`y.part`, card: sql`y.card`, reason: sql`y.decline_kind` },
  ),
  // What came past the processor, by bank or cheque.
  fact(
    [sql`e.id::text`, sql`'paid'`, sql`e.at`],
    sql`from bill i join posting g on g.biller_id = i.biller_id and g.invoice_id = i.id
      join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
        and e.cause in ('received-outside', 'settled-outside')`,
    { amount: sql`-g.minor` },
  ),
  fact([sql`y.id || '-returned'`, sql`'returned'`, sql`y.returned_at`], sql`from parts y`, {
    amount: sql`y.part`,
    card: sql`y.card`,
  }),
  fact(
    [
      sql`r.id::text`,
      sql`case r.move when 'void' then 'taken-back' else 'refunded' end`,
      sql`coalesce(r.finished_at, r.sent_at)`,
    ],
    sql`from bill i join refund_part t on t.biller_id = i.biller_id and t.invoice_id = i.id
      join refund r on r.biller_id = t.biller_id and r.id = t.refund_id
      join payment y on y.biller_id = r.biller_id and y.id = r.payment_id where r.state = 'done'`,
    {
      amount: sql`t.amount_minor`,
      card: sql`nullif(concat_ws(' ', y.card_brand, y.card_last4), '')`,
    },
  ),
  fact(
    [sql`a.id::text`, sql`a.kind`, sql`a.at`],
    sql`from bill i join adjustment a on a.biller_id = i.biller_id and a.invoice_id = i.id`,
    { amount: sql`a.amount_minor`, reason: sql`a.reason` },
  ),
  fact(
    [sql`d.id::text`, sql`'disputed'`, sql`d.opened_at`],
    sql`from parts y join dispute d on d.biller_id = y.biller_id and d.payment_id = y.id`,
    { amount: sql`d.amount_minor`, reason: sql`d.reason` },
  ),
  fact(
    [
      sql`d.id || '-decided'`,
      sql`case d.state when 'won' then 'dispute-won' else 'dispute-lost' end`,
      sql`d.decided_at`,
    ],
    sql`from parts y join dispute d on d.biller_id = y.biller_id and d.payment_id = y.id and d.state in ('won', 'lost')`,
    { amount: sql`d.amount_minor` },
  ),
];

const AGREED: readonly RawBuilder<unknown>[] = [
  fact([sql`i.id::text`, sql`'issued'`, sql`i.created_at`], sql`from bill i`, { amount: sql`i.total_minor` }),
  fact(
    [sql`w.id::text`, sql`'promised'`, sql`w.made_at`],
    sql`from bill i join promise_bill b on b.biller_id = i.biller_id and b.invoice_id = i.id
      join promise w on w.biller_id = b.biller_id and w.id = b.promise_id`,
    { amount: sql`w.amount_minor`, day: sql`w.due_on` },
  ),
  fact(
    [
      sql`w.id || '-ended'`,
      sql`case w.state when 'kept' then 'promise-kept' else 'promise-broken' end`,
      sql`w.ended_at`,
    ],
    sql`from bill i join promise_bill b on b.biller_id = i.biller_id and b.invoice_id = i.id
      join promise w on w.biller_id = b.biller_id and w.id = b.promise_id and w.state in ('kept', 'broken')`,
    { amount: sql`w.amount_minor` },
  ),
  fact(
    [sql`h.id::text`, sql`case h.why when 'collection' then 'collection' else 'held' end`, sql`h.since`],
    sql`from bill i join invoice_hold h on h.biller_id = i.biller_id and h.invoice_id = i.id`,
    { day: sql`h.ends_on`, reason: sql`h.why` },
  ),
  fact(
    [sql`h.id || '-ended'`, sql`'released'`, sql`h.ended_at`],
    sql`from bill i join invoice_hold h on h.biller_id = i.biller_id and h.invoice_id = i.id`,
  ),
];

const CHANGED: readonly RawBuilder<unknown>[] = [
  fact(
    [sql`v.id::text`, sql`'due-moved'`, sql`v.at`],
    sql`from bill i join due_move v on v.biller_id = i.biller_id and v.invoice_id = i.id`,
    { day: sql`v.to_on` },
  ),
  fact(
    [sql`n.id::text`, sql`'plan-made'`, sql`n.made_at`],
    sql`from bill i join plan_bill b on b.biller_id = i.biller_id and b.invoice_id = i.id
      join payment_plan n on n.biller_id = b.biller_id and n.id = b.plan_id`,
    { amount: sql`n.total_minor` },
  ),
  fact(
    [sql`n.id || '-ended'`, sql`'plan-ended'`, sql`n.ended_at`],
    sql`from bill i join plan_bill b on b.biller_id = i.biller_id and b.invoice_id = i.id
      join payment_plan n on n.biller_id = b.biller_id and n.id = b.plan_id`,
  ),
];

const FACTS = [...CHANGED, ...AGREED, ...TEXTS, ...MONEY];
