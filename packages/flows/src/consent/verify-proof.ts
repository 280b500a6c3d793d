import { sha256 } from '@kvitt/db/consent/sha256';
import { verifySignature } from '@kvitt/db/consent/verify-signature';
import { isSealed } from '@kvitt/domain/consent/ledger/is-sealed';
import { commitDetails, commitPhone, contentHash, linkHash } from '@kvitt/domain/consent/ledger/ledger-entry';
import type { ProvedEvent } from './prove-events.ts';
import type { ConsentProof } from './prove-text.ts';

/**
 * What is wrong with a proof. `changed` the entry is not what was chained · `phone`, `details` it is not about this phone,
 * or not in these words · `unsealed` nothing vouches for it yet · `seal` the seal does not fit, or is another key's.
 */
export interface ProofFault {
  kind: 'changed' | 'phone' | 'details' | 'unsealed' | 'seal';
  seq: number;
}

/**
 * Verifies the evidence for a text or a phone, without a database: that each event is in the sealed ledger, about this phone and in
 * these words. That there were no others is what the whole ledger shows, in which the phone's entries share a commitment.
 */
export function verifyProof(proof: ConsentProof, publicKey: string | undefined): ProofFault[] {
  return proof.events.flatMap((event) => {
    const kinds = checkEvent(proof, event, publicKey);
    return kinds.map((kind) => ({ kind, seq: event.entry.seq }));
  });
}

function checkEvent(
  { biller, phone }: ConsentProof,
  { entry, details, path, seal }: ProvedEvent,
  publicKey: string | undefined,
): ProofFault['kind'][] {
  const kinds: ProofFault['kind'][] = [];
  const { prev, hash, ...body } = entry;
  if (entry.biller !== biller || linkHash(prev, contentHash(body, sha256), sha256) !== hash)
    kinds.push('changed');
  const salt = phone.salt ?? '';
  if (commitPhone(salt, phone.e164, sha256) !== entry.phone) kinds.push('phone');
  if (commitDetails(salt, entry.id, details, sha256) !== entry.details) kinds.push('details');
  if (!seal) return [...kinds, 'unsealed'];
  const reached = path.reduce((before, content) => linkHash(before, content, sha256), hash);
  const isTheirs = publicKey === undefined || seal.publicKey === publicKey;
  const fits = reached === seal.hash && entry.seq + path.length === seal.seq;
  if (!isTheirs || !fits || !isSealed(seal, biller, verifySignature)) kinds.push('seal');
  return kinds;
}
