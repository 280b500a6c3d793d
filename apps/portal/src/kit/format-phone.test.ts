import { expect, it } from 'vitest';
import { formatPhone } from './format-phone.ts';

it.each([
  ['+13125550142', '(312)\u00a0555\u20110142'],
  ['312-555-0142', '(312)\u00a0555\u20110142'],
  ['(312) 555-0142', '(312)\u00a0555\u20110142'],
  ['+47 22 12 34 56', '+47 22 12 34 56'],
  ['1-800-FLOWERS', '1-800-FLOWERS'],
])('writes %s as %s', (phone, written) => {
  expect(formatPhone(phone)).toBe(written);
});
