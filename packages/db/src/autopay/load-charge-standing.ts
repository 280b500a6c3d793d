import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from '../reminder/standing-parts.ts';

/** What speaks against charging a bill by itself. */
export async function loadChargeStanding(
  em: EntityManager,
  bill: { billerId: string; id: string },
): Promise<{ isHeld: boolean; hasPromise: boolean }> {
  const { isHeld, hasPromise } = STANDING_PARTS;
  const { rows } = await sql<{ isHeld: boolean; hasPromise: boolean }>`
    select ${isHeld} as "isHeld", ${hasPromise} as "hasPromise" from invoice i
    where i.biller_id = ${bill.billerId} and i.id = ${bill.id}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no bill ${bill.id}`);
  return row;
}
