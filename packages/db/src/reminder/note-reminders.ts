import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Reasons of a skipped text that say something of one bill or one hour, and nothing of the others that it spoke of: its
 * reminders are judged anew.
 */
const JUDGED_ANEW = [
  'ALREADY_PAID',
  'AMOUNT_CHANGED',
  'TOO_LATE',
  'DUE_MOVED',
  'PROMISED',
  'HELD',
  'ONE_A_DAY',
];

/** A reminder that has come back this often is not going to be sent. */
const MOST_TRIES = 5;

/** Texts that are looked at in one statement; the rest is found by the next. */
const AT_ONCE = 5_000;

/**
 * Notes on reminders what became of their texts, with one statement. What was not sent is planned again where it is still of
 * use and was not refused as such; else it is skipped with its text's reason.
 * @returns how many reminders were noted
 */
export async function noteReminders(em: EntityManager, now: Date): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isAgain = sql`t.state = 'skipped' and t.reason = any(${JUDGED_ANEW}) and r.tries < ${MOST_TRIES}
    and r.useful_until > ${at}`;
  const { numAffectedRows = 0n } = await sql`
    with text as (
      select m.biller_id, m.id, m.reason,
        case when m.state = 'failed' and m.vendor_id is not null then 'sent' else m.state end as state
      from reminder r join message m on m.biller_id = r.biller_id and m.id = r.message_id
      where r.state = 'queued' and (m.state not in ('queued', 'sending', 'uncertain', 'held')
        -- Nobody has looked at it while it was of use: whoever does now finds it past its time.
        or (m.state = 'held' and r.useful_until <= ${at}))
      limit ${AT_ONCE})
    update reminder r set
      state = case
        when t.state in ('sent', 'delivered', 'undelivered') then 'sent'
        when ${isAgain} then 'planned' else 'skipped' end,
      reason = case when t.state in ('sent', 'delivered', 'undelivered') or (${isAgain}) then null
        when t.state = 'cancelled' then coalesce(t.reason, 'CONSENT_REVOKED')
        else coalesce(t.reason, 'CARRIER_REFUSED') end,
      message_id = case when ${isAgain} then null else r.message_id end,
      text_day = case when ${isAgain} then null else r.text_day end
    from text t
    where r.biller_id = t.biller_id and r.message_id = t.id and (r.state = 'queued'
      or (r.state = 'merged' and t.state not in ('sent', 'delivered', 'undelivered')))`.execute(
    em.getKysely(),
  );
  return Number(numAffectedRows);
}
