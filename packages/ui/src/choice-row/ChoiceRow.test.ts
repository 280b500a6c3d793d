import { describe, expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import ChoiceRow from './ChoiceRow.vue';

const base = { name: 'amount', value: 'all', label: 'All of it' };

describe('ChoiceRow', () => {
  it.each([
    [{}, 'radio', false, false],
    [{ isChecked: true, isRequired: true }, 'radio', true, true],
    [{ type: 'checkbox' }, 'checkbox', false, false],
  ])('with %o is a %s, checked: %s, required: %s', (props, type, isChecked, isRequired) => {
    const input = mount(ChoiceRow, { ...base, ...props }).querySelector('input');
    expect([input?.type, input?.name, input?.value]).toEqual([type, 'amount', 'all']);
    expect([input?.checked, input?.required]).toEqual([isChecked, isRequired]);
  });

  it('is named by all of its words, so that a press anywhere on them chooses it', () => {
    const props = { ...base, hint: 'Nothing is left then', end: '$84.20' };
    const label = mount(ChoiceRow, props).querySelector('label');
    expect(label?.querySelector('input')).not.toBeNull();
    expect(label?.textContent).toBe('All of itNothing is left then$84.20');
  });

  it('keeps what belongs to it outside of the label, where a press means what it says', () => {
    const row = mount(ChoiceRow, base, { default: () => 'more' });
    expect(row.querySelector('label')?.textContent).not.toContain('more');
    expect(row.querySelector('.choice-row__more')?.textContent).toBe('more');
  });
});
