import type { MessageState } from '@kvitt/domain/message/message-state';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface NoticeGiven {
  /** What was last taken under the mandate; null where nothing was. */
  lastMinor: number | null;
  /** When the text about this charge and this amount left; null where none did. */
  toldAt: Date | null;
  /** Where that text stands. */
  telling: 'none' | 'on-its-way' | 'told' | 'failed';
}

/** What a customer has been told of a planned charge of an amount (minor units), and what was taken from them last. */
export async function loadNotice(
  em: EntityManager,
  of: { billerId: string; plannedChargeId: string; autopayId: string; amountMinor: number },
): Promise<NoticeGiven> {
  const cause = `autopay-ahead/${of.plannedChargeId}/${of.autopayId}/${of.amountMinor}`;
  const { rows } = await sql<{ lastMinor: number | null; toldAt: string | null; state: MessageState | null }>`
    select
      (select y.amount_minor::float8 from payment y
        join planned_charge pc on pc.biller_id = y.biller_id and pc.id = y.planned_charge_id
        where pc.biller_id = ${of.billerId} and pc.autopay_id = ${of.autopayId} and y.state in ('approved', 'voided')
        order by y.started_at desc limit 1) as "lastMinor",
      m.sent_at as "toldAt", m.state
    from (select 1) one left join message m on m.biller_id = ${of.billerId} and m.cause = ${cause}`.execute(
    em.getKysely(),
  );
  const { lastMinor = null, toldAt = null, state = null } = rows[0] ?? {};
  return {
    lastMinor,
    toldAt: toldAt !== null && readTelling(state) === 'told' ? new Date(toldAt) : null,
    telling: readTelling(state),
  };
}

function readTelling(state: MessageState | null): NoticeGiven['telling'] {
  switch (state) {
    case null:
      return 'none';
    case 'sent':
    case 'delivered':
      return 'told';
    case 'queued':
    case 'held':
    case 'sending':
    case 'uncertain':
      return 'on-its-way';
    default:
      return 'failed';
  }
}
