import { expect, it } from 'vitest';
import { emptyCampaign, planOf } from './campaign-draft.ts';

it('narrows by what was filled in, and by nothing else', () => {
  expect(planOf(emptyCampaign())).toMatchObject({ audience: {}, words: {} });
  const draft = {
    ...emptyCampaign(),
    name: ' holiday ',
    words: { en: { until: 'Monday', note: '  ' }, es: { until: '' } },
    regions: 'NY, NJ,',
    autopay: 'without' as const,
    openFrom: '10.50',
    tenureTo: '90',
  };
  expect(planOf(draft)).toMatchObject({
    name: 'holiday',
    words: { en: { until: 'Monday' } },
    audience: { regions: ['NY', 'NJ'], hasAutopay: false, openMinor: { min: 1050 }, tenureDays: { max: 90 } },
  });
});
