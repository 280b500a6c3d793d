import { canonicalJson } from './canonical-json.ts';

/** What a seal says: that a biller's ledger had this many entries, the last with this hash, at this time. */
export interface SealedHead {
  biller: string;
  seq: number;
  hash: string;
  /** ISO 8601 in UTC, milliseconds. */
  sealedAt: string;
}

/** The words that are signed. They name what they are, so that no other signature of the key can be taken for one. */
export function sealWords({ biller, seq, hash, sealedAt }: SealedHead): string {
  return canonicalJson({ kind: 'kvitt-consent-seal', v: 1, biller, seq, hash, sealedAt });
}
