import { loadMovements } from '@kvitt/db/statement/load-movements';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import type { World } from './open-world.ts';
import type { Person } from './people.ts';

/** Somebody's whole statement of account in dollars, in English. */
export async function readStatement(world: World, billerId: string, { accountId }: Person) {
  const of = { billerId, accountId, currency: 'USD' as const, from: '2026-01-01', to: '2027-12-31' };
  const found = await loadMovements(world.ctx.em.fork(), of);
  return makeStatement({ ...of, language: 'en', ...found });
}
