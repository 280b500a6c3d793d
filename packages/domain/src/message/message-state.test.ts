import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MessageState,
  type ReportedState,
  type ReportFacts,
  stateAfterReport,
} from './message-state.ts';

const STATES: ReportedState[] = ['queued', 'sent', 'delivered', 'undelivered', 'failed'];
const OURS: MessageState[] = ['queued', 'sending', 'uncertain', 'sent', 'failed', 'cancelled', 'skipped'];

const aReport = fc.record({ state: fc.constantFrom(...STATES), sequence: fc.nat({ max: 6 }) });
const aBeginning = fc.record({ state: fc.constantFrom(...OURS), sequence: fc.constant(null) });

type Report = { state: ReportedState; sequence: number };
const apply = (before: ReportFacts, reports: readonly Report[]): ReportFacts =>
  reports.reduce<ReportFacts>(stateAfterReport, before);

describe('stateAfterReport', () => {
  it('ends in the same state for any order of the same reports, with any repetitions', () => {
    const reportsTwice = fc.array(aReport, { minLength: 1, maxLength: 6 }).chain((reports) =>
      fc.record({
        reports: fc.constant(reports),
        mixed: fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(aBeginning, reportsTwice, (before, { reports, mixed }) => {
        expect(apply(before, mixed)).toEqual(apply(before, reports));
      }),
    );
  });

  it('never leaves a last word for a step on the way', () => {
    fc.assert(
      fc.property(fc.array(aReport, { maxLength: 6 }), aReport, (earlier, report) => {
        const before = apply({ state: 'sending', sequence: null }, earlier);
        const isLast =
          ['delivered', 'undelivered', 'failed'].includes(before.state) && before.sequence !== null;
        const after = stateAfterReport(before, report);
        if (isLast) expect(['delivered', 'undelivered', 'failed']).toContain(after.state);
      }),
    );
  });

  it('never puts a text back into the outbox, which would send it twice', () => {
    fc.assert(
      fc.property(aBeginning, fc.array(aReport, { minLength: 1, maxLength: 6 }), (before, reports) => {
        expect(['queued', 'sending', 'uncertain']).not.toContain(apply(before, reports).state);
      }),
    );
  });

  it.each<[string, ReportFacts, Report, ReportFacts]>([
    [
      'the first report counts, whatever we thought',
      { state: 'queued', sequence: null },
      { state: 'queued', sequence: 1 },
      { state: 'sent', sequence: 1 },
    ],
    [
      'our own giving up is no last word of the carrier’s',
      { state: 'failed', sequence: null },
      { state: 'sent', sequence: 2 },
      { state: 'sent', sequence: 2 },
    ],
    [
      'a later last word counts before an earlier one',
      { state: 'undelivered', sequence: 3 },
      { state: 'delivered', sequence: 4 },
      { state: 'delivered', sequence: 4 },
    ],
    [
      'an earlier one does not come after it',
      { state: 'undelivered', sequence: 4 },
      { state: 'delivered', sequence: 3 },
      { state: 'undelivered', sequence: 4 },
    ],
    [
      'what came in is never reported on',
      { state: 'received', sequence: null },
      { state: 'failed', sequence: 3 },
      { state: 'received', sequence: null },
    ],
  ])('%s', (_, before, report, after) => {
    expect(stateAfterReport(before, report)).toEqual(after);
  });
});
