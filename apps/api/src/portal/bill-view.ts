import { type LoadedBill, loadBillDocument } from '@kvitt/db/document/load-bill-document';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { maskName } from '@kvitt/domain/customer/mask-name';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { money } from '@kvitt/domain/money/money';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { BillView } from './bill-views.ts';

/** A bill as its link may show it: the name masked, dates as the customer's zone has them. */
export async function billView(ctx: Ctx, target: LinkTarget, today: string): Promise<BillView> {
  const { billerId, id } = target.invoice;
  const paper = await loadBillDocument(ctx.em, billerId, id);
  if (!paper) throw new Error(`there is no bill ${id}`);
  return showPaper(target, paper, today);
}

/** As `billView`, where the bill has been loaded already. */
export function showPaper({ invoice, customer }: LinkTarget, paper: LoadedBill, today: string): BillView {
  const { currency } = invoice;
  const { replaces, discountUntil } = paper;
  return {
    number: invoice.number,
    maskedName: maskName(customer.firstName, customer.lastName),
    description: invoice.description,
    total: money(invoice.totalMinor, currency),
    amountDue: amountDue(invoice, paper.dueMinor),
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    daysUntilDue: Math.round((Date.parse(invoice.dueOn) - Date.parse(today)) / 86_400_000),
    lines: paper.lines.map(({ description, netMinor, taxMinor }) => ({
      description,
      amount: money(netMinor + taxMinor, currency),
    })),
    changes: paper.changes.map(({ on, kind, minor }) => ({ on, kind, amount: money(minor, currency) })),
    ...(replaces && { replaces }),
    // Until it has lapsed it is still taken off, also on the night after its last day.
    ...(discountUntil && discountUntil >= today && { discountUntil }),
  };
}
