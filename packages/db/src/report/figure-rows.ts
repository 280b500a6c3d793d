import { type RawBuilder, sql } from 'kysely';
import { inSpan, type ReportSpan } from './load-funnels.ts';

/** The figures of the overview that have a list behind them. */
export const FIGURE_NAMES = [
  'enrollments',
  'texts',
  'payments',
  'bills',
  'bonuses',
  'paper',
  'credits',
  'replies',
  'threads',
] as const;

export type Figure = (typeof FIGURE_NAMES)[number];

/** Which part of a figure: a step of a funnel, a source, an agent, a bucket; all of it where absent. */
export interface FigurePart {
  figure: Figure;
  step?: string | undefined;
  source?: string | undefined;
  agentId?: string | undefined;
}

type Rows = (span: ReportSpan, part: FigurePart) => RawBuilder<unknown>;

const NAME = sql`c.first_name || ' ' || c.last_name`;
const OF_ACCOUNT = (row: string) => sql`join account a on a.biller_id = ${sql.ref(`${row}.biller_id`)}
  and a.id = ${sql.ref(`${row}.account_id`)} join customer c on c.biller_id = a.biller_id and c.id = a.customer_id`;

/** Whom the phone of a thread serves first. */
const OF_PHONE = (row: string) => sql`left join lateral (
  select c.first_name || ' ' || c.last_name as name from account_phone ap
  join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
  join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
  where ap.biller_id = ${sql.ref(`${row}.biller_id`)} and ap.phone_id = ${sql.ref(`${row}.phone_id`)}
  order by ap.role desc, ap.since limit 1) who on true`;

/** How far a call came; each is a part of the one before, but for the card. */
const CALL_STEPS: Readonly<Record<string, RawBuilder<unknown>>> = {
  calls: sql`true`,
  asked: sql`e.asked_at is not null`,
  confirmed: sql`e.confirmed_at is not null`,
  standing: sql`e.confirmed_at is not null and e.stopped_at is null`,
  cardSaved: sql`e.card_saved_at is not null`,
};

/** Web joins have no call: they were asked as soon as they began, and stand where the phone has said yes. */
const JOIN_STEPS: Readonly<Record<string, RawBuilder<unknown>>> = {
  calls: sql`true`,
  asked: sql`true`,
  confirmed: sql`e.joined_at is not null`,
  standing: sql`e.joined_at is not null and exists (select from consent s where s.biller_id = e.biller_id
    and s.phone_id = e.phone_id and s.purpose = 'service' and s.state <> 'revoked')`,
  cardSaved: sql`false`,
};

const TEXT_STEPS: Readonly<Record<string, RawBuilder<unknown>>> = {
  sent: sql`true`,
  delivered: sql`m.state = 'delivered'`,
  opened: sql`exists (select from bill_view v where v.biller_id = l.biller_id and v.link_id = l.id)`,
  paid: sql`exists (select from payment p where p.biller_id = m.biller_id and p.invoice_id = l.invoice_id
    and p.state = 'approved' and p.finished_at >= m.sent_at)`,
};

const BUCKETS: Readonly<Record<string, readonly [number, number]>> = {
  'not-due': [-100_000, 0],
  '1-30': [1, 30],
  '31-60': [31, 60],
  '61-90': [61, 90],
  'over-90': [91, 100_000],
};

const bySource = ({ source }: FigurePart) => (source === undefined ? sql`` : sql`and e.source = ${source}`);

