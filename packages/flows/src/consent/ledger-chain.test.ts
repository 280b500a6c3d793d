import { sha256 } from '@kvitt/db/consent/sha256';
import { canonicalJson } from '@kvitt/domain/consent/ledger/canonical-json';
import {
  CHAIN_START,
  type ChainFault,
  type ChainHead,
  endReading,
  readEntry,
} from '@kvitt/domain/consent/ledger/chain-reading';
import {
  chainEntry,
  commitDetails,
  commitPhone,
  GENESIS,
  type LedgerEntry,
} from '@kvitt/domain/consent/ledger/ledger-entry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function makeChain(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    entries.push(chainEntry(entries.at(-1)?.hash ?? GENESIS, bodyOf(seq), sha256));
  }
  return entries;
}

function bodyOf(seq: number) {
  const id = `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
  const said = { wording: 'YES', actor: 'customer', messageId: null, evidence: {} };
  return {
    v: 1 as const,
    biller: 'b',
    seq,
    id,
    at: '2026-11-20T15:00:00.000Z',
    phone: commitPhone('salt', '+12125550100', sha256),
    purpose: 'service' as const,
    act: 'granted' as const,
    channel: 'web' as const,
    wording: null,
    details: commitDetails('salt', id, said, sha256),
  };
}

function headOf(entries: readonly LedgerEntry[]): ChainHead {
  const last = entries.at(-1);
  return { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS };
}

function faultsOf(entries: readonly (LedgerEntry | undefined)[], head: ChainHead): string[] {
  let reading = CHAIN_START;
  const faults: ChainFault[] = [];
  for (const entry of entries) {
    const step = readEntry(reading, entry, head, sha256);
    reading = step.reading;
    faults.push(...step.faults);
  }
  return [...faults, ...endReading(reading, head)].map(({ kind, seq, until }) =>
    seq === until ? `${kind} ${seq}` : `${kind} ${seq}-${until}`,
  );
}

const chain = makeChain(9);
const head = headOf(chain);
const entry = (seq: number) => chain[seq - 1] as LedgerEntry;

describe('a ledger', () => {
  it('that nobody touched has no fault', () => {
    expect(faultsOf(chain, head)).toEqual([]);
    expect(faultsOf([], { seq: 0, hash: GENESIS })).toEqual([]);
  });

  it('that has grown since it was signed has none either', () => {
    expect(faultsOf(chain, headOf(chain.slice(0, 6)))).toEqual([]);
  });

  it.each<[string, (LedgerEntry | undefined)[], string[]]>([
    ['one entry says something else', chain.with(3, { ...entry(4), act: 'revoked' }), ['changed 4']],
    [
      'one entry’s time was moved',
      chain.with(0, { ...entry(1), at: '2026-11-19T15:00:00.000Z' }),
      ['changed 1'],
    ],
    ['one entry claims another place', chain.with(3, { ...entry(4), seq: 40 }), ['changed 4']],
    ['one entry cannot be read', [...chain.slice(0, 3), undefined, ...chain.slice(4)], ['changed 4']],
    [
      'one was exchanged, hash and all',
      chain.with(3, chainEntry(entry(3).hash, { ...bodyOf(4), act: 'revoked' }, sha256)),
      ['changed 4'],
    ],
    ['one was removed', chain.toSpliced(4, 1), ['removed 5']],
    ['several were removed', chain.toSpliced(2, 4), ['removed 3-6']],
    ['the first was removed', chain.slice(1), ['removed 1']],
    ['the last was cut off', chain.slice(0, 8), ['truncated 9']],
    ['the end was cut off', chain.slice(0, 5), ['truncated 6-9']],
    ['all was cut off', [], ['truncated 1-9']],
    ['two changed places', chain.with(3, entry(5)).with(4, entry(4)), ['reordered 4']],
    ['one stands there twice', chain.toSpliced(4, 0, entry(4)), ['repeated 4']],
  ])('is found out where %s', (_, entries, faults) => {
    expect(faultsOf(entries, head)).toEqual(faults);
  });

  it('is found out where it was written anew from end to end', () => {
    const others = makeChain(4);
    const rewritten = [...others];
    for (let seq = 5; seq <= 9; seq++) {
      const act = seq === 5 ? ('revoked' as const) : ('granted' as const);
      rewritten.push(chainEntry(rewritten.at(-1)?.hash ?? GENESIS, { ...bodyOf(seq), act }, sha256));
    }
    expect(faultsOf(rewritten, head)).toEqual(['rewritten 9']);
  });

  it('is found out whatever is done to its entries', () => {
    const place = fc.nat({ max: chain.length - 1 });
    const tampered = fc.oneof(
      fc
        .tuple(place, fc.constantFrom('at', 'phone', 'details', 'hash', 'prev', 'id', 'biller'))
        .map(([at, field]) => chain.with(at, { ...(chain[at] as LedgerEntry), [field]: 'x' })),
      place.map((at) => chain.toSpliced(at, 1)),
      fc
        .tuple(place, place)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) =>
          chain.with(one, chain[other] as LedgerEntry).with(other, chain[one] as LedgerEntry),
        ),
      fc.tuple(place, place).map(([at, from]) => chain.toSpliced(at, 0, chain[from] as LedgerEntry)),
      fc
        .tuple(place, place)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => chain.with(one, chain[other] as LedgerEntry)),
    );
    fc.assert(
      fc.property(tampered, (entries) => {
        expect(faultsOf(entries, head)).not.toEqual([]);
      }),
    );
  });
});

describe('canonicalJson', () => {
  it('writes the same facts the same way in whatever order they come', () => {
    expect(canonicalJson({ b: 1, a: ['x', null, true], c: { z: 0, y: 'é' } })).toBe(
      '{"a":["x",null,true],"b":1,"c":{"y":"é","z":0}}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (facts) => {
        const turned = Object.fromEntries(Object.entries(facts).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(facts));
        expect(JSON.parse(canonicalJson(facts))).toEqual({ ...facts });
      }),
    );
  });

  it('refuses a number that has more than one way of being written', () => {
    expect(() => canonicalJson({ amount: 0.1 })).toThrow(RangeError);
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
  });
});

describe('a phone’s commitment', () => {
  it('is another under another salt, so that trying all numbers finds none', () => {
    expect(commitPhone('one', '+12125550100', sha256)).not.toBe(commitPhone('two', '+12125550100', sha256));
  });
});
