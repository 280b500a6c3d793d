import { expect, it } from 'vitest';
import { readPassword } from './read-password.ts';

it.each([
  ['a quiet harbour at six', 'good'],
  ['short one', 'TOO_SHORT'],
  ['ababababababab', 'TOO_PLAIN'],
  ['Maria@northlight.example', 'TOO_PLAIN'],
  ['x1y2'.repeat(40), 'TOO_LONG'],
])('takes or refuses %s: %s', (password, expected) => {
  const reading = readPassword(password, 'maria@northlight.example');
  expect(reading.kind === 'good' ? 'good' : reading.refusal).toBe(expected);
});
