import { findPaymentOfBill } from '@kvitt/db/payment/find-payment-of-bill';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { CardFieldsSetup, PayStep } from './page.ts';
import { chooseView } from './show-bill.ts';
import { openLink, showView, type Visit } from './visit.ts';

type Problem = NonNullable<PayStep['problem']>;

/** The step where a card is entered; reading it changes nothing. */
export async function showPayStep(visit: Visit): Promise<Response> {
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  return payStep(visit, opened.target, await findProblem(visit, opened.target));
}

/** Renders the pay step, or whatever the bill shows by now where there is nothing to pay. */
export async function payStep(
  visit: Visit,
  target: LinkTarget,
  problem: Problem | undefined,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const view = await chooseView(visit.ctx, target);
  if (view.kind !== 'bill') return showView(visit, view, 200, target);
  const fields = await setUpFields(visit);
  if (!fields) {
    // Without the processor there are no card fields; the bill itself can still be read.
    const unready = { mode: 'vendor' as const, authorization: '' };
    const pay = { paymentId: visit.ctx.ids.next(), fields: unready, problem: { kind: 'not-ready' as const } };
    return showView(visit, { kind: 'pay', bill: view.bill, pay }, 502, target);
  }
  const pay: PayStep = { paymentId: visit.ctx.ids.next(), fields, ...(problem && { problem }) };
  return showView(visit, { kind: 'pay', bill: view.bill, pay }, status, target);
}

async function setUpFields({ ctx, deps }: Visit): Promise<CardFieldsSetup | undefined> {
  const made = await ctx.payments.clientToken();
  if (made.kind !== 'made') return undefined;
  return deps.cardFieldsOrigin === undefined
    ? { mode: 'vendor', authorization: made.token }
    : { mode: 'local-emulator', authorization: made.token, clientModule: '/bt-sandbox/client.js' };
}

/** The refusal of the try that the address names, so that it can be reloaded and sent on. */
async function findProblem({ c, ctx }: Visit, target: LinkTarget): Promise<Problem | undefined> {
  const id = c.req.query('declined');
  if (id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const payment = await findPaymentOfBill(ctx.em, target.invoice, { paymentId: id, states: ['declined'] });
  return payment?.declineKind ? { kind: 'declined', decline: payment.declineKind } : undefined;
}
