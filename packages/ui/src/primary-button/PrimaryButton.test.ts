import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import PrimaryButton from './PrimaryButton.vue';

describe('PrimaryButton', () => {
  it.each([
    [{ href: '/abc/pay' }, 'a', { href: '/abc/pay' }],
    [{}, 'button', { type: 'submit' }],
    [{ isWorking: true, working: 'Paying' }, 'button', { 'aria-disabled': 'true' }],
    [{ isDisabled: true }, 'button', { disabled: '' }],
  ])('renders %o as %s with %o', (props, tag, attributes) => {
    const element = mount(PrimaryButton, props, { default: () => 'Pay $84.20' }).querySelector(
      '.primary-button',
    );
    expect(element?.localName).toBe(tag);
    expect(element?.textContent).toContain('Pay $84.20');
    for (const [name, value] of Object.entries(attributes)) expect(element?.getAttribute(name)).toBe(value);
  });

  it('stays focusable while it works, and has its words for that from the start', () => {
    const button = mount(PrimaryButton, { isWorking: true, working: 'Paying' }).querySelector('button');
    expect(button?.disabled).toBe(false);
    expect(button?.querySelector('.primary-button__working')?.textContent).toBe('Paying');
  });
});
