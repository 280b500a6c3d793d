import { loadUsed } from '@kvitt/db/invoice/load-used';
import { findPaymentOfBill } from '@kvitt/db/payment/find-payment-of-bill';
import { type BillOfLink, findBillOfLink } from '@kvitt/db/session/find-bill-of-link';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { compareUsage } from '@kvitt/domain/invoice/compare-usage';
import { LIVE_STATES } from '@kvitt/domain/payment/payment';
import { localDate } from '@kvitt/domain/time/local-date';
import { readDueDays } from '@kvitt/flows/invoice/move-due-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import { billView, showPaper } from './bill-view.ts';
import type { BillView } from './bill-views.ts';
import { cardFor } from './card.ts';
import { listCreditLines } from './list-credit-lines.ts';
import { openLinkBy } from './open-link.ts';
import type { PortalView } from './page.ts';
import { glanceAtPlan } from './plan-step.ts';
import { receiptView } from './receipt-view.ts';
import { showView, type Visit } from './visit.ts';

/** The bill behind a link. Reading it changes nothing: robots that preview links read it too. */
export async function showBill(visit: Visit): Promise<Response> {
  const opened = await openLinkBy(visit, findBillOfLink);
  if (opened.kind === 'answered') return opened.response;
  const { target, isUnlocked } = opened;
  const view = await viewBill(visit.ctx, target, showPaper(target, target.paper, todayOf(visit.ctx, target)));
  if (!isUnlocked || !('bill' in view)) return showView(visit, view, 200, target);
  const card = view.kind === 'checking' ? undefined : await cardFor(visit, target);
  const bill = await tellMore(visit.ctx, target, view.bill);
  const overpaid = (await listCreditLines(visit.ctx, target)).find(({ choice }) => choice);
  return showView({ ...visit, card, overpaid }, { ...view, bill }, 200, target);
}

/** What of a bill is for who has proved whose it is: the name in full, whether its day may be chosen, its plan, and the use. */
async function tellMore(ctx: Ctx, target: LinkTarget, bill: BillView): Promise<BillView> {
  const { customer, invoice } = target;
  const days = await readDueDays(ctx, invoice);
  const plan = await glanceAtPlan(ctx, target);
  const usage = compareUsage(await loadUsed(ctx.em, invoice), invoice.id);
  return {
    ...bill,
    maskedName: `${customer.firstName} ${customer.lastName}`,
    mayMoveDue: days.kind === 'open',
    ...(plan && { plan }),
    ...(usage.length > 0 && { usage }),
  };
}

/** What there is to see of a bill now: what is due, money under way, or that nothing is due. */
export async function chooseView(ctx: Ctx, target: LinkTarget): Promise<PortalView> {
  const bill = await billView(ctx, target, todayOf(ctx, target));
  const live = await findPaymentOfBill(ctx.em, target.invoice, { states: LIVE_STATES });
  return viewBill(ctx, { ...target, livePaymentId: live?.id ?? null }, bill);
}

async function viewBill(
  ctx: Ctx,
  { invoice, livePaymentId }: Pick<BillOfLink, 'invoice' | 'livePaymentId'>,
  bill: BillView,
): Promise<PortalView> {
  if (livePaymentId !== null) return { kind: 'checking', bill, paymentId: livePaymentId };
  if (bill.amountDue.minor > 0) return { kind: 'bill', bill };
  const paid = await findPaymentOfBill(ctx.em, invoice, { states: ['approved'] });
  return {
    kind: 'nothing-due',
    bill,
    ...(paid && { receipt: await receiptView(ctx, paid) }),
  };
}

function todayOf(ctx: Ctx, { customer }: LinkTarget): string {
  return localDate(ctx.clock.now(), customer.timeZone);
}
