import { describe, expect, it } from 'vitest';
import { chooseLaterDay, type DueMoveFacts, decideDueMove, listDueDays } from './decide-due-move.ts';

const rules = { withinDays: 14, timesPerYear: 2, notWhenLateByMoreThan: 3 };
const facts: DueMoveFacts = {
  dueOn: '2026-11-27',
  firstDueOn: '2026-11-27',
  dueMinor: 8_420,
  movesThisYear: 0,
  isHeld: false,
  isInFlight: false,
  hasPlan: false,
};
const TODAY = '2026-11-20';

describe('a due date', () => {
  it('may be chosen from the day after its own to so many days after it', () => {
    expect(listDueDays(facts, rules, TODAY)).toEqual({
      kind: 'open',
      earliest: '2026-11-28',
      latest: '2026-12-11',
      left: 2,
    });
  });

  it('of a bill that is a little late begins tomorrow', () => {
    expect(listDueDays(facts, rules, '2026-11-30')).toMatchObject({ earliest: '2026-12-01' });
  });

  it('that was moved before is measured from where it was as issued', () => {
    const moved = { ...facts, dueOn: '2026-12-05', movesThisYear: 1 };
    expect(listDueDays(moved, rules, TODAY)).toMatchObject({ earliest: '2026-12-06', latest: '2026-12-11' });
  });

  it.each([
    ['not-offered', facts, null, '2026-12-01', TODAY],
    ['nothing-due', { ...facts, dueMinor: 0 }, rules, '2026-12-01', TODAY],
    ['held', { ...facts, isHeld: true }, rules, '2026-12-01', TODAY],
    ['in-flight', { ...facts, isInFlight: true }, rules, '2026-12-01', TODAY],
    ['in-plan', { ...facts, hasPlan: true }, rules, '2026-12-01', TODAY],
    ['too-late', facts, rules, '2026-12-05', '2026-12-01'],
    ['too-often', { ...facts, movesThisYear: 2 }, rules, '2026-12-01', TODAY],
    ['not-later', facts, rules, '2026-11-27', TODAY],
    ['too-far', facts, rules, '2026-12-12', TODAY],
  ] as const)('is refused as %s', (refusal, one, given, toOn, today) => {
    expect(decideDueMove(one, given, toOn, today)).toMatchObject({ kind: 'refused', refusal });
  });

  it('moves on the last day that the rules allow', () => {
    expect(decideDueMove(facts, rules, '2026-12-11', TODAY)).toEqual({ kind: 'move' });
    expect(decideDueMove(facts, rules, '2026-12-05', '2026-11-30')).toEqual({ kind: 'move' });
  });
});

describe('LATER', () => {
  it('means a week after the day that the bill has, or after today where that is past', () => {
    expect(chooseLaterDay(facts, rules, TODAY)).toBe('2026-12-04');
    expect(chooseLaterDay({ ...facts, dueOn: '2026-11-18', firstDueOn: '2026-11-18' }, rules, TODAY)).toBe(
      '2026-11-27',
    );
  });

  it('means no day beyond the last that the biller lets be chosen, and none where none may be', () => {
    expect(chooseLaterDay(facts, { ...rules, withinDays: 3 }, TODAY)).toBe('2026-11-30');
    expect(chooseLaterDay(facts, null, TODAY)).toBeUndefined();
    expect(chooseLaterDay({ ...facts, movesThisYear: 2 }, rules, TODAY)).toBeUndefined();
  });
});
