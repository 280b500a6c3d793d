import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import BackLink from './BackLink.vue';

describe('BackLink', () => {
  it('is a link with its words, and an arrow that is not read out', () => {
    const link = mount(BackLink, { href: '/abc', label: 'Back to the bill' }).querySelector('a');
    expect(link?.getAttribute('href')).toBe('/abc');
    expect(link?.textContent).toBe('Back to the bill');
    expect(link?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});
