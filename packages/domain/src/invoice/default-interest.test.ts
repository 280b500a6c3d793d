import { describe, expect, it } from 'vitest';
import { defaultInterest, type InterestTerms, listInterestPeriods } from './default-interest.ts';

const sweden: InterestTerms = {
  country: 'SE',
  agreedBp: 0,
  isAgreed: false,
  rates: [
    { from: '2026-07-01', bp: 200 },
    { from: '2026-01-01', bp: 250 },
  ],
};
const usa: InterestTerms = { country: 'US', agreedBp: 1_800, isAgreed: true, rates: [] };
const thousand = [{ from: '2026-05-01', minor: 100_000 }];
const year = { dueOn: '2025-12-31', from: '2026-01-01', until: '2027-01-01' };

describe('defaultInterest', () => {
  it.each([
    ['30 days at 10.5 %', thousand, sweden, ['2026-05-31', '2026-06-01', '2026-07-01'], 863],
    ['a rate that changes on the way', thousand, sweden, ['2026-06-25', '2026-06-26', '2026-07-06'], 280],
    ['not on the due date itself', thousand, sweden, ['2026-06-30', '2026-06-30', '2026-07-02'], 27],
    ['nothing before a rate is known', thousand, sweden, ['2025-06-01', '2025-06-02', '2025-07-01'], 0],
    ['the contract’s own rate', thousand, usa, ['2026-05-31', '2026-06-01', '2026-07-01'], 1_479],
    [
      'nothing without a contract',
      thousand,
      { ...usa, isAgreed: false },
      ['2026-05-31', '2026-06-01', '2026-07-01'],
      0,
    ],
    ['nothing for no day', thousand, sweden, ['2026-05-31', '2026-06-01', '2026-06-01'], 0],
    [
      'a part paid on the way bears none from that day on',
      [...thousand, { from: '2026-06-16', minor: 50_000 }],
      sweden,
      ['2026-05-31', '2026-06-01', '2026-07-01'],
      647,
    ],
    [
      'a whole year is the rate itself',
      [{ from: '2025-01-01', minor: 100_000 }],
      { ...usa, agreedBp: 800 },
      [year.dueOn, year.from, year.until],
      8_000,
    ],
  ] as const)('%s', (_, balances, terms, [dueOn, from, until], minor) => {
    expect(defaultInterest(balances, terms, { dueOn, from, until })).toBe(minor);
  });
});

it('bears no interest on days on which the bill rested', () => {
  const june = { dueOn: '2026-05-31', from: '2026-06-01', until: '2026-07-01' };
  const rests = [{ from: '2026-06-11', until: '2026-06-20' }];
  expect(defaultInterest(thousand, sweden, june, rests)).toBe(575);
  expect(defaultInterest(thousand, sweden, june, [{ from: '2026-06-01', until: null }])).toBe(0);
});

describe('listInterestPeriods', () => {
  const bill = { dueOn: '2026-05-31', charged: 0 };
  it('has a period when its thirty days are over, and not before', () => {
    expect(listInterestPeriods(bill, '2026-06-30')).toEqual([]);
    expect(listInterestPeriods(bill, '2026-07-01')).toEqual([
      { number: 1, from: '2026-06-01', until: '2026-07-01' },
    ]);
  });

  it('makes up for days on which nobody looked, each period once', () => {
    expect(listInterestPeriods(bill, '2026-08-05').map(({ number }) => number)).toEqual([1, 2]);
    expect(listInterestPeriods({ ...bill, charged: 2 }, '2026-08-05')).toEqual([]);
  });
});
