import { describe, expect, it } from 'vitest';
import { timeCharge } from './time-charge.ts';

const RULES = { aheadDays: 3, chargeMinute: 600 };
const at = (dueOn: string, now: string, timeZone = 'America/New_York') => {
  const { chargeOn, chargeAtMs, tellAtMs } = timeCharge(dueOn, RULES, timeZone, new Date(now));
  return [chargeOn, new Date(chargeAtMs).toISOString(), new Date(tellAtMs).toISOString()];
};

describe('timeCharge', () => {
  it.each([
    [
      'on the due date, told three days before',
      '2026-12-01',
      '2026-11-20T15:00:00Z',
      ['2026-12-01', '2026-12-01T15:00:00.000Z', '2026-11-28T15:00:00.000Z'],
    ],
    [
      'told at once where three days before is over',
      '2026-11-21',
      '2026-11-20T15:00:00Z',
      ['2026-11-21', '2026-11-21T15:00:00.000Z', '2026-11-20T15:00:00.000Z'],
    ],
    [
      'the same day where there is time to object',
      '2026-11-20',
      '2026-11-20T12:00:00Z',
      ['2026-11-20', '2026-11-20T15:00:00.000Z', '2026-11-20T12:00:00.000Z'],
    ],
    [
      'the day after where there is not',
      '2026-11-20',
      '2026-11-20T13:30:00Z',
      ['2026-11-21', '2026-11-21T15:00:00.000Z', '2026-11-20T13:30:00.000Z'],
    ],
    [
      'one that is past due',
      '2026-10-01',
      '2026-11-20T16:00:00Z',
      ['2026-11-21', '2026-11-21T15:00:00.000Z', '2026-11-20T16:00:00.000Z'],
    ],
  ])('%s', (_, dueOn, now, expected) => {
    expect(at(dueOn, now)).toEqual(expected);
  });

  it('counts the customer’s own days', () => {
    expect(at('2026-12-01', '2026-11-20T15:00:00Z', 'Pacific/Auckland')[1]).toBe('2026-11-30T21:00:00.000Z');
  });
});
