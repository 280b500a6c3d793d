import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import CardField from './CardField.vue';

describe('CardField', () => {
  it.each([
    [{ id: 'n', label: 'Card number' }, '', false],
    [{ id: 'n', label: 'Card number', hint: 'As on the card' }, 'As on the card', false],
    [
      { id: 'n', label: 'Card number', hint: 'As on the card', problem: 'A digit is missing.' },
      'A digit is missing.',
      true,
    ],
  ])('renders %o', (props, message, isWrong) => {
    const field = mount(CardField, props).querySelector('.card-field');
    expect(field?.querySelector('label')?.htmlFor).toBe('n');
    expect(field?.querySelector('#n')).not.toBeNull();
    const shown = [...(field?.querySelectorAll<HTMLElement>('.card-field__message > span') ?? [])];
    expect(shown.filter(({ hidden }) => !hidden).map(({ textContent }) => textContent)).toEqual([message]);
    expect(field?.classList.contains('card-field--wrong')).toBe(isWrong);
  });
});
