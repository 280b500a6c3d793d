import type { Currency } from '@kvitt/domain/money/money';
import type { BillFacts } from '@kvitt/domain/reminder/find-skip';
import type { DueReminder } from '@kvitt/domain/reminder/merge-reminders';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from './standing-parts.ts';

/** A reminder whose time has come, with its bill as it stands. */
export interface WaitingReminder extends DueReminder, Omit<BillFacts, 'announcedOn'> {
  step: string;
  cadenceVersion: number;
  accountId: string;
  invoiceNumber: string;
  currency: Currency;
  /** The bill's due date as it is now: `dueOn` is the one that the step was planned for. */
  currentDueOn: string;
  announcedAt: Date | null;
  usefulUntil: Date;
  tries: number;
  /** The customer's day of the latest reminder of this bill, `YYYY-MM-DD`; null where there was none. */
  remindedOn: string | null;
}

/**
 * Locks a phone's reminders whose time has come and loads them with their bills; what another worker holds is left to it.
 */
export async function loadWaiting(
  em: EntityManager,
  key: { billerId: string; phoneId: string },
  now: Date,
): Promise<WaitingReminder[]> {
  const { isHeld, hasPromise, hasAutopay, isFirstMiss } = STANDING_PARTS;
  const { rows } = await sql<Row>`
    with mine as (
      select * from reminder
      where biller_id = ${key.billerId} and phone_id = ${key.phoneId} and state = 'planned'
        and send_at <= ${now.toISOString()}::timestamptz
      for update skip locked)
    select r.id, r.invoice_id as "invoiceId", r.template, r.day::text as day, r.due_on::text as "dueOn", r.step,
      r.cadence_version as "cadenceVersion", r.useful_until as "usefulUntil", r.tries,
      (select max(l.text_day)::text from reminder l where l.biller_id = r.biller_id and l.invoice_id = r.invoice_id
        and l.state in ('queued', 'sent', 'merged')) as "remindedOn",
      i.account_id as "accountId", i.number as "invoiceNumber", i.currency, i.due_on::text as "currentDueOn",
      i.announced_at as "announcedAt", ${isHeld} as "isHeld", ${hasPromise} as "hasPromise",
      ${hasAutopay} as "hasAutopay", ${isFirstMiss} as "isFirstMiss",
      (select coalesce(sum(g.minor), 0) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id)
        as "openMinor"
    from mine r
    join invoice i on i.biller_id = r.biller_id and i.id = r.invoice_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    openMinor: Number(row.openMinor),
    usefulUntil: new Date(row.usefulUntil),
    announcedAt: row.announcedAt === null ? null : new Date(row.announcedAt),
  }));
}

/** Sums and instants come as text from a raw query. */
interface Row extends Omit<WaitingReminder, 'openMinor' | 'usefulUntil' | 'announcedAt'> {
  openMinor: string;
  usefulUntil: string;
  announcedAt: string | null;
}
