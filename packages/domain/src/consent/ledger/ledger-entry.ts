import type { ConsentAct, ConsentChannel, ConsentScope } from '../consent.ts';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal; handed in, because what is pure brings no library. */
export type Sha256 = (text: string) => string;

/** Before the first entry there is nothing to chain to. */
export const GENESIS = '0'.repeat(64);

/**
 * What the chain says of an event. No personal data: phone and details are commitments under the phone's secret salt, so
 * that a whole ledger can be handed out, and one phone's part of it opened without the others'.
 */
export interface LedgerBody {
  v: 1;
  /** The biller's id: an entry of another's ledger does not fit in here. */
  biller: string;
  /** 1, 2, 3 … without a gap. */
  seq: number;
  id: string;
  /** ISO 8601 in UTC, milliseconds. */
  at: string;
  /** `commitPhone` of its number. */
  phone: string;
  purpose: ConsentScope;
  act: ConsentAct;
  channel: ConsentChannel;
  /** Which of our wordings was agreed to, as `key@version`; null where the words were the customer's or another's. */
  wording: string | null;
  /** `commitDetails` of what else is known. */
  details: string;
}

export interface LedgerEntry extends LedgerBody {
  /** The hash of the entry before. */
  prev: string;
  hash: string;
}

/** What an event says of a person: kept beside the chain, which commits to it. */
export interface LedgerDetails {
  /** The very words that were agreed to, or said. */
  wording: string;
  actor: string;
  messageId: string | null;
  evidence: Record<string, string | number>;
}

/** The hash of what an entry says, apart from its place in the chain. */
export function contentHash(body: LedgerBody, sha256: Sha256): string {
  return sha256(canonicalJson({ ...body }));
}

/** An entry's hash: of the entry before and of its own content, so that a proof can stand in for the one with its hash. */
export function linkHash(prev: string, content: string, sha256: Sha256): string {
  return sha256(`${prev}${content}`);
}

/** Puts an event behind the entry whose hash is `prev`. */
export function chainEntry(prev: string, body: LedgerBody, sha256: Sha256): LedgerEntry {
  return { ...body, prev, hash: linkHash(prev, contentHash(body, sha256), sha256) };
}

/** There are few enough numbers to try them all, so a number is hidden by its salt and not by its hash. */
export function commitPhone(salt: string, e164: string, sha256: Sha256): string {
  return sha256(canonicalJson({ kind: 'phone', salt, e164 }));
}

/** The event's id keeps two events of the same words from looking alike. */
export function commitDetails(salt: string, id: string, details: LedgerDetails, sha256: Sha256): string {
  const { wording, actor, messageId, evidence } = details;
  const said: CanonicalValue = { kind: 'details', salt, id, wording, actor, messageId, evidence };
  return sha256(canonicalJson(said));
}
