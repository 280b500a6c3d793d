import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeIds } from './make-ids.ts';

const AT = Date.parse('2026-11-20T15:00:00Z');
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function idsAt(...times: number[]) {
  const left = [...times];
  let now = times[0] ?? AT;
  return makeIds({
    now() {
      now = left.shift() ?? now;
      return new Date(now);
    },
  });
}

describe('next', () => {
  it('gives ids that sort in the order in which they were made, also within one instant', () => {
    const ids = idsAt(AT);
    const made = Array.from({ length: 2_000 }, () => ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('goes on in order where the clock is set back', () => {
    const ids = idsAt(AT, AT + 5, AT - 3_600_000, AT - 3_600_000, AT + 6);
    const made = Array.from({ length: 5 }, () => ids.next());
    expect([...made].sort()).toEqual(made);
  });

  it('gives UUIDs that begin with their time, and that two processes do not share', () => {
    const one = idsAt(AT).next();
    const other = idsAt(AT).next();
    expect(one).toMatch(UUID);
    expect(Number.parseInt(one.replaceAll('-', '').slice(0, 12), 16)).toBe(AT);
    expect(other).not.toBe(one);
  });
});

describe('derived', () => {
  const ids = idsAt(AT);

  it('gives the same id for the same parent and name, in any process', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), (parent, name) => {
        expect(ids.derived(parent, name)).toBe(idsAt(AT + 1).derived(parent, name));
        expect(ids.derived(parent, name)).toMatch(UUID);
      }),
    );
  });

  it('gives different ids for different names or parents', () => {
    const parents = fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(parents, fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), (two, names) => {
        const made = two.flatMap((parent) => names.map((name) => ids.derived(parent, name)));
        expect(new Set(made).size).toBe(4);
      }),
    );
  });

  it('sorts beside its parent', () => {
    const parent = ids.next();
    expect(ids.derived(parent, 'offer').slice(0, 13)).toBe(parent.slice(0, 13));
  });
});

describe('code', () => {
  it('has two digits, the first no zero, and is never one of the others', () => {
    const ids = idsAt(AT);
    for (let n = 10; n < 100; n++) {
      const code = ids.code(String(n), undefined, '55');
      expect(code).toMatch(/^[1-9]\d$/);
      expect(['55', String(n)]).not.toContain(code);
    }
  });
});

describe('token', () => {
  it('has 16 letters that cannot be mistaken for each other, and does not repeat', () => {
    const ids = idsAt(AT);
    const made = Array.from({ length: 2_000 }, () => ids.token());
    for (const token of made) expect(token).toMatch(/^[1-9A-HJ-NP-Za-km-z]{16}$/);
    expect(new Set(made).size).toBe(made.length);
  });

  it('uses all letters about equally often', () => {
    const ids = idsAt(AT);
    const counts = new Map<string, number>();
    for (let n = 0; n < 4_000; n++) {
      for (const letter of ids.token()) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    // 64,000 letters of 58 kinds: 1,103 of each, give or take 33; ten times that would be a bias, not chance.
    expect(counts.size).toBe(58);
    for (const count of counts.values()) expect(Math.abs(count - 1_103)).toBeLessThan(330);
  });
});