/** The rows of each figure: id, at, name, agent, detail, minor, place, place_id; by the conditions that count it. */
export const FIGURES: Readonly<Record<Figure, Rows>> = {
  enrollments: (span, part) => sql`
    select e.id, e.started_at as at, ${NAME} as name, g.name as agent, e.state as detail, null::bigint as minor,
      'enrollments' as place, e.id as place_id
    from enrollment e ${OF_ACCOUNT('e')} join agent g on g.biller_id = e.biller_id and g.id = e.agent_id
    where e.biller_id = ${span.billerId} and ${inSpan(sql`e.started_at`, span)} ${bySource(part)}
      and ${CALL_STEPS[part.step ?? 'calls'] ?? sql`false`}
      ${part.agentId === undefined ? sql`` : sql`and e.agent_id = ${part.agentId} and e.ended_at is not null`}
    union all
    select e.id, e.asked_at, ${NAME}, null, case when e.joined_at is null then 'pending' else 'confirmed' end, null,
      'customers', c.id
    from web_join e ${OF_ACCOUNT('e')}
    where e.biller_id = ${span.billerId} and ${inSpan(sql`e.asked_at`, span)} ${bySource(part)}
      and ${JOIN_STEPS[part.step ?? 'calls'] ?? sql`false`} and ${part.agentId === undefined}`,

  texts: (span, part) => sql`
    select l.id, m.sent_at as at, ${NAME} as name, null as agent, i.number as detail, null::bigint as minor,
      'inbox' as place, m.conversation_id as place_id
    from message m join portal_link l on l.biller_id = m.biller_id and l.message_id = m.id
    join invoice i on i.biller_id = l.biller_id and i.id = l.invoice_id ${OF_ACCOUNT('i')}
    where m.biller_id = ${span.billerId} and m.direction = 'out' and ${inSpan(sql`m.sent_at`, span)}
      and ${TEXT_STEPS[part.step ?? 'sent'] ?? sql`false`}`,

  payments: (span) => sql`
    select p.id, p.finished_at as at, ${NAME} as name, null as agent, i.number as detail, p.amount_minor as minor,
      'customers' as place, c.id as place_id
    from payment p join invoice i on i.biller_id = p.biller_id and i.id = p.invoice_id ${OF_ACCOUNT('p')}
    where p.biller_id = ${span.billerId} and p.state = 'approved' and ${inSpan(sql`p.finished_at`, span)}`,

  bills: ({ billerId, to }, { step }) => {
    const [least, most] = BUCKETS[step ?? ''] ?? [-100_000, 100_000];
    return sql`
      select i.id, i.due_on::timestamp at time zone b.time_zone as at, ${NAME} as name, null as agent,
        i.number as detail, owed.minor, 'customers' as place, c.id as place_id
      from invoice i join biller b on b.id = i.biller_id ${OF_ACCOUNT('i')}
      join lateral (select sum(g.minor) as minor from posting g where g.biller_id = i.biller_id
        and g.invoice_id = i.id) owed on owed.minor > 0
      where i.biller_id = ${billerId} and ${to}::date - i.due_on between ${least}::int and ${most}::int`;
  },

  bonuses: (span) => sql`
    select o.id, o.earned_at as at, ${NAME} as name, g.name as agent, o.kind as detail, o.minor,
      'enrollments' as place, e.id as place_id
    from bonus o join enrollment e on e.biller_id = o.biller_id and e.id = o.enrollment_id ${OF_ACCOUNT('e')}
    join agent g on g.biller_id = o.biller_id and g.id = o.agent_id
    where o.biller_id = ${span.billerId} and o.state not in ('clawed-back', 'rejected')
      and ${inSpan(sql`o.earned_at`, span)}`,

  paper: (span) => sql`
    select m.id, m.sent_at as at, who.name, null as agent, coalesce(i.number, '') as detail, null::bigint as minor,
      'inbox' as place, m.conversation_id as place_id
    from message m left join invoice i on i.biller_id = m.biller_id and i.id = m.invoice_id ${OF_PHONE('m')}
    where m.biller_id = ${span.billerId} and m.state = 'delivered' and m.template like 'bill-ready%'
      and ${inSpan(sql`m.sent_at`, span)} and exists (select from enrollment e where e.biller_id = m.biller_id
        and e.phone_id = m.phone_id and e.confirmed_at <= m.created_at)`,

  credits: (span) => sql`
    select k.id, k.granted_at as at, ${NAME} as name, k.made_by as agent, k.reason as detail, k.amount_minor as minor,
      'customers' as place, c.id as place_id
    from credit k ${OF_ACCOUNT('k')}
    where k.biller_id = ${span.billerId} and k.kind = 'paperless' and ${inSpan(sql`k.granted_at`, span)}`,

  replies: (span, { agentId }) => sql`
    select ev.id, ev.at, who.name, g.name as agent, left(m.body, 80) as detail, null::bigint as minor, 'inbox' as place,
      m.conversation_id as place_id
    from audit_event ev join message m on m.biller_id = ev.biller_id and m.id::text = ev.subject_id
    join agent g on g.biller_id = ev.biller_id and g.id = ev.actor_id ${OF_PHONE('m')}
    where ev.biller_id = ${span.billerId} and ev.act = 'thread.replied' and ${inSpan(sql`ev.at`, span)}
      ${agentId === undefined ? sql`` : sql`and ev.actor_id = ${agentId}`}`,

  threads: ({ billerId }, { agentId }) => sql`
    select d.conversation_id as id, d.last_at as at, who.name, g.name as agent, d.last_words as detail,
      null::bigint as minor, 'inbox' as place, d.conversation_id as place_id
    from desk d join conversation v on v.biller_id = d.biller_id and v.id = d.conversation_id ${OF_PHONE('v')}
    join agent g on g.biller_id = d.biller_id and g.id = d.assignee_id
    where d.biller_id = ${billerId} and d.state = 'open' ${agentId === undefined ? sql`` : sql`and d.assignee_id = ${agentId}`}`,
};
