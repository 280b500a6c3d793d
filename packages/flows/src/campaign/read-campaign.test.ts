import { describe, expect, it } from 'vitest';
import { readCampaign } from './read-campaign.ts';

const CLOSED = {
  template: 'office-closed',
  words: { en: { closedOn: 'Jan 1', opensOn: 'Jan 2' } },
};

describe('a campaign’s file', () => {
  it.each<[string, object, RegExp]>([
    ['with a template that is no campaign’s', { template: 'bill-ready' }, /^template: /],
    ['without what its template needs', { words: { en: { closedOn: 'Jan 1' } } }, /^words\.en\.opensOn: /],
    [
      'with words that have no place',
      { words: { en: { ...CLOSED.words.en, link: 'https://acme.example' } } },
      /has no place/,
    ],
    ['without words', { words: {} }, /^words: /],
    ['with a filter that does not exist', { audience: { age: 40 } }, /^audience: /],
    ['with a range upside down', { audience: { openMinor: { min: 2, max: 1 } } }, /min is above max/],
    ['with everybody left out', { holdoutPercent: 100 }, /^holdoutPercent: /],
    ['with a name that no command could take', { name: 'New Year!' }, /^name: /],
    [
      'with a public shortener',
      { template: 'news', words: { en: { news: 'Hi.', link: 'https://bit.ly/x' } } },
      /public shortener/,
    ],
  ])('%s is refused', (_, changed, problem) => {
    const read = readCampaign({ name: 'new-year', ...CLOSED, ...changed });
    expect(read).toMatchObject({ kind: 'refused' });
    expect(read.kind === 'refused' && read.problems.join('\n')).toMatch(problem);
  });

  it('that is whole is read, with what it does not say', () => {
    expect(readCampaign({ name: 'new-year', ...CLOSED })).toMatchObject({
      kind: 'read',
      plan: { perMinute: 60, holdoutPercent: 10, measureDays: 7, audience: {} },
    });
  });
});
