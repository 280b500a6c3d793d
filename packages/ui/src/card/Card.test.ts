import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import Card from './Card.vue';

describe('Card', () => {
  it.each([
    [{}, false],
    [{ hasTornEdge: true }, true],
  ])('renders %o', (props, isTorn) => {
    const card = mount(Card, props, { default: () => 'words' }).querySelector('.card');
    expect(card?.classList.contains('card--torn')).toBe(isTorn);
    expect(card?.textContent).toBe('words');
  });
});
