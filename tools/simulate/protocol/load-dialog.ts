import type {
  DialogBill,
  DialogFacts,
  DialogPlan,
  OpenOffer,
  StoredCard,
} from '@kvitt/domain/conversation/dialog';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { money } from '@kvitt/domain/money/money';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import { LIVE_STATES } from '@kvitt/domain/payment/payment';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import type { MessageRow, OfferRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { refundsOf } from './begin-refund.ts';

/** The same words within this time are one text that came twice, as in packages/db/src/message/find-background.ts. */
const ECHO_WITHIN_MS = 15_000;

const CARD = {
  brand: 'Visa',
  last4: '1881',
  expMonth: 12,
  expYear: 2030,
  kind: 'card',
  funding: 'credit',
} as const;

const BANK_ACCOUNT: CardFace = {
  brand: 'Bank',
  last4: '0000',
  expMonth: null,
  expYear: null,
  kind: 'bank',
  funding: null,
};

export function methodIdOf(ctx: Ctx, accountId: string): string {
  return `${ctx.people.paysByBank(accountId) ? 'bank' : 'card'} of ${accountId}`;
}

export function isFromBank(methodId: string): boolean {
  return methodId.startsWith('bank');
}

export function faceOf(methodId: string): CardFace {
  return isFromBank(methodId) ? BANK_ACCOUNT : CARD;
}

/** What an account keeps to pay with, unless its bank has closed it. */
function methodOf(ctx: Ctx, accountId: string): StoredCard | undefined {
  const id = methodIdOf(ctx, accountId);
  return isClosed(ctx, id) ? undefined : { id, card: faceOf(id) };
}

export function isClosed(ctx: Ctx, methodId: string): boolean {
  return ctx.store.closedMethods.has(methodId) && ctx.mutant !== 'closed account debited';
}

/** Whether a bill rests because a bank has the money of it. */
export function isHeld(ctx: Ctx, invoiceId: string): boolean {
  return [...ctx.store.holds.values()].some((hold) => hold.invoiceId === invoiceId && !hold.isOver);
}

/** Everybody lives where a fee for paying by credit card is allowed, so that the biller's own word decides. */
export const PLACES: readonly string[] = ['US-TX'];

/** As packages/db/src/message/load-dialog.ts: what the answer depends on, as it is within the transaction. */
export function loadDialog(ctx: Ctx, text: MessageRow): DialogFacts {
  const accountIds = ctx.people.accountsOf(text.phone);
  const bills = findOpenBills(ctx, accountIds);
  const total = bills.reduce((sum, bill) => sum + bill.amountDue.minor, 0);
  const { offer, openOffers } = findOffers(ctx, text);
  return {
    language: 'en',
    today: new Date(ctx.now()).toISOString().slice(0, 10),
    rules: ctx.people.rules,
    payerPlaces: new Map(accountIds.map((id) => [id, PLACES])),
    plans: accountIds.flatMap((id) => planOf(ctx, id) ?? []),
    menu: menuOf(ctx, text.phone),
    heldSince: undefined,
    isToldToday: false,
    bills,
    billCount: bills.length,
    totalDue: bills.length ? money(total, 'USD') : undefined,
    offer,
    openOffers,
    ...findPayments(ctx, accountIds),
    isEcho: isEcho(ctx, text),
    consent: ctx.store.consents.get(text.phone)?.state,
    hasCarrierAnswered: text.carrierIntent !== null,
    stopConfirmedAt: findStopConfirmation(ctx, text.phone),
    freshCode: freshCode(ctx, offer?.code),
  };
}

function menuOf(ctx: Ctx, phone: string): DialogFacts['menu'] {
  const menu = ctx.store.menus.get(phone);
  return menu && { invoiceIds: menu.invoiceIds, expiresAt: new Date(menu.expiresAt) };
}

/** The plan that an account pays by, while anything of it is left. */
export function planOf(ctx: Ctx, accountId: string): DialogPlan | undefined {
  const plan = ctx.store.plans.get(accountId);
  if (!plan) return undefined;
  const balance = receivable(ctx, plan.invoiceId);
  const today = new Date(ctx.now()).toISOString().slice(0, 10);
  const { next, paidParts, leftMinor } = standPlan(plan.instalments, balance, today);
  return (
    next && {
      accountId,
      invoiceIds: [plan.invoiceId],
      next: { ...next, amount: money(next.amountMinor, 'USD') },
      count: plan.instalments.length,
      paid: paidParts,
      left: money(leftMinor, 'USD'),
    }
  );
}

export function receivable(ctx: Ctx, invoiceId: string): number {
  let sum = 0;
  for (const { postings } of ctx.store.entries.values())
    for (const posting of postings) if (posting.invoiceId === invoiceId) sum += posting.minor;
  return sum;
}

function findOpenBills(ctx: Ctx, accountIds: readonly string[]): DialogBill[] {
  return [...ctx.store.invoices.values()]
    .filter((invoice) => accountIds.includes(invoice.accountId))
    .map((invoice) => ({
      invoiceId: invoice.id,
      number: invoice.id,
      amountDue: amountDue({ currency: 'USD' }, receivable(ctx, invoice.id)),
      dueOn: invoice.dueOn,
      accountId: invoice.accountId,
      method: methodOf(ctx, invoice.accountId),
      isOneReplyOn: ctx.people.isOneReplyOn(invoice.accountId),
    }))
    .filter((bill) => bill.amountDue.minor > 0);
}

/** Offers of before a STOP are none for a text that came after it. */
function findOffers(ctx: Ctx, text: MessageRow): { offer: OpenOffer | undefined; openOffers: number } {
  const stops = [...ctx.store.stops.values()].filter(
    (stop) => stop.phone === text.phone && stop.at < text.createdAt,
  );
  const lastStop = Math.max(Number.NEGATIVE_INFINITY, ...stops.map((stop) => stop.at));
  const open = [...ctx.store.offers.values()]
    .filter((offer) => offer.phone === text.phone && offer.state === 'open' && offer.createdAt > lastStop)
    .reverse();
  const latest = open.find((offer) => offer.kind === 'question') ?? open[0];
  const valid = open.filter((offer) => offer.expiresAt > text.createdAt);
  return { offer: latest && toOffer(latest), openOffers: valid.length };
}

function toOffer(row: OfferRow): OpenOffer {
  return { ...row, amount: money(row.amountMinor, 'USD'), expiresAt: new Date(row.expiresAt) };
}

function findPayments(
  ctx: Ctx,
  accountIds: readonly string[],
): Pick<DialogFacts, 'paymentInFlight' | 'lastPaid'> {
  const mine = [...ctx.store.payments.values()].filter(({ accountId }) => accountIds.includes(accountId));
  const live = mine.find(({ state }) => LIVE_STATES.includes(state));
  const paid = mine
    .filter(({ state }) => state === 'approved')
    .sort((one, other) => (other.finishedAt ?? 0) - (one.finishedAt ?? 0))[0];
  return {
    paymentInFlight: live && { paymentId: live.id, amount: money(live.amountMinor, 'USD') },
    lastPaid: paid && {
      paymentId: paid.id,
      invoiceId: paid.invoiceId,
      paidAt: new Date(paid.finishedAt ?? 0),
      amount: money(paid.amountMinor, 'USD'),
      isComingBack: paid.askAt !== null || refundsOf(ctx, paid.id).some(({ state }) => state !== 'refused'),
    },
  };
}

/** Nothing else was said in between: the text before this one is the same. */
function isEcho(ctx: Ctx, text: MessageRow): boolean {
  const before = [...ctx.store.messages.values()]
    .filter(
      (other) =>
        other.direction === 'in' &&
        other.phone === text.phone &&
        other.id !== text.id &&
        other.createdAt <= text.createdAt &&
        other.createdAt >= text.createdAt - ECHO_WITHIN_MS,
    )
    .sort((one, other) => one.createdAt - other.createdAt)
    .at(-1);
  return before !== undefined && before.body === text.body && before.outcome !== null;
}

function findStopConfirmation(ctx: Ctx, phone: string): Date | undefined {
  const confirmation = ctx.store
    .outbox()
    .filter((text) => text.phone === phone && text.template === 'stop-confirmed')
    .at(-1);
  return confirmation && new Date(confirmation.createdAt);
}

function freshCode(ctx: Ctx, other: string | undefined): string {
  for (;;) {
    const code = String(10 + Math.floor(ctx.kernel.dice() * 90));
    if (code !== other) return code;
  }
}
