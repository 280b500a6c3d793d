import { describe, expect, it } from 'vitest';
import { defaultCadence } from './default-cadence.ts';
import { readCadence } from './read-cadence.ts';

const STEP = { key: 'week', offset: -7, template: 'due-in-days', category: 'info' };

/** What is refused of a cadence of one step that is fine but for `change`. */
function refusedOf(change: object): string[] {
  const reading = readCadence({ sendMinute: 600, steps: [{ ...STEP, ...change }] });
  return reading.kind === 'refused' ? reading.problems.map(({ path }) => path) : [];
}

describe('readCadence', () => {
  it.each(['US', 'SE', 'NO', 'DE', 'GB'])('reads the default of %s back as it is written', (country) => {
    const cadence = defaultCadence(country);
    expect(readCadence(JSON.parse(JSON.stringify(cadence)))).toEqual({ kind: 'read', cadence });
  });

  it('reads the days on which the biller is closed, each once, and refuses what are none', () => {
    const closed = (closedOn: unknown) => readCadence({ sendMinute: 600, steps: [STEP], closedOn });
    expect(closed(['2026-12-24', '2026-07-03', '2026-12-24'])).toMatchObject({
      cadence: { closedOn: ['2026-07-03', '2026-12-24'] },
    });
    for (const wrong of [
      '2026-12-24',
      ['24.12.'],
      ['2026-02-30'],
      [20261224],
      Array(101).fill('2026-12-24'),
    ]) {
      expect(closed(wrong)).toMatchObject({ kind: 'refused', problems: [{ path: 'closedOn' }] });
    }
  });

  it('fills in what goes without saying', () => {
    expect(readCadence({ sendMinute: 600, steps: [STEP] })).toMatchObject({
      kind: 'read',
      cadence: { steps: [{ anchor: 'due', countedIn: 'days', usefulDays: 0, when: { firstMiss: 'any' } }] },
    });
  });

  it.each<[object, string]>([
    [{ key: 'Week 1' }, 'steps[0].key'],
    [{ offset: 1.5 }, 'steps[0].offset'],
    [{ offset: 0 }, 'steps[0].offset'],
    [{ template: 'due-today' }, 'steps[0].offset'],
    [{ template: 'due-tomorrow' }, 'steps[0].offset'],
    [{ template: 'overdue', category: 'past_due' }, 'steps[0].offset'],
    [{ template: 'threat' }, 'steps[0].template'],
    [{ category: 'past_due' }, 'steps[0].category'],
    [{ template: 'overdue-soft', category: 'past_due', offset: 1 }, 'steps[0].when.firstMiss'],
    [{ anchor: 'issued' }, 'steps[0].anchor'],
    [{ channel: 'call' }, 'steps[0].channel'],
    [{ usefulDays: 90 }, 'steps[0].usefulDays'],
    [{ when: { minOpenMinor: 0.5 } }, 'steps[0].when.minOpenMinor'],
    [{ when: { autopay: 'maybe' } }, 'steps[0].when.autopay'],
  ])('refuses %j', (change, path) => {
    expect(refusedOf(change)).toContain(path);
  });

  it('refuses what is no cadence at all, and two steps of one name', () => {
    for (const value of [null, 7, [], {}, { sendMinute: 600, steps: [] }]) {
      expect(readCadence(value).kind).toBe('refused');
    }
    expect(readCadence({ sendMinute: 600, steps: [STEP, STEP] })).toEqual({
      kind: 'refused',
      problems: [{ path: 'steps[1].key', says: 'is taken by an earlier step' }],
    });
  });
});
