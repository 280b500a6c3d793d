import { ConsentSeal } from '@kvitt/db/consent/consent-seal.entity';
import { readLedger } from '@kvitt/db/consent/read-ledger';
import { sha256 } from '@kvitt/db/consent/sha256';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { type ChainReading, readEntry } from '@kvitt/domain/consent/ledger/chain-reading';
import { GENESIS } from '@kvitt/domain/consent/ledger/ledger-entry';
import { sealWords } from '@kvitt/domain/consent/ledger/seal-words';
import { sql } from 'kysely';
import type { ConsentSigner, Ctx } from '../kit/context.ts';

/** At most this many entries stand behind one seal, so that the proof of one entry is short even after a large import. */
const SEAL_EVERY = 1_000;

/**
 * Seals what was added to every biller's consent ledger since it was sealed last: signs the head, after reading every new
 * entry and holding it against the one before. A ledger that does not fit is not sealed, and said to be so in the log. A
 * process without the key seals nothing.
 * @returns how many seals were made
 */
export async function sealLedgers(ctx: Ctx): Promise<number> {
  const signer = ctx.consentSigner;
  if (!signer) return 0;
  const { rows } = await sql<{ billerId: string; from: string; until: string; hash: string }>`
    select h.biller_id as "billerId", coalesce(s.seq, 0) as "from", h.seq as until, coalesce(s.hash, ${GENESIS}) as hash
    from consent_head h
    left join lateral (select seq, hash from consent_seal where biller_id = h.biller_id order by seq desc limit 1) s
      on true
    where h.seq > coalesce(s.seq, 0) order by h.biller_id`.execute(ctx.em.fork().getKysely());
  let made = 0;
  for (const { billerId, from, until, hash } of rows) {
    const start = { seq: Number(from), hash, missing: [] };
    made += await sealLedger(ctx, signer, billerId, start, Number(until));
  }
  return made;
}

async function sealLedger(
  ctx: Ctx,
  signer: ConsentSigner,
  billerId: string,
  start: ChainReading,
  until: number,
): Promise<number> {
  const em = ctx.em.fork();
  let reading = start;
  let made = 0;
  for await (const page of readLedger(em, billerId, { from: start.seq + 1, until })) {
    for (const { entry } of page) {
      const step = readEntry(reading, entry, { seq: 0, hash: '' }, sha256);
      const isNext = entry.seq === reading.seq + 1 && entry.prev === reading.hash;
      if (step.faults.length > 0 || !isNext) {
        ctx.log.warn({ billerId, seq: entry.seq }, 'the consent ledger does not fit and is not sealed');
        return made;
      }
      reading = step.reading;
      if (entry.seq !== until && entry.seq % SEAL_EVERY !== 0) continue;
      const sealedAt = ctx.clock.now();
      const words = sealWords({
        biller: billerId,
        seq: entry.seq,
        hash: entry.hash,
        sealedAt: sealedAt.toISOString(),
      });
      await insertOnce(em, ConsentSeal, {
        billerId,
        seq: entry.seq,
        hash: entry.hash,
        sealedAt,
        publicKey: signer.publicKey,
        signature: signer.sign(words),
      });
      // The log is another witness: whoever cuts the tables back would have to cut it back too.
      ctx.log.info({ billerId, seq: entry.seq, hash: entry.hash }, 'the consent ledger was sealed');
      made += 1;
    }
  }
  return made;
}
