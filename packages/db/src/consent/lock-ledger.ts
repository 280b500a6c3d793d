import type { ChainHead } from '@kvitt/domain/consent/ledger/chain-reading';
import { GENESIS } from '@kvitt/domain/consent/ledger/ledger-entry';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Locks the head of a biller's consent ledger until the transaction ends, and gives it: who writes next waits, so that
 * every entry has one before it. What is read afterwards is as the one before has left it.
 */
export async function lockLedger(em: EntityManager, billerId: string): Promise<ChainHead> {
  const db = em.getKysely();
  const lock = sql<{ seq: string; hash: string }>`
    select seq, hash from consent_head where biller_id = ${billerId} for update`;
  let [row] = (await lock.execute(db)).rows;
  if (!row) {
    await sql`insert into consent_head (biller_id, seq, hash) values (${billerId}, 0, ${GENESIS})
      on conflict do nothing`.execute(db);
    [row] = (await lock.execute(db)).rows;
  }
  if (!row) throw new Error(`the consent ledger of ${billerId} has no head`);
  return { seq: Number(row.seq), hash: row.hash };
}
