import {
  CHAIN_START,
  type ChainFault,
  type ChainHead,
  endReading,
  readEntry,
} from '@kvitt/domain/consent/ledger/chain-reading';
import { isSealed } from '@kvitt/domain/consent/ledger/is-sealed';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ConsentSeal } from '../consent/consent-seal.entity.ts';
import { readLedger } from '../consent/read-ledger.ts';
import { sha256 } from '../consent/sha256.ts';
import { verifySignature } from '../consent/verify-signature.ts';
import type { Check } from './check.ts';

export const theConsentLedgerIsWhole: Check = {
  name: 'the-consent-ledger-is-whole',
  says: 'Every entry of the consent ledger says what it was chained with, none is missing, and every seal fits.',
  async find(em) {
    const { rows } = await sql<{ billerId: string; seq: string; hash: string }>`
      select b.id as "billerId", coalesce(h.seq, 0) as seq, coalesce(h.hash, '') as hash
      from biller b left join consent_head h on h.biller_id = b.id`.execute(em.getKysely());
    const found: Record<string, unknown>[] = [];
    for (const { billerId, ...head } of rows) {
      found.push(...(await checkLedger(em, billerId, { seq: Number(head.seq), hash: head.hash })));
    }
    return found;
  },
};

async function checkLedger(
  em: EntityManager,
  billerId: string,
  head: ChainHead,
): Promise<Record<string, unknown>[]> {
  const seals = await em.find(ConsentSeal, { billerId });
  const sealed = new Map(seals.map((seal) => [seal.seq, seal]));
  const found: Record<string, unknown>[] = seals
    .filter((seal) => !isSigned(seal) || seal.seq > head.seq)
    .map(({ seq }) => ({ billerId, seq, kind: 'seal' }));
  const note = (faults: ChainFault[]) => found.push(...faults.map((fault) => ({ billerId, ...fault })));
  let reading = CHAIN_START;
  for await (const page of readLedger(em, billerId)) {
    for (const { entry } of page) {
      const step = readEntry(reading, entry, head, sha256);
      reading = step.reading;
      note(step.faults);
      const seal = sealed.get(entry.seq);
      if (seal && seal.hash !== entry.hash) found.push({ billerId, seq: entry.seq, kind: 'seal' });
    }
  }
  note(endReading(reading, head));
  // An entry that nobody locked the head for would stand behind it.
  if (reading.seq > head.seq) found.push({ billerId, seq: reading.seq, kind: 'behind the head' });
  return found;
}

function isSigned({ billerId, seq, hash, sealedAt, publicKey, signature }: ConsentSeal): boolean {
  const seal = { seq, hash, sealedAt: sealedAt.toISOString(), publicKey, signature };
  return isSealed(seal, billerId, verifySignature);
}
