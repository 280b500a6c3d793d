import { generateKeyPairSync, sign } from 'node:crypto';
import { sha256 } from '@kvitt/db/consent/sha256';
import { canonicalJson } from '@kvitt/domain/consent/ledger/canonical-json';
import { chainEntry, GENESIS, type LedgerEntry } from '@kvitt/domain/consent/ledger/ledger-entry';
import { sealWords } from '@kvitt/domain/consent/ledger/seal-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyExport } from './verify-export.ts';

const biller = '01890000-0000-7000-8000-000000000001';

function makeSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (words: string) => sign(null, Buffer.from(words), privateKey).toString('base64'),
  };
}

const signer = makeSigner();

function makeEntries(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const id = `01890000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
    const at = '2026-11-20T15:00:00.000Z';
    const said = { phone: sha256('phone'), details: sha256(id), wording: 'service-web@1' };
    const act = { purpose: 'service', act: 'granted', channel: 'web' } as const;
    const prev = entries.at(-1)?.hash ?? GENESIS;
    entries.push(chainEntry(prev, { v: 1, biller, seq, id, at, ...said, ...act }, sha256));
  }
  return entries;
}

function write(entries: readonly LedgerEntry[], by = signer): string[] {
  const { seq = 0, hash = GENESIS } = entries.at(-1) ?? {};
  const sealedAt = '2026-11-20T15:00:05.000Z';
  const signature = by.sign(sealWords({ biller, seq, hash, sealedAt }));
  const seal = { seq, hash, sealedAt, publicKey: by.publicKey, signature };
  const header = canonicalJson({ kind: 'kvitt-consent-ledger', v: 1, biller, seal });
  return [header, ...entries.map((entry) => canonicalJson({ ...entry }))];
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function faultsOf(lines: readonly string[], key: string | null = signer.publicKey): Promise<string[]> {
  const { faults } = await verifyExport(each(lines), key ?? undefined);
  return faults.map(({ kind, seq }) => `${kind} ${seq}`);
}

const lines = write(makeEntries(6));

describe('verifyExport', () => {
  it('finds nothing in an export that nobody touched', async () => {
    expect(await faultsOf(lines)).toEqual([]);
    expect(await faultsOf(lines, null)).toEqual([]);
  });

  it('finds any byte that is another, in any line', async () => {
    const place = fc.tuple(
      fc.nat({ max: lines.length - 1 }),
      fc.nat(),
      fc.constantFrom('0', 'a', 'Z', ' ', '"', '}'),
    );
    await fc.assert(
      fc.asyncProperty(place, async ([at, where, letter]) => {
        const line = lines[at] ?? '';
        const index = where % line.length;
        fc.pre(line[index] !== letter);
        const changed = `${line.slice(0, index)}${letter}${line.slice(index + 1)}`;
        expect(await faultsOf(lines.with(at, changed))).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds any line that is gone, moved, repeated or added', async () => {
    const place = fc.integer({ min: 1, max: lines.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, place, fc.nat({ max: 3 }), async (one, other, how) => {
        const moved = lines.toSpliced(one, 1).toSpliced(other, 0, lines[one] ?? '');
        fc.pre(how !== 1 || moved.join() !== lines.join());
        const tampered = [
          lines.toSpliced(one, 1),
          moved,
          lines.toSpliced(other, 0, lines[one] ?? ''),
          lines.toSpliced(other, 0, '{}'),
        ][how];
        expect(await faultsOf(tampered ?? [])).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('says which entry was changed, which was removed, and where the end is cut off', async () => {
    const edited = (lines[3] ?? '').replace('"granted"', '"revoked"');
    expect(await faultsOf(lines.with(3, edited))).toEqual(['changed 3']);
    expect(await faultsOf(lines.toSpliced(4, 1))).toEqual(['removed 4']);
    expect(await faultsOf(lines.slice(0, 5))).toEqual(['truncated 5']);
    expect(
      await faultsOf([
        lines[0] ?? '',
        ...lines.slice(1, 3),
        lines[4] ?? '',
        lines[3] ?? '',
        ...lines.slice(5),
      ]),
    ).toEqual(['reordered 3']);
  });

  it('does not take an entry that was put behind the seal, however well it is chained', async () => {
    const longer = makeEntries(7).map((entry) => canonicalJson({ ...entry }));
    expect(await faultsOf([lines[0] ?? '', ...longer])).toEqual(['unsealed 7']);
  });

  it('does not take a ledger that was written anew under another key', async () => {
    const forged = write(makeEntries(3), makeSigner());
    expect(await faultsOf(forged)).toEqual(['seal 3']);
    expect(await faultsOf(forged, null)).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['no JSON', ['hello']],
    ['another file', ['{"kind":"invoice"}']],
  ])('says of %s that it is no ledger', async (_, other) => {
    expect(await faultsOf(other)).toEqual(['not-a-ledger 0']);
  });
});
