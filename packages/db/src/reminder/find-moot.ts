import type { MootReason } from '@kvitt/domain/message/check-text';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from './standing-parts.ts';

/**
 * Which of some claimed texts are reminders that are right no more, and why: asked in the transaction that claims them.
 * @returns the reason by the text's id; texts that are no reminders, or still right, are not in it
 */
export async function findMoot(
  em: EntityManager,
  billerId: string,
  messageIds: readonly string[],
): Promise<Map<string, MootReason>> {
  if (messageIds.length === 0) return new Map();
  const { isHeld, hasPromise } = STANDING_PARTS;
  const { rows } = await sql<{ id: string; reason: MootReason | null }>`
    select r.message_id as id, case
        when i.due_on <> r.due_on then 'DUE_MOVED'
        when ${isHeld} then 'HELD'
        when ${hasPromise} then 'PROMISED' end as reason
    from reminder r
    join invoice i on i.biller_id = r.biller_id and i.id = r.invoice_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    where r.biller_id = ${billerId} and r.message_id = any(${[...messageIds]}::uuid[])`.execute(
    em.getKysely(),
  );
  return new Map(rows.flatMap(({ id, reason }) => (reason === null ? [] : [[id, reason]])));
}
