import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import SwitchButton from './SwitchButton.vue';

describe('SwitchButton', () => {
  it.each([
    [{ isOn: true }, 'button', true],
    [{ isOn: false, type: 'submit' as const }, 'submit', false],
  ])('is a button named by what it does, and shows how it stands: %o', (props, type, isOn) => {
    const button = mount(SwitchButton, props, { default: () => 'Switch it' }).querySelector('button');
    expect(button?.textContent?.trim()).toBe('Switch it');
    expect(button?.getAttribute('type')).toBe(type);
    expect(button?.classList.contains('switch-button--on')).toBe(isOn);
  });
});
