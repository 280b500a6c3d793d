import { expect, it } from 'vitest';
import { listTimes } from './list-times.ts';

it.each(['2026-11-20T15:07:00', '2026-11-22T23:50:00', '2026-11-23T08:00:00', '2026-11-22T02:00:00'])(
  'offers times that lie ahead of %s, soonest first, none twice',
  (now) => {
    const times = listTimes(new Date(now)).map(({ at }) => at.getTime());
    expect(times.every((at) => at > new Date(now).getTime())).toBe(true);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  },
);

it('means the next Monday on a Monday, and a morning at nine', () => {
  const monday = listTimes(new Date('2026-11-23T08:00:00')).find(({ key }) => key === 'monday')?.at;
  expect(monday).toEqual(new Date('2026-11-30T09:00:00'));
});
