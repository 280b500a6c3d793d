import { InvoiceLine } from '@kvitt/db/invoice/invoice-line.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { money } from '@kvitt/domain/money/money';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { BillItem } from './thread-view.ts';

/** The lines of the link's bill, in their order; none where it came without. */
export async function loadLines(ctx: Ctx, { invoice }: Pick<LinkTarget, 'invoice'>): Promise<BillItem[]> {
  const { billerId, id: invoiceId, currency } = invoice;
  const rows = await ctx.em.find(InvoiceLine, { billerId, invoiceId }, { orderBy: { at: 'asc' } });
  return rows.map(({ at, description, quantityMilli, taxRateMilli, netMinor, taxMinor }) => ({
    at,
    description,
    quantityMilli,
    taxRateMilli,
    net: money(netMinor, currency),
    tax: money(taxMinor, currency),
  }));
}
