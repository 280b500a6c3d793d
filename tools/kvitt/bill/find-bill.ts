import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';

/** The bill of this number; of the biller that is named, where there are several. */
export async function findBill(ctx: Ctx, number: string, slug: string | undefined): Promise<Invoice> {
  const biller = await findBiller(ctx, slug);
  const invoice = biller && (await ctx.em.fork().findOne(Invoice, { billerId: biller.id, number }));
  if (!invoice) throw new CommandError(EXIT.no, `There is no bill ${number}.`);
  return invoice;
}
