import { Biller } from '@kvitt/db/biller/biller.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

/** The biller that a command is about: the one that is named, else the only one. */
export async function findBiller(ctx: Ctx, slug: string | undefined): Promise<Biller | undefined> {
  const billers = await ctx.em.fork().find(Biller, {}, { orderBy: { slug: 'asc' } });
  const found = slug === undefined ? billers : billers.filter((biller) => biller.slug === slug);
  const [first, second] = found;
  if (first && !second) return first;
  const there = billers.map((biller) => `${biller.slug} (${biller.name})`).join(', ') || 'none';
  if (second) {
    throw new CommandError(EXIT.usage, `There are several billers; say which by --biller SLUG: ${there}.`);
  }
  if (slug !== undefined) {
    throw new CommandError(EXIT.usage, `There is no biller ${slug}; there are: ${there}.`);
  }
  return undefined;
}
