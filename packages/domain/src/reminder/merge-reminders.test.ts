import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REMINDER_TEMPLATES } from './cadence.ts';
import { type DueReminder, mergeReminders } from './merge-reminders.ts';

const ONE: DueReminder = {
  id: 'a',
  invoiceId: 'bill 1',
  template: 'due-tomorrow',
  day: '2026-12-16',
  dueOn: '2026-12-17',
};

describe('mergeReminders', () => {
  it('of two steps of a bill sends the later one', () => {
    const earlier = { ...ONE, id: 'b', template: 'due-in-days' as const, day: '2026-12-14' };
    expect(mergeReminders([earlier, ONE])).toEqual({ lead: ONE, bills: ['bill 1'], merged: [earlier] });
  });

  it('makes one digest of several bills, led by what is past due', () => {
    const late = { ...ONE, id: 'b', invoiceId: 'bill 2', template: 'overdue' as const, dueOn: '2026-12-15' };
    expect(mergeReminders([ONE, late])).toEqual({ lead: late, bills: ['bill 2', 'bill 1'], merged: [ONE] });
  });

  it('is nothing where nothing is due', () => {
    expect(mergeReminders([])).toBeUndefined();
  });

  it('keeps every reminder once, and does not depend on their order', () => {
    const reminders = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        invoiceId: fc.constantFrom('bill 1', 'bill 2', 'bill 3'),
        template: fc.constantFrom(...REMINDER_TEMPLATES),
        day: fc.constantFrom('2026-12-14', '2026-12-15'),
        dueOn: fc.constantFrom('2026-12-15', '2026-12-16'),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(reminders, (due) => {
        const text = mergeReminders(due);
        const ids = text ? [text.lead, ...text.merged].map(({ id }) => id) : [];
        expect(ids.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
        expect(mergeReminders(due.toReversed())).toEqual(text);
      }),
    );
  });
});
