import { expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import SettledCheck from './SettledCheck.vue';
import source from './SettledCheck.vue?raw';

it('is decoration: the words beside it say that the bill is settled', () => {
  expect(mount(SettledCheck).querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

it('moves by transform and opacity alone, in parts of at most 200 ms', () => {
  const frames = [...source.matchAll(/from \{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const moved = frames.flatMap((frame) => [...frame.matchAll(/([a-z-]+):/g)].map((match) => match[1]));
  expect(new Set(moved)).toEqual(new Set(['opacity', 'transform']));
  const durations = [...source.matchAll(/animation: [\w-]+ (\d+)ms/g)].map((match) => Number(match[1]));
  expect(durations.length).toBeGreaterThan(0);
  for (const duration of durations) expect(duration).toBeLessThanOrEqual(200);
});
