import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { loadParts } from '@kvitt/db/payment/load-parts';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import type { Money } from '@kvitt/domain/money/money';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { findCardFee } from '@kvitt/flows/payment/find-card-fee';
import type { PageOrder } from '@kvitt/flows/payment/pay-on-page';
import type { SavedCard } from './account-parts.ts';
import { listBills, listCards } from './account-view.ts';
import type { BillView, PayStep } from './bill-views.ts';
import { chooseSplit, partsOf, renewSplit, totalOf } from './choose-split.ts';
import { findPayment } from './find-payment.ts';
import { openLink } from './open-link.ts';
import type { PaySplit } from './pay-split.ts';
import { setUpFields } from './set-up-fields.ts';
import { chooseView } from './show-bill.ts';
import { leadTo, showView, type Visit } from './visit.ts';

type Problem = NonNullable<PayStep['problem']>;

/** The step where a card is chosen or entered; reading it changes nothing. */
export async function showPayStep(visit: Visit): Promise<Response> {
  const opened = await openLink(visit);
  if (opened.kind === 'answered') return opened.response;
  const { target, isUnlocked } = opened;
  const { c, ctx } = visit;
  const declined = await findDeclined(visit, target);
  if (!isUnlocked) return payStep(visit, target, { problem: sayDeclined(declined) });
  if (declined) {
    const parts = (await loadParts(ctx.em, declined.billerId, declined.id)).map((part) => ({
      ...part,
      isPartial: part.amountMinor < part.remainingMinor,
    }));
    return payStep(visit, target, { parts, problem: sayDeclined(declined) });
  }
  const { parts, what, amount } = c.req.query();
  const wish = { parts, what, amount, bills: c.req.queries('bills') ?? [] };
  const choice = await chooseSplit(ctx, target, wish);
  if (choice.kind === 'refused') {
    // Nothing was chosen because nothing is open: the bill's own page says so.
    return leadTo(visit, what === undefined ? '' : `/amount?problem=${choice.problem}`);
  }
  return payStep(visit, target, { split: choice.split });
}

export interface PayStepOrder {
  /** What was agreed to before; it is shown at what is due by now. */
  parts?: readonly AgreedPart[] | undefined;
  split?: readonly PaySplit[];
  problem?: Problem | undefined;
  status?: 200 | 409 | 422;
}

/**
 * Renders the pay step for the chosen bills, the link's own where none is chosen: with the saved cards for who has proved
 * whose they are, else with the card fields. Where there is nothing to pay, whatever the bill shows by now.
 */
export async function payStep(visit: Visit, target: LinkTarget, order: PayStepOrder): Promise<Response> {
  const { c, ctx } = visit;
  const view = await chooseView(ctx, target);
  const split = order.split ?? (await splitOf(visit, target, order.parts, view));
  if (split.length === 0 || view.kind === 'checking') return showView(visit, view, 200, target);
  const { bill } = view as { bill: BillView };
  const { problem, status = 200 } = order;
  const base = { paymentId: ctx.ids.next(), split, parts: partsOf(split), total: totalOf(split) };
  const cards = visit.isUnlocked ? await listCards(ctx, target) : [];
  if (cards.length > 0 && c.req.query('card') !== 'new') {
    const { total } = base;
    const withFees = await addFees(visit, target, { cards, total });
    const pay = { ...base, cards: withFees, ...(problem && problem.kind !== 'not-ready' && { problem }) };
    return showView(visit, { kind: 'pay-saved', bill, pay }, status, target);
  }
  const hasSavedCards = cards.length > 0;
  const fields = await setUpFields(visit, target, { isPaying: true });
  if (!fields) {
    // Without the processor there are no card fields; the bill itself can still be read.
    const unready = { mode: 'vendor' as const, authorization: '' };
    const pay = { ...base, hasSavedCards, fields: unready, problem: { kind: 'not-ready' as const } };
    return showView(visit, { kind: 'pay', bill, pay }, 502, target);
  }
  const pay: PayStep = { ...base, hasSavedCards, fields, ...(problem && { problem }) };
  return showView(visit, { kind: 'pay', bill, pay }, status, target);
}

/**
 * Says what is added for the card that was just entered, before anything is charged; for a kept one, and where nothing is
 * added any more, shows the pay step again.
 */
export async function feeStep(
  visit: Visit,
  target: LinkTarget,
  { tryId: paymentId, parts, card }: PageOrder,
  feeMinor: number,
): Promise<Response> {
  const view = await chooseView(visit.ctx, target);
  const split = await splitOf(visit, target, parts, view);
  const changed = { parts, problem: { kind: 'amount-changed' as const }, status: 409 as const };
  if (card.kind === 'saved' || feeMinor === 0 || split.length === 0 || view.kind !== 'bill') {
    return payStep(visit, target, changed);
  }
  const total = totalOf(split);
  const fee = { minor: feeMinor, currency: total.currency };
  const base = { paymentId, split, parts: partsOf(split), total };
  const pay = { ...base, fee, nonce: card.nonce, keepCard: card.isKept };
  return showView(visit, { kind: 'pay-fee', bill: view.bill, pay }, 200, target);
}

/** Each kept card with what is added for paying so much with it. */
async function addFees(
  { ctx }: Visit,
  { invoice: { billerId, accountId } }: LinkTarget,
  { cards, total: amount }: { cards: readonly SavedCard[]; total: Money },
): Promise<(SavedCard & { fee?: Money })[]> {
  const { cardFee } = await loadMoneyRules(ctx.em, billerId);
  if (!cardFee) return [...cards];
  const methods = await ctx.em.find(PaymentMethod, { billerId, accountId, removedAt: null });
  return Promise.all(
    cards.map(async (card) => {
      const method = methods.find(({ id }) => id === card.methodId);
      const minor = method ? await findCardFee(ctx, { billerId, accountId, amount, card: method }) : 0;
      return minor > 0 ? { ...card, fee: { minor, currency: amount.currency } } : card;
    }),
  );
}

/** A link alone pays its own bill, and all of it. */
async function splitOf(
  { ctx, isUnlocked }: Visit,
  target: LinkTarget,
  parts: readonly AgreedPart[] | undefined,
  view: Awaited<ReturnType<typeof chooseView>>,
): Promise<readonly PaySplit[]> {
  if (isUnlocked && parts) return renewSplit(parts, (await listBills(ctx, target)).open);
  if (view.kind !== 'bill') return [];
  const { id: invoiceId } = target.invoice;
  return [{ invoiceId, number: view.bill.number, amount: view.bill.amountDue, isPartial: false }];
}

/** The refused try that the address names, so that it can be reloaded and sent on. */
async function findDeclined(visit: Visit, target: LinkTarget): Promise<Payment | null> {
  const payment = await findPayment(visit, target, visit.c.req.query('declined'));
  return payment?.state === 'declined' ? payment : null;
}

function sayDeclined(payment: Payment | null): Problem | undefined {
  return payment?.declineKind ? { kind: 'declined', decline: payment.declineKind } : undefined;
}
