import { expect, it } from 'vitest';
import { mount } from '../testing/mount.ts';
import ReceiptRows from './ReceiptRows.vue';

it.each([
  [[{ label: 'Bill', value: '104' }], ['Bill', '104'], 0, 0],
  [[{ label: 'Reference', value: '8F3K21', isCode: true }], ['Reference', '8F3K21'], 0, 1],
  [
    [
      { label: 'Total', value: '$90.00' },
      { label: 'Left to pay', value: '$84.20', isTotal: true },
    ],
    ['Total', '$90.00', 'Left to pay', '$84.20'],
    1,
    0,
  ],
])('pairs each label with its value: %o', (rows, texts, totals, codes) => {
  const list = mount(ReceiptRows, { rows });
  expect([...list.querySelectorAll('dt, dd')].map((cell) => cell.textContent)).toEqual(texts);
  expect(list.querySelectorAll('.receipt-rows__row--total')).toHaveLength(totals);
  expect(list.querySelectorAll('.receipt-rows__code')).toHaveLength(codes);
});
