import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import PayBar from './PayBar.vue';

describe('PayBar', () => {
  it.each([
    [{}, false],
    [{ isPinned: true }, true],
  ])('with %o is pinned: %s', (props, isPinned) => {
    const bar = mount(PayBar, props, { default: () => 'Pay' }).querySelector('.pay-bar');
    expect(bar?.textContent).toBe('Pay');
    expect(bar?.classList.contains('pay-bar--pinned')).toBe(isPinned);
  });
});
