import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

/** Makes an address that opens a customer's newest bill, without the text that would bring it; throws where there is no bill. */
export async function linkNewestBill({ biller, context }: Beside, { accountId }: Payer): Promise<string> {
  const ctx = context();
  const billerId = biller.id;
  const newest = { orderBy: { issuedOn: 'desc', number: 'desc' } } as const;
  const { id: invoiceId } = await ctx.em.findOneOrFail(Invoice, { billerId, accountId }, newest);
  return inTransaction(ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
}
