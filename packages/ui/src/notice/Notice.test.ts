import { describe, expect, it } from 'vitest';
import { h } from 'vue';
import { mount } from '../testing/mount.ts';
import Notice from './Notice.vue';

describe('Notice', () => {
  it.each([
    [{ tone: 'info' }, null, null],
    [{ tone: 'positive', title: 'Kept' }, 'Kept', null],
    [{ tone: 'caution', title: 'Overdue' }, 'Overdue', null],
    [{ tone: 'critical', title: 'Refused', isUrgent: true }, 'Refused', 'alert'],
  ])('renders %o', (props, title, role) => {
    const notice = mount(Notice, props, { default: () => h('p', 'What to do.') }).querySelector('.notice');
    expect(notice?.classList.contains(`notice--${props.tone}`)).toBe(true);
    expect(notice?.querySelector('.notice__title')?.textContent ?? null).toBe(title);
    expect(notice?.getAttribute('role')).toBe(role);
    expect(notice?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(notice?.textContent).toContain('What to do.');
  });
});
