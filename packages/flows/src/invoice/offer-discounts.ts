import { type DiscountedBill, findDiscountsToOffer } from '@kvitt/db/invoice/find-discounts-to-offer';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { findAddressee } from '../message/find-addressee.ts';
import { queueText } from '../message/queue-text.ts';

/** Before the reminders of the day, which wait where this one goes: it is worth something, and only for days. */
const MORNING_MINUTE = 540;

/**
 * Offers by text what is taken off for paying early, before it lapses: the lower amount, the whole one and the last
 * day, once for each bill. It is advertising to the rules, and goes to who agreed to that. It is no step of a cadence:
 * in a digest of several bills the offer would be lost.
 * @returns how many bills were looked at
 */
export async function offerDiscounts(ctx: Ctx): Promise<number> {
  const found = await findDiscountsToOffer(ctx.em.fork(), ctx.clock.now(), MORNING_MINUTE);
  return oneByOne(ctx, found, (bill) => inTransaction(ctx, (tx) => offer(tx, bill)));
}

async function offer(tx: TxCtx, bill: DiscountedBill): Promise<void> {
  const { billerId, id, accountId, number, currency, dueMinor, discountMinor, discountUntil } = bill;
  const to = await findAddressee(tx, { billerId, accountId });
  if (!to) return;
  const { thread, write, language, accountNumber } = to;
  const spell = (minor: number) => formatMoney(money(minor, currency), language);
  const vars = {
    ...to.vars,
    invoiceNumber: number,
    payBy: formatDueDate(discountUntil, language),
    amount: spell(dueMinor),
    fullAmount: spell(dueMinor + discountMinor),
    link: '{link}',
  };
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'discount-offer',
    body: write('discount-offer', language, vars, accountNumber),
    cause: `discount-offer/${id}`,
    invoiceId: id,
    // Once it has lapsed, more is due than this states, and the offer is not sent any more.
    statedMinor: dueMinor,
    sendBefore: new Date(localInstant(discountUntil, 24 * 60, bill.billerZone)),
  });
}
