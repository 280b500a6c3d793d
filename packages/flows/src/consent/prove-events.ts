import { ConsentSeal } from '@kvitt/db/consent/consent-seal.entity';
import { type ReadEntry, readLedger } from '@kvitt/db/consent/read-ledger';
import { sha256 } from '@kvitt/db/consent/sha256';
import type { Seal } from '@kvitt/domain/consent/ledger/is-sealed';
import { contentHash, type LedgerDetails, type LedgerEntry } from '@kvitt/domain/consent/ledger/ledger-entry';
import type { EntityManager } from '@mikro-orm/postgresql';
import { toSeal } from './export-ledger.ts';

/** An event with what it commits to, and the way from it to the seal that vouches for it. */
export interface ProvedEvent {
  entry: LedgerEntry;
  details: LedgerDetails;
  /** What the entries behind it say, as hashes, up to the seal's: nothing of other phones is told. */
  path: string[];
  /** Null where it has not been sealed yet. */
  seal: Seal | null;
}

/**
 * The consent events of a phone with the way from each to the seal that vouches for it, oldest first.
 * @param of.until those up to this instant; all of them where absent
 * @returns with the phone's salt, null where nothing happened
 */
export async function proveEvents(
  em: EntityManager,
  of: { billerId: string; phoneId: string; until?: Date },
): Promise<{ salt: string | null; events: ProvedEvent[] }> {
  const { billerId, phoneId, until } = of;
  const entries: ReadEntry[] = [];
  for await (const page of readLedger(em, billerId, { phoneId })) {
    entries.push(...page.filter(({ entry }) => until === undefined || new Date(entry.at) <= until));
  }
  const events: ProvedEvent[] = [];
  for (const { entry, details } of entries) events.push({ entry, details, ...(await findPath(em, entry)) });
  return { salt: entries[0]?.salt ?? null, events };
}

/** Seals stand close to each other, so the way to the next is short whatever the ledger's length. */
async function findPath(
  em: EntityManager,
  { biller, seq }: LedgerEntry,
): Promise<{ path: string[]; seal: Seal | null }> {
  const seal = await em.findOne(
    ConsentSeal,
    { billerId: biller, seq: { $gte: seq } },
    { orderBy: { seq: 'asc' } },
  );
  if (!seal) return { path: [], seal: null };
  const path: string[] = [];
  for await (const page of readLedger(em, biller, { from: seq + 1, until: seal.seq })) {
    for (const { entry } of page) {
      const { prev: _, hash: __, ...body } = entry;
      path.push(contentHash(body, sha256));
    }
  }
  return { path, seal: toSeal(seal) };
}
