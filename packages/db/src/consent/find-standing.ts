import type { ConsentPurpose, ConsentStanding, ConsentState } from '@kvitt/domain/consent/consent';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Finds how a phone stands to every purpose, within the caller's transaction. */
export async function findStanding(
  em: EntityManager,
  billerId: string,
  phoneId: string,
): Promise<ConsentStanding> {
  const { rows } = await sql<{ purpose: ConsentPurpose; state: ConsentState }>`
    select purpose, state from consent where biller_id = ${billerId} and phone_id = ${phoneId}
    order by purpose`.execute(em.getKysely());
  return Object.fromEntries(rows.map(({ purpose, state }) => [purpose, state]));
}
