import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { money } from '@kvitt/domain/money/money';
import { listBills } from './account-view.ts';
import type { AmountChoice } from './account-views.ts';
import { openRest } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** Where a customer chooses how much of what to pay; nothing is charged by choosing. */
export async function showAmount(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'amount');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, id } = target.invoice;
  const { open } = await listBills(visit.ctx, target);
  const own = open.find(({ invoiceId }) => invoiceId === id) ?? open[0];
  if (!own) return leadTo(visit, '');
  const { partMinimumMinor } = await loadMoneyRules(visit.ctx.em, billerId);
  const problem = (['amount', 'nothing-chosen'] as const).find((one) => one === visit.c.req.query('problem'));
  const isDivisible = partMinimumMinor !== null && partMinimumMinor < own.amountDue.minor;
  const choice: AmountChoice = {
    open,
    chosen: own.invoiceId,
    ...(isDivisible && { least: money(partMinimumMinor, own.amountDue.currency) }),
    ...(problem && { problem }),
  };
  return showView(visit, { kind: 'amount', choice }, problem ? 422 : 200, target);
}
