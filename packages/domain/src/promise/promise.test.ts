import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { DEFAULT_MONEY_RULES } from '../payment/money-rules.ts';
import { decidePromise, type PromiseRefusal, type PromiseWish } from './decide-promise.ts';
import { judgePromise } from './judge-promise.ts';

const usd = (minor: number) => money(minor, 'USD');
const TODAY = '2026-11-20';
const decide = (wish: PromiseWish, due: number | undefined = 8000) =>
  decidePromise(wish, due === undefined ? undefined : usd(due), DEFAULT_MONEY_RULES.promise, TODAY);

describe('decidePromise', () => {
  it.each<[string, PromiseWish, number, string]>([
    ['all that is due, by a day', { day: '2026-11-27' }, 8000, '2026-11-29'],
    ['a part of it', { day: '2026-11-27', amount: usd(2000) }, 2000, '2026-11-29'],
    ['today', { day: TODAY }, 8000, '2026-11-22'],
    ['the last day that is accepted', { day: '2026-12-04' }, 8000, '2026-12-06'],
  ])('accepts %s', (_, wish, minor, graceUntil) => {
    expect(decide(wish)).toEqual({ kind: 'promise', amount: usd(minor), dueOn: wish.day, graceUntil });
  });

  it.each<[PromiseRefusal, PromiseWish, number | undefined]>([
    ['nothing-due', { day: '2026-11-27' }, 0],
    ['bad-day', { day: '2026-11-19' }, 8000],
    ['too-far', { day: '2026-12-05' }, 8000],
    ['too-much', { day: '2026-11-27', amount: usd(8001) }, 8000],
    ['too-much', { day: '2026-11-27', amount: money(2000, 'EUR') }, 8000],
    ['too-little', { day: '2026-11-27', amount: usd(1999) }, 8000],
    ['too-little', { day: '2026-11-27', amount: usd(0) }, 1],
  ])('refuses as %s, and names the last day that is accepted', (refusal, wish, due) => {
    expect(decide(wish, due)).toEqual({ kind: 'refused', refusal, latest: '2026-12-04' });
  });

  it('has nothing to promise where bills are of several currencies', () => {
    expect(decidePromise({ day: TODAY }, undefined, DEFAULT_MONEY_RULES.promise, TODAY)).toMatchObject({
      refusal: 'nothing-due',
    });
  });
});

describe('judgePromise', () => {
  it.each([
    ['open while its grace lasts', 1999, '2026-11-29', 'open'],
    ['broken the day after', 1999, '2026-11-30', 'broken'],
    ['kept where that much was paid, whenever it is looked at', 2000, '2026-12-24', 'kept'],
  ])('is %s', (_, paidMinor, today, answer) => {
    expect(judgePromise({ amountMinor: 2000, paidMinor, graceUntil: '2026-11-29' }, today)).toBe(answer);
  });
});
