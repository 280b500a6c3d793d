import { expect, it } from 'vitest';
import { whenNext } from './when-next.ts';

it.each([
  [['2026-12-03'], { when: 'in-days', days: 12 }],
  [['2026-11-22'], { when: 'tomorrow', days: 1 }],
  [['2026-11-21'], { when: 'today', days: 0 }],
  [['2026-11-20'], { when: 'unknown', days: 0 }],
  [[], { when: 'unknown', days: 0 }],
  [['2026-12-24', '2026-11-01', '2026-11-23'], { when: 'in-days', days: 2 }],
] as const)('says of statements on %j, on 2026-11-21: %j', (statements, said) => {
  expect(whenNext(statements, '2026-11-21')).toEqual(said);
});
