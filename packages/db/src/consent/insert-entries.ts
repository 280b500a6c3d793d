import type { ChainHead } from '@kvitt/domain/consent/ledger/chain-reading';
import type { LedgerDetails, LedgerEntry } from '@kvitt/domain/consent/ledger/ledger-entry';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** An entry with what it commits to. */
export interface StoredEntry {
  entry: LedgerEntry;
  phoneId: string;
  details: LedgerDetails;
}

/** Writes chained entries and moves the head behind them; the caller holds the head's lock. Two statements for any number. */
export async function insertEntries(
  em: EntityManager,
  billerId: string,
  entries: readonly StoredEntry[],
): Promise<ChainHead | undefined> {
  const last = entries.at(-1)?.entry;
  if (!last) return undefined;
  const rows = entries.map(({ entry, phoneId, details }) => ({
    ...entry,
    ...details,
    key: entry.wording,
    phoneId,
  }));
  const db = em.getKysely();
  await sql`insert into consent_event (biller_id, seq, id, phone_id, purpose, act, channel, wording, wording_key, actor,
      message_id, evidence, at, prev_hash, hash)
    select ${billerId}, seq, id, "phoneId", purpose, act, channel, wording, key, actor, "messageId", evidence, at, prev, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (seq bigint, id uuid, "phoneId" uuid, purpose text,
      act text, channel text, wording text, key text, actor text, "messageId" uuid, evidence jsonb, at timestamptz,
      prev text, hash text)`.execute(db);
  await sql`update consent_head set seq = ${last.seq}, hash = ${last.hash} where biller_id = ${billerId}`.execute(
    db,
  );
  return { seq: last.seq, hash: last.hash };
}
