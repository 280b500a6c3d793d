import { sha256 } from '@kvitt/db/consent/sha256';
import { verifySignature } from '@kvitt/db/consent/verify-signature';
import { canonicalJson } from '@kvitt/domain/consent/ledger/canonical-json';
import {
  CHAIN_START,
  type ChainFault,
  type ChainHead,
  endReading,
  readEntry,
} from '@kvitt/domain/consent/ledger/chain-reading';
import { isSealed, type Seal } from '@kvitt/domain/consent/ledger/is-sealed';
import { GENESIS, type LedgerEntry } from '@kvitt/domain/consent/ledger/ledger-entry';
import { z } from 'zod';
import { LEDGER_KIND } from './export-ledger.ts';

/** `seal` the head is not signed, or not by this key · `unsealed` behind what the seal vouches for. */
export type ExportFault =
  | ChainFault
  | { kind: 'seal' | 'unsealed' | 'not-a-ledger'; seq: number; until: number };

export interface ExportVerdict {
  entries: number;
  /** What was signed, and by whom; undefined where the first line is no seal at all. */
  seal: Seal | undefined;
  faults: ExportFault[];
}

/** More faults than this tell nothing new. */
const MOST_FAULTS = 1_000;

/**
 * Verifies an export line by line, without a database: every entry says what it was chained with, in its place, none is
 * missing, and the last is the one that was signed. A line counts as changed where it is not written to the letter as it
 * was, so that no byte of an export can be another.
 * @param publicKey whose signature is asked for; that of the export's own seal where absent, which whoever wrote the whole
 * of it anew could have made
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  publicKey: string | undefined,
): Promise<ExportVerdict> {
  const reader = lines[Symbol.asyncIterator]();
  const header = HEADER.safeParse(parseLine(await reader.next()));
  if (!header.success)
    return { entries: 0, seal: undefined, faults: [{ kind: 'not-a-ledger', seq: 0, until: 0 }] };
  const { biller, seal } = header.data;
  const faults: ExportFault[] = [];
  const isTheirs = seal !== null && (publicKey === undefined || seal.publicKey === publicKey);
  if (!seal || !isTheirs || !isSealed(seal, biller, verifySignature)) {
    faults.push({ kind: 'seal', seq: seal?.seq ?? 0, until: seal?.seq ?? 0 });
  }
  const head: ChainHead = seal ?? { seq: 0, hash: GENESIS };
  let reading = CHAIN_START;
  let entries = 0;
  for (let line = await reader.next(); !line.done; line = await reader.next()) {
    entries += 1;
    const entry = readLine(line, biller);
    const step = readEntry(reading, entry, head, sha256);
    reading = step.reading;
    if (faults.length >= MOST_FAULTS) continue;
    faults.push(...step.faults);
    if (reading.seq > head.seq) faults.push({ kind: 'unsealed', seq: reading.seq, until: reading.seq });
  }
  return { entries, seal: seal ?? undefined, faults: [...faults, ...endReading(reading, head)] };
}

const HASH = z.string().regex(/^[0-9a-f]{64}$/);

const HEADER = z.strictObject({
  kind: z.literal(LEDGER_KIND),
  v: z.literal(1),
  biller: z.string(),
  seal: z
    .strictObject({
      seq: z.int().positive(),
      hash: HASH,
      sealedAt: z.string(),
      publicKey: z.string(),
      signature: z.string(),
    })
    .nullable(),
});

const ENTRY = z.looseObject({
  v: z.literal(1),
  biller: z.string(),
  seq: z.int().positive(),
  prev: HASH,
  hash: HASH,
});

function readLine(line: IteratorResult<string>, biller: string): LedgerEntry | undefined {
  const entry = ENTRY.safeParse(parseLine(line));
  return entry.success && entry.data.biller === biller ? (entry.data as unknown as LedgerEntry) : undefined;
}

/** The facts of a line that is written as it must be; undefined for any other. */
function parseLine(line: IteratorResult<string>): unknown {
  if (line.done) return undefined;
  try {
    const facts = JSON.parse(line.value);
    return canonicalJson(facts) === line.value ? facts : undefined;
  } catch {
    return undefined;
  }
}
