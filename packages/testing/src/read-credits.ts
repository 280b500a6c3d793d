import { listCredits } from '@kvitt/db/credit/list-credits';
import type { World } from './open-world.ts';
import type { Person } from './people.ts';

/** What is left of each of somebody's credits, in cents, and how it stands: how it ended, open, or asked about. */
export async function readCredits(world: World, billerId: string, { accountId }: Person) {
  const all = await listCredits(world.ctx.em.fork(), { billerId, accountId });
  return all.map(({ leftMinor, endedAs, isKept }) => [leftMinor, endedAs ?? (isKept ? 'open' : 'asked')]);
}
