import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import ScoreRow from './ScoreRow.vue';

describe('ScoreRow', () => {
  it('asks for one of eleven scores under its question', () => {
    const row = mount(ScoreRow, { legend: 'Would you recommend us?', hint: '0 is not at all' });
    expect(row.querySelector('fieldset > legend')?.textContent).toBe('Would you recommend us?');
    const scores = [...row.querySelectorAll('input')];
    expect(scores.map(({ value }) => Number(value))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scores.every(({ type, name, required }) => type === 'radio' && name === 'score' && required)).toBe(
      true,
    );
  });
});
