import { isSealed } from '@kvitt/domain/consent/ledger/is-sealed';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ConsentSeal } from './consent-seal.entity.ts';
import { verifySignature } from './verify-signature.ts';

/** How a biller's consent ledger stands. */
export interface ChainStanding {
  /** Its last entry; null where there is none. */
  head: { seq: number; hash: string } | null;
  /** The last head that was signed, and whether the signature is its key's; null where none was. */
  seal: { seq: number; hash: string; sealedAt: string; publicKey: string; isGenuine: boolean } | null;
}

/** Reads the head and the last seal; that the entries between them fit is what the whole ledger shows when it is verified. */
export async function loadChain(em: EntityManager, billerId: string): Promise<ChainStanding> {
  const { rows } = await sql<{ seq: string; hash: string }>`
    select seq, hash from consent_head where biller_id = ${billerId}`.execute(em.getKysely());
  const [row] = rows;
  const head = row ? { seq: Number(row.seq), hash: row.hash } : null;
  const last = await em.findOne(ConsentSeal, { billerId }, { orderBy: { seq: 'desc' } });
  if (!last) return { head, seal: null };
  const { seq, hash, publicKey, signature } = last;
  const sealedAt = last.sealedAt.toISOString();
  const isGenuine = isSealed({ seq, hash, sealedAt, publicKey, signature }, billerId, verifySignature);
  return { head, seal: { seq, hash, sealedAt, publicKey, isGenuine } };
}
