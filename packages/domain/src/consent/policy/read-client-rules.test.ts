import { describe, expect, it } from 'vitest';
import { readClientRules } from './read-client-rules.ts';

const WINDOW = { id: 'W', categories: ['info'], days: { '*': ['18:00', '20:00'] } };
const CAP = { id: 'C', counts: ['sms'], per: 'recipient', max: 2, hours: 168 };

describe('rules that a biller or an account adds', () => {
  it('are read whole, each with its kind', () => {
    const reading = readClientRules({ windows: [WINDOW], caps: [CAP], blocks: [{ id: 'B' }] }, []);
    expect(reading).toEqual({
      kind: 'read',
      rules: [
        { kind: 'window', id: 'W', rule: WINDOW },
        { kind: 'cap', id: 'C', rule: CAP },
        { kind: 'block', id: 'B', rule: { id: 'B' } },
      ],
    });
  });

  it.each([
    [{ windows: [{ ...WINDOW, days: { '7': [] } }] }, 'windows[0].days has a day that there is not: 7'],
    [
      { windows: [{ ...WINDOW, days: { '*': ['20:00', '18:00'] } }] },
      'windows[0].days.* must be [] or ["08:00", "21:00"], the earlier first',
    ],
    [{ caps: [CAP, { ...CAP, id: 'D', cal_days: 1 }] }, 'caps[1] must have either hours or cal_days'],
    [{ caps: [{ ...CAP, max: 0 }] }, 'caps[0].max must be a whole number of at least 1'],
    [{ caps: [{ ...CAP, hourss: 2 }] }, 'caps[0].hourss is no field of a cap'],
    [
      { blocks: [{ id: 'B', categories: ['adverts'] }] },
      /^blocks\[0\]\.categories\[0\] must be one of reply,/,
    ],
    [{ blocks: [{ id: 'B', from: '2026-02-30' }] }, 'blocks[0].from must be a date as 2026-12-01'],
    [{ blocks: [{}] }, 'blocks[0].id must be a text'],
    [{ blocks: [{ id: 'NO-WINDOW' }] }, /^blocks\[0\]\.id must be a name that no other rule has/],
    [{ windows: [WINDOW, WINDOW] }, /^windows\[1\]\.id must be a name that no other rule has/],
    [{ window: [] }, 'window must be windows, caps or blocks'],
    [{ caps: {} }, 'caps must be a list'],
    [[], 'must be an object'],
    [{}, 'there is no rule in it'],
  ])('are refused, with the place of what is wrong: %j', (json, problem) => {
    const reading = readClientRules(json, []);
    expect(reading.kind === 'refused' && reading.problems[0]).toMatch(problem);
  });

  it('are refused all at once, and with a name that is in use', () => {
    const reading = readClientRules({ caps: [{ ...CAP, max: 0 }], blocks: [{ id: 'X' }, {}] }, ['X']);
    expect(reading.kind === 'refused' && reading.problems).toHaveLength(3);
  });
});
