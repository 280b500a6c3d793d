import { describe, expect, it } from 'vitest';
import { type CheckFacts, checkText, type SkipReason } from './check-text.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const EARLIER = new Date('2026-11-20T14:00:00Z');
const LATER = new Date('2026-11-20T16:00:00Z');

const BILL: CheckFacts = {
  statedMinor: 8420,
  dueMinor: 8420,
  sendBefore: null,
};

describe('checkText', () => {
  it('lets a text go that is still true, still wanted and still of use', () => {
    expect(checkText(BILL, NOW)).toEqual({ kind: 'send' });
  });

  it.each<[string, Partial<CheckFacts>, SkipReason]>([
    ['the bill is paid', { dueMinor: 0 }, 'ALREADY_PAID'],
    ['more than the bill is paid', { dueMinor: -100 }, 'ALREADY_PAID'],
    ['nothing is known to be due', { dueMinor: null }, 'ALREADY_PAID'],
    ['less is due than it states', { dueMinor: 8419 }, 'AMOUNT_CHANGED'],
    ['more is due than it states', { dueMinor: 9000 }, 'AMOUNT_CHANGED'],
    ['its time is over', { sendBefore: EARLIER }, 'TOO_LATE'],
    ['its time ends at this very instant', { sendBefore: NOW }, 'TOO_LATE'],
  ])('keeps a text back where %s', (_, facts, reason) => {
    expect(checkText({ ...BILL, ...facts }, NOW)).toEqual({ kind: 'skip', reason });
  });

  it('lets a text go that states no amount, whatever is due', () => {
    expect(checkText({ ...BILL, statedMinor: null, dueMinor: null }, NOW)).toEqual({ kind: 'send' });
  });

  it('lets a text go until its time is over', () => {
    expect(checkText({ ...BILL, sendBefore: LATER }, NOW)).toEqual({ kind: 'send' });
  });
});
