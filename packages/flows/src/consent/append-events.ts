import { insertEntries, type StoredEntry } from '@kvitt/db/consent/insert-entries';
import { sha256 } from '@kvitt/db/consent/sha256';
import type { ConsentAct, ConsentChannel, ConsentScope } from '@kvitt/domain/consent/consent';
import type { ChainHead } from '@kvitt/domain/consent/ledger/chain-reading';
import {
  chainEntry,
  commitDetails,
  commitPhone,
  type LedgerDetails,
} from '@kvitt/domain/consent/ledger/ledger-entry';
import type { TxCtx } from '../kit/context.ts';

/** An event that is to be recorded, with what its phone is committed to under. */
export interface NewEvent {
  id: string;
  phone: { id: string; e164: string; salt: string };
  act: ConsentAct;
  purpose: ConsentScope;
  channel: ConsentChannel;
  /** Our wording as `key@version`; null where the words are the customer's or another's. */
  wordingKey: string | null;
  details: LedgerDetails;
}

/**
 * Puts events behind a biller's consent ledger, within the caller's transaction, which holds the ledger's lock.
 * @returns the new head
 */
export async function appendEvents(
  tx: TxCtx,
  billerId: string,
  head: ChainHead,
  events: readonly NewEvent[],
): Promise<ChainHead> {
  const at = tx.clock.now().toISOString();
  let { seq, hash } = head;
  const entries: StoredEntry[] = [];
  for (const { id, phone, act, purpose, channel, wordingKey, details } of events) {
    seq += 1;
    const body = {
      v: 1 as const,
      biller: billerId,
      seq,
      id,
      at,
      phone: commitPhone(phone.salt, phone.e164, sha256),
      purpose,
      act,
      channel,
      wording: wordingKey,
      details: commitDetails(phone.salt, id, details, sha256),
    };
    const entry = chainEntry(hash, body, sha256);
    hash = entry.hash;
    entries.push({ entry, phoneId: phone.id, details });
  }
  return (await insertEntries(tx.em, billerId, entries)) ?? head;
}
