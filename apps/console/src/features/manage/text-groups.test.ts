import { TEMPLATE_KINDS, TEMPLATE_NAMES } from '@kvitt/domain/message/templates/template-vars';
import { expect, it } from 'vitest';
import words from '../../kit/messages/manage-en.json' with { type: 'json' };
import { findTextRoom, TEXT_ROOMS } from './text-groups.ts';

it('calls every text and all that it is told by words', () => {
  expect(Object.keys(words.textName).sort()).toEqual([...TEMPLATE_NAMES].sort());
  const told = new Set(TEMPLATE_NAMES.flatMap((name) => Object.keys(TEMPLATE_KINDS[name].vars)));
  expect(Object.keys(words.textVar).sort()).toEqual([...told].sort());
});

it('has a room for every text, and a text in every room', () => {
  expect(new Set(TEMPLATE_NAMES.map(findTextRoom))).toEqual(new Set(TEXT_ROOMS));
  expect(findTextRoom('overdue-last')).toBe('late');
  expect(findTextRoom('digest')).toBe('bills');
  expect(findTextRoom('balance')).toBe('answers');
});
