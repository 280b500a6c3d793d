import { expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import KvittMark from './KvittMark.vue';

it('is a drawing that assistive technology passes over: the name stands beside it in words', () => {
  expect(mount(KvittMark).querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});
