import { describe, expect, it } from 'vitest';
import { isOptOutSpike } from './is-opt-out-spike.ts';
import { type CampaignAct, type CampaignState, stepCampaign } from './step-campaign.ts';

describe('a campaign', () => {
  it('goes from draft to done', () => {
    let state: CampaignState = 'draft';
    for (const act of ['schedule', 'begin', 'pause', 'resume', 'brake', 'resume', 'finish'] as const) {
      state = stepCampaign(state, act) ?? 'cancelled';
    }
    expect(state).toBe('done');
  });

  it.each<[CampaignState, CampaignAct]>([
    ['draft', 'begin'],
    ['draft', 'resume'],
    ['scheduled', 'finish'],
    ['running', 'schedule'],
    ['done', 'cancel'],
    ['cancelled', 'resume'],
    ['cancelled', 'schedule'],
  ])('that is %s refuses to %s', (state, act) => {
    expect(stepCampaign(state, act)).toBeUndefined();
  });
});

describe('the brake', () => {
  const brake = { windowMinutes: 60, minSent: 20, maxOptOutPercent: 3 };
  it.each([
    [19, 19, false],
    [100, 3, false],
    [100, 4, true],
    [20, 1, true],
    [20, 0, false],
  ])('after %i texts and %i opt-outs: %s', (sent, optedOut, isSpike) => {
    expect(isOptOutSpike(brake, { sent, optedOut })).toBe(isSpike);
  });
});
