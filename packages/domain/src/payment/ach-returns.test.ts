import { describe, expect, it } from 'vitest';
import { localDate } from '../time/local-date.ts';
import { ACH_RETURNS, readAchReturn } from './ach-returns.ts';
import { planAchRetry } from './plan-ach-retry.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const plan = (code: string, tries: Date[] = [ago(4)]) => {
  const facts = { tries, cardTries: tries, now: NOW, timeZone: 'America/New_York', country: 'US' };
  const planned = planAchRetry(code, facts);
  return planned.kind === 'retry' ? localDate(new Date(planned.atMs), facts.timeZone) : planned.why;
};

describe('the table of returns', () => {
  it('knows every code from R01 to R29', () => {
    const codes = Array.from({ length: 29 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`);
    expect(codes.filter((code) => !ACH_RETURNS[code])).toEqual([]);
  });

  it('lets nothing be tried again but what came back for want of money', () => {
    const again = Object.keys(ACH_RETURNS).filter((code) => ACH_RETURNS[code]?.consequence === 'retry');
    expect(again).toEqual(['R01', 'R09']);
  });

  it('ends the mandate wherever its owner took it back', () => {
    for (const code of ['R05', 'R07', 'R08', 'R10', 'R11', 'R29']) {
      expect([code, readAchReturn(code).consequence]).toEqual([code, 'authority-over']);
    }
  });

  it('has a person look at what it does not know', () => {
    for (const code of ['R99', '', null, undefined, 'constructor']) {
      expect(readAchReturn(code).consequence).toBe('ours');
    }
  });
});

describe('planAchRetry', () => {
  it('waits for the next payday', () => {
    expect(plan('R01')).toBe('2026-12-01');
    expect(plan('R09')).toBe('2026-12-01');
  });

  it('stops after two more tries, and after 180 days', () => {
    expect(plan('R01', [ago(20), ago(4)])).toBe('2026-12-01');
    expect(plan('R01', [ago(40), ago(20), ago(4)])).toBe('cap');
    expect(plan('R01', [ago(181), ago(4)])).toBe('cap');
  });

  it.each([
    ['R02', 'customer'],
    ['R10', 'forbidden'],
    ['R29', 'forbidden'],
    ['R24', 'forbidden'],
    ['R77', 'forbidden'],
  ])('never after %s', (code, why) => {
    expect(plan(code)).toBe(why);
  });
});
