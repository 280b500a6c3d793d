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
    // 2026-12-01, the next payday, is 11 days from now.
    expect(plan('R01', [ago(169), ago(4)])).toBe('2026-12-01');
    expect(plan('R01', [ago(170), ago(4)])).toBe('cap');
  });

  it.each([
    ['R02', 'account closed', 'customer'],
    ['R03', 'no such account', 'customer'],
    ['R04', 'account number invalid', 'customer'],
    ['R05', 'consumer account debited as a company', 'forbidden'],
    ['R06', 'returned at the request of our own bank', 'forbidden'],
    ['R07', 'authorisation revoked', 'forbidden'],
    ['R08', 'payment stopped', 'forbidden'],
    ['R10', 'not authorised', 'forbidden'],
    ['R11', 'not as authorised', 'forbidden'],
    ['R12', 'branch sold to another bank', 'customer'],
    ['R13', 'bank cannot be reached', 'customer'],
    ['R14', 'representative payee deceased or unable', 'forbidden'],
    ['R15', 'account holder deceased', 'forbidden'],
    ['R16', 'account frozen', 'customer'],
    ['R20', 'account takes no debits', 'customer'],
    ['R24', 'duplicate entry', 'forbidden'],
    ['R29', 'not authorised by a company', 'forbidden'],
    ['R77', 'no code of the network’s', 'forbidden'],
  ])('never after %s, %s', (code, says, why) => {
    expect([readAchReturn(code).says, plan(code)]).toEqual([says, why]);
  });

  it('never makes again what its table does not name', () => {
    const tried = Object.keys(ACH_RETURNS).filter((code) => /^\d{4}-/.test(plan(code)));
    expect(tried).toEqual(['R01', 'R09']);
  });
});
