import type { MootReason } from '@kvitt/domain/message/check-text';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { PAID_ON_PROMISE } from '../promise/paid-on-promise.ts';
import { STANDING_PARTS } from './standing-parts.ts';

/**
 * Which of some claimed texts are reminders, or texts about a promise, that are right no more, and why: asked in the
 * transaction that claims them.
 * @returns the reason by the text's id; texts that are neither, or still right, are not in it
 */
export async function findMoot(
  em: EntityManager,
  billerId: string,
  messageIds: readonly string[],
): Promise<Map<string, MootReason>> {
  if (messageIds.length === 0) return new Map();
  const { isHeld, hasPromise } = STANDING_PARTS;
  const ids = sql`${[...messageIds]}::uuid[]`;
  const { rows } = await sql<{ id: string; reason: MootReason | null }>`
    select r.message_id as id, case
        when i.due_on <> r.due_on then 'DUE_MOVED'
        when ${isHeld} then 'HELD'
        when ${hasPromise} then 'PROMISED' end as reason
    from reminder r
    join invoice i on i.biller_id = r.biller_id and i.id = r.invoice_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    where r.biller_id = ${billerId} and r.message_id = any(${ids})
    union all
    select m.id, case
        when exists (select from promise n
          where n.biller_id = r.biller_id and n.account_id = r.account_id and n.state = 'open' and n.id <> r.id) then 'PROMISED'
        when ${PAID_ON_PROMISE} >= r.amount_minor then 'ALREADY_PAID'
        when (select coalesce(sum(g.minor), 0) from promise_bill x
          join posting g on g.biller_id = x.biller_id and g.invoice_id = x.invoice_id
          where x.biller_id = r.biller_id and x.promise_id = r.id) <= 0 then 'ALREADY_PAID'
        when exists (select from promise_bill x
          join invoice i on i.biller_id = x.biller_id and i.id = x.invoice_id
          where x.biller_id = r.biller_id and x.promise_id = r.id and ${isHeld}) then 'HELD' end
    from message m
    join promise r on r.biller_id = m.biller_id and m.cause = m.template || '/' || r.id
    where m.biller_id = ${billerId} and m.id = any(${ids}) and m.template in ('promise-due', 'promise-broken')`.execute(
    em.getKysely(),
  );
  return new Map(rows.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason]])));
}
