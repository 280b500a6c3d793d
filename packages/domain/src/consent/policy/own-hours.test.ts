import { describe, expect, it } from 'vitest';
import { isOwnHours, readOwnHours, writeOwnHours } from './own-hours.ts';
import { readClientRules } from './read-client-rules.ts';

const hours = { fromHour: 9, toHour: 17, isWeekdaysOnly: false };

describe('hours of one’s own', () => {
  it.each([hours, { ...hours, isWeekdaysOnly: true }, { fromHour: 8, toHour: 21, isWeekdaysOnly: true }])(
    'are a rule that can be read like any other, and read back: %j',
    (own) => {
      const { rule } = writeOwnHours(own);
      expect(readClientRules({ windows: [rule] }, [])).toMatchObject({ kind: 'read' });
      expect(readOwnHours(rule)).toEqual(own);
    },
  );

  it.each([
    [8, 10, true],
    [9, 10, false],
    [7, 12, false],
    [18, 22, false],
    [17, 9, false],
    [9.5, 17, false],
  ])('from %d to %d: %s', (fromHour, toHour, isAllowed) => {
    expect(isOwnHours({ fromHour, toHour, isWeekdaysOnly: false })).toBe(isAllowed);
  });

  it('are told from the rules of a biller', () => {
    expect(readOwnHours({ id: 'MINE', days: { '*': ['09:00', '17:00'] } })).toBeUndefined();
  });
});
