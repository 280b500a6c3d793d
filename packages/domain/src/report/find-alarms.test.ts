import { describe, expect, it } from 'vitest';
import { findAlarms, HEALTH_LIMITS, type Vitals } from './find-alarms.ts';

const WELL: Vitals = {
  dueTexts: 10,
  oldestDueSeconds: 60,
  waitingJobs: 3,
  sent: 1_000,
  failed: 20,
  optedOut: 5,
  pausedSenders: 0,
  brakedCampaigns: 0,
};

const codesOf = (changed: Partial<Vitals>) => findAlarms({ ...WELL, ...changed }).map(({ code }) => code);

describe('alarms', () => {
  it.each<[string, Partial<Vitals>, string[]]>([
    ['none where all is well', {}, []],
    [
      'none at the very limit',
      { oldestDueSeconds: HEALTH_LIMITS.oldestDueSeconds, optedOut: 20, failed: 150 },
      [],
    ],
    ['texts that wait too long', { oldestDueSeconds: HEALTH_LIMITS.oldestDueSeconds + 1 }, ['TEXTS_LATE']],
    ['jobs that pile up', { waitingJobs: 10_001 }, ['JOBS_PILE_UP']],
    ['too many failures', { failed: 151 }, ['FAILURE_SPIKE']],
    ['too many opt-outs', { optedOut: 21 }, ['OPT_OUT_SPIKE']],
    ['no rate of a few texts', { sent: 49, failed: 49, optedOut: 49 }, []],
    ['a campaign that has stopped itself', { brakedCampaigns: 1 }, ['CAMPAIGN_BRAKED']],
    ['several at once', { failed: 900, optedOut: 900 }, ['FAILURE_SPIKE', 'OPT_OUT_SPIKE']],
  ])('%s', (_, changed, codes) => {
    expect(codesOf(changed)).toEqual(codes);
  });
});
