import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import FieldBox from './FieldBox.vue';

const base = { id: 'zip', name: 'postalCode', label: 'Postal code' };

describe('FieldBox', () => {
  it('has its label and its hint read with the control', () => {
    const box = mount(FieldBox, { ...base, hint: 'Of the address that we bill' });
    expect(box.querySelector('label')?.htmlFor).toBe('zip');
    const described = box.querySelector('input')?.getAttribute('aria-describedby') ?? '';
    expect(box.querySelector(`#${described}`)?.textContent).toBe('Of the address that we bill');
  });

  it.each([
    [{}, null],
    [{ isWrong: true }, 'true'],
  ])('with %o is marked as wrong: %s', (props, mark) => {
    const input = mount(FieldBox, { ...base, ...props }).querySelector('input');
    expect(input?.getAttribute('aria-invalid')).toBe(mark);
  });

  it('lets nobody fill in for somebody else unless told what it takes', () => {
    expect(mount(FieldBox, base).querySelector('input')?.getAttribute('autocomplete')).toBe('off');
    const asked = mount(FieldBox, { ...base, autocomplete: 'postal-code' }).querySelector('input');
    expect(asked?.getAttribute('autocomplete')).toBe('postal-code');
  });
});
