import { describe, expect, it } from 'vitest';
import { chooseWords } from './choose-words.ts';

const BILL = {
  dueOn: '2026-12-17',
  today: '2026-12-18',
  fee: undefined,
  hasFee: false,
  interruptionAfterDays: null,
};
const FEE = { feeMinor: 500, feeOn: '2026-12-23' };

describe('chooseWords', () => {
  it('says what is true on the day, whatever the step is called', () => {
    const words = (today: string) => chooseWords('due-tomorrow', { ...BILL, today });
    expect(words('2026-12-14')).toMatchObject({ template: 'due-in-days', days: 3 });
    expect(words('2026-12-16').template).toBe('due-tomorrow');
    expect(words('2026-12-17').template).toBe('due-today');
  });

  it('is soft at a first miss for as long as it costs nothing, and says until when', () => {
    const words = (bill: object) => chooseWords('overdue-soft', { ...BILL, ...bill });
    expect(words({})).toMatchObject({ template: 'overdue-soft', graceUntil: undefined });
    expect(words({ fee: FEE })).toMatchObject({ template: 'overdue-soft', graceUntil: '2026-12-22' });
    expect(words({ fee: FEE, today: '2026-12-22' }).template).toBe('overdue-soft');
    expect(words({ fee: FEE, today: '2026-12-23' }).template).toBe('overdue');
    expect(words({ hasFee: true }).template).toBe('overdue');
  });

  it('names the day of an interruption that is to come, and none that has gone by', () => {
    const words = (today: string) =>
      chooseWords('overdue', { ...BILL, today, interruptionAfterDays: 10 }).interruptionOn;
    expect(words('2026-12-26')).toBe('2026-12-27');
    expect(words('2026-12-27')).toBeUndefined();
  });
});
