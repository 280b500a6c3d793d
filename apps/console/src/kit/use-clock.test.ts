import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { useClock } from './use-clock.ts';

it('counts days by the biller’s calendar, also while it is tomorrow in Greenwich already', () => {
  setActivePinia(createPinia());
  const clock = useClock();
  clock.set('2026-11-24T02:30:00.000Z', 'America/New_York');
  expect([clock.day(-1), clock.day(0), clock.day(14)]).toEqual(['2026-11-22', '2026-11-23', '2026-12-07']);
});
