import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** One thing that happened in a thread, as a bubble shows it. */
export interface ThreadEvent {
  id: string;
  kind: 'text' | 'note' | 'payment' | 'consent';
  at: string;
  direction: 'in' | 'out' | null;
  body: string;
  /** Of a text or a payment. */
  state: string | null;
  reason: string | null;
  template: string | null;
  /** Who wrote: an agent's name; null for the customer and for the machine. */
  author: string | null;
  parts: number | null;
  sendAt: string | null;
  amountMinor: string | null;
  card: string | null;
  /** Of the picture that came with a customer's words, in points. */
  picture: { width: number; height: number } | null;
}

/** Where a page of events ends: the oldest one's time and id. */
export interface EventCursor {
  at: string;
  id: string;
}

/** Events of one instant that a page may end amidst. */
const SAME_INSTANT = 10;

/** What happened in a thread before an event, latest first: texts, notes, payments and changes of consent. */
export async function listEvents(
  em: EntityManager,
  thread: { billerId: string; conversationId: string; phoneId: string },
  before: EventCursor | undefined,
  most: number,
): Promise<ThreadEvent[]> {
  const { billerId, conversationId, phoneId } = thread;
  const until = sql`${before?.at ?? 'infinity'}::timestamptz`;
  // Of one instant the id decides, so that no event falls between two pages.
  const earlier = before ? sql`where (at, id) < (${until}, ${before.id}::uuid)` : sql``;
  const { rows } = await sql<ThreadEvent>`
    select id, kind, ${isoInstant(sql`at`)} as at, direction, body, state, reason, template, author, parts, "sendAt",
      "amountMinor", card, (select jsonb_build_object('width', g.width, 'height', g.height) from message_picture g
        where kind = 'text' and g.biller_id = ${billerId} and g.message_id = happened.id) as picture from (
      (select m.id, 'text' as kind, m.created_at as at, m.direction, m.body, m.state, m.reason, m.template,
        case when m.cause like 'agent-%' then split_part(m.cause, '/', 3) end as author, m.parts, ${isoInstant(sql`m.send_at`)} as "sendAt",
        null::bigint as "amountMinor", null as card
        from message m where m.biller_id = ${billerId} and m.conversation_id = ${conversationId}
          and m.created_at <= ${until} order by m.created_at desc, m.id desc limit ${most + SAME_INSTANT})
      union all
      (select n.id, 'note', n.created_at, null, n.body, null, null, null, n.author, null, null, null, null
        from desk_note n where n.biller_id = ${billerId} and n.conversation_id = ${conversationId}
          and n.created_at <= ${until} order by n.created_at desc, n.id desc limit ${most + SAME_INSTANT})
      union all
      (select y.id, 'payment', coalesce(y.finished_at, y.started_at), null, '', y.state, y.decline_kind, y.channel, null, null,
        null, y.amount_minor, y.card_brand || ' ' || y.card_last4
        from account_phone ap join payment y on y.biller_id = ap.biller_id and y.account_id = ap.account_id
        where ap.biller_id = ${billerId} and ap.phone_id = ${phoneId}
          and coalesce(y.finished_at, y.started_at) <= ${until}
        order by 3 desc, 1 desc limit ${most + SAME_INSTANT})
      union all
      (select e.id, 'consent', e.at, null, e.wording, e.act, e.channel, e.purpose, null, null, null, null, null
        from consent_event e where e.biller_id = ${billerId} and e.phone_id = ${phoneId}
          and e.at <= ${until} order by e.at desc, e.id desc limit ${most + SAME_INSTANT})
    ) happened ${earlier} order by happened.at desc, id desc limit ${most}`.execute(em.getKysely());
  return rows;
}
