import { contentHash, GENESIS, type LedgerEntry, linkHash, type Sha256 } from './ledger-entry.ts';

/** What the signature vouches for: how many entries there are, and the last one's hash. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/**
 * What is wrong with a ledger, and where. `changed` what it says is not what was recorded · `removed` it is not there ·
 * `reordered` it stands in another's place · `repeated` it is there twice · `truncated` it and what followed is cut off ·
 * `rewritten` all fits together, but is not what was signed.
 */
export interface ChainFault {
  kind: 'changed' | 'removed' | 'reordered' | 'repeated' | 'truncated' | 'rewritten';
  seq: number;
  /** The last one, where a whole run of entries is gone. */
  until: number;
}

export interface ChainReading {
  /** The highest place reached, and the hash that the entry there states. */
  seq: number;
  hash: string;
  /** Runs of places that were passed over, first and last. */
  missing: readonly (readonly [number, number])[];
}

export const CHAIN_START: ChainReading = { seq: 0, hash: GENESIS, missing: [] };

/**
 * Reads one more entry of a ledger, in the order in which they stand there, and tells what is wrong with it. Needs no
 * memory of the entries before, so a ledger of any length can be read.
 * @param entry undefined where what stands here cannot be read as an entry at all
 */
export function readEntry(
  reading: ChainReading,
  entry: LedgerEntry | undefined,
  head: ChainHead,
  sha256: Sha256,
): { reading: ChainReading; faults: ChainFault[] } {
  const next = reading.seq + 1;
  // Unread, it still takes its place: those that follow are held against their own neighbours.
  if (!entry) return { reading: { ...reading, seq: next, hash: '' }, faults: [fault('changed', next)] };
  const { prev, hash, ...body } = entry;
  const isWhole = linkHash(prev, contentHash(body, sha256), sha256) === hash;
  const isNext = entry.seq === next || (!isWhole && prev === reading.hash);
  const isOther = isWhole && entry.seq === head.seq && hash !== head.hash;
  const rewritten = isOther ? [fault('rewritten', head.seq)] : [];
  if (!isNext) {
    const answer = readOutOfPlace(reading, entry, isWhole);
    return { ...answer, faults: [...answer.faults, ...rewritten] };
  }

  const faults: ChainFault[] = [];
  if (!isWhole) faults.push(fault('changed', next));
  // It is chained to another entry than the one that stands before it: that one was exchanged, hash and all.
  else if (reading.hash !== '' && prev !== reading.hash && reading.seq > 0) {
    faults.push(fault('changed', reading.seq));
  } else if (reading.seq === 0 && prev !== GENESIS) faults.push(fault('changed', next));
  return { reading: { ...reading, seq: next, hash }, faults: [...faults, ...rewritten] };
}

/** Tells what is only seen at the end: what never came, and what is cut off. */
export function endReading(reading: ChainReading, head: ChainHead): ChainFault[] {
  const faults = reading.missing.map(([from, until]) => ({ kind: 'removed' as const, seq: from, until }));
  if (reading.seq >= head.seq) return faults;
  return [...faults, { kind: 'truncated', seq: reading.seq + 1, until: head.seq }];
}

function readOutOfPlace(
  reading: ChainReading,
  { seq, hash }: LedgerEntry,
  isWhole: boolean,
): { reading: ChainReading; faults: ChainFault[] } {
  const changed = isWhole ? [] : [fault('changed', seq)];
  if (seq > reading.seq) {
    // Those between may still come, out of their order; if they do not, they were removed.
    const missing = [...reading.missing, [reading.seq + 1, seq - 1] as const];
    return { reading: { seq, hash, missing }, faults: changed };
  }
  const isMissing = reading.missing.some(([from, until]) => from <= seq && seq <= until);
  const missing = reading.missing.flatMap((run) => without(run, seq));
  return {
    reading: { ...reading, missing },
    faults: [...changed, fault(isMissing ? 'reordered' : 'repeated', seq)],
  };
}

function without([from, until]: readonly [number, number], seq: number): [number, number][] {
  if (seq < from || seq > until) return [[from, until]];
  const left: [number, number][] = [];
  if (from < seq) left.push([from, seq - 1]);
  if (seq < until) left.push([seq + 1, until]);
  return left;
}

function fault(kind: ChainFault['kind'], seq: number): ChainFault {
  return { kind, seq, until: seq };
}
