import type { ConsentAct, ConsentChannel, ConsentScope } from '@kvitt/domain/consent/consent';
import {
  commitDetails,
  commitPhone,
  type LedgerDetails,
  type LedgerEntry,
} from '@kvitt/domain/consent/ledger/ledger-entry';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { sha256 } from './sha256.ts';

/** An entry as the tables have it, with what opens its commitments. */
export interface ReadEntry {
  entry: LedgerEntry;
  details: LedgerDetails;
  phoneId: string;
  e164: string;
  salt: string;
}

/** Entries that are read at a time: a ledger of any length takes this much memory. */
const PAGE = 5_000;

/**
 * Reads a biller's consent ledger in order, a page at a time. The commitments are made anew from what is stored, so a row
 * whose words were changed shows as an entry whose hash does not fit.
 * @param range from and until which place, both included; all of it where absent
 */
export async function* readLedger(
  em: EntityManager,
  billerId: string,
  range: { from?: number; until?: number; phoneId?: string } = {},
): AsyncGenerator<ReadEntry[]> {
  const until = range.until ?? Number.MAX_SAFE_INTEGER;
  for (let after = (range.from ?? 1) - 1; ; ) {
    const { rows } = await sql<Row>`
      select e.seq, e.id, e.phone_id as "phoneId", e.purpose, e.act, e.channel, e.wording, e.wording_key as "wordingKey",
        e.actor, e.message_id as "messageId", e.evidence, to_json(e.at) #>> '{}' as at, e.prev_hash as prev, e.hash,
        p.e164, p.consent_salt as salt
      from consent_event e join phone p on p.biller_id = e.biller_id and p.id = e.phone_id
      where e.biller_id = ${billerId} and e.seq > ${after} and e.seq <= ${until}
        and (${range.phoneId ?? null}::uuid is null or e.phone_id = ${range.phoneId ?? null}::uuid)
      order by e.seq limit ${PAGE}`.execute(em.getKysely());
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => toEntry(billerId, row));
    after = Number(last.seq);
  }
}

interface Row {
  seq: string;
  id: string;
  phoneId: string;
  purpose: ConsentScope;
  act: ConsentAct;
  channel: ConsentChannel;
  wording: string;
  wordingKey: string | null;
  actor: string;
  messageId: string | null;
  evidence: Record<string, string | number>;
  at: string;
  prev: string;
  hash: string;
  e164: string;
  salt: string;
}

function toEntry(biller: string, row: Row): ReadEntry {
  const { id, wording, actor, messageId, evidence, e164, salt } = row;
  const details = { wording, actor, messageId, evidence };
  const entry: LedgerEntry = {
    v: 1,
    biller,
    seq: Number(row.seq),
    id,
    at: new Date(row.at).toISOString(),
    phone: commitPhone(salt, e164, sha256),
    purpose: row.purpose,
    act: row.act,
    channel: row.channel,
    wording: row.wordingKey,
    details: commitDetails(salt, id, details, sha256),
    prev: row.prev,
    hash: row.hash,
  };
  return { entry, details, phoneId: row.phoneId, e164, salt };
}
