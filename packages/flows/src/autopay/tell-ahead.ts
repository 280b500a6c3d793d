import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { findDueCharges } from '@kvitt/db/autopay/find-due-charges';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivables } from '@kvitt/db/invoice/load-receivables';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { LockMode } from '@mikro-orm/postgresql';
import { cardWords } from '../conversation/card-words.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Tells customers what autopay will charge, some days before: amount, day and card, and how to pay before. Whether
 * the phone may be texted is the contact policy's to say; where it may not, the charge is made all the same.
 * @returns how many charges were looked at
 */
export async function tellAhead(ctx: Ctx): Promise<number> {
  const due = await findDueCharges(ctx.em.fork(), 'tell', ctx.clock.now());
  return oneByOne(ctx, due, (charge) => inTransaction(ctx, (tx) => tell(tx, charge)));
}

async function tell(tx: TxCtx, key: { billerId: string; id: string }): Promise<void> {
  const { billerId, id } = key;
  const charge = await tx.em.findOneOrFail(
    PlannedCharge,
    { billerId, id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (charge.state !== 'queued' || charge.tellAt === null) return;
  charge.tellAt = null;
  await tx.em.flush();
  const bill = await tx.em.findOneOrFail(Invoice, { billerId, id: charge.invoiceId });
  const dueMinor = await loadDue(tx, charge);
  const autopay = await tx.em.findOneOrFail(Autopay, { billerId, id: charge.autopayId });
  const method = await tx.em.findOneOrFail(PaymentMethod, { billerId, id: autopay.methodId });
  const thread = await findThread(tx, billerId, charge.accountId);
  // What will not be charged is not told: nothing is due, the mandate or its card is over, or the day is another by now.
  const isMoved = !charge.planId && bill.dueOn !== charge.dueOn;
  const isOver = autopay.state !== 'on' || method.removedAt !== null || method.closedAt != null;
  if (!thread || dueMinor <= 0 || isMoved || isOver) return;
  const { firstName, language } = await findOwner(tx.em, { billerId, accountId: charge.accountId });
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const write = await loadWriter(tx, billerId);
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'service',
    template: 'autopay-ahead',
    body: write('autopay-ahead', language, {
      brand: biller.name,
      firstName,
      amount: formatMoney(money(dueMinor, bill.currency), language),
      date: formatDueDate(charge.chargeOn, language),
      card: cardWords(method),
      invoiceNumber: bill.number,
      link: '{link}',
      withStop: true,
    }),
    // Of another amount it is told anew.
    cause: `autopay-ahead/${id}/${charge.autopayId}/${dueMinor}`,
    invoiceId: bill.id,
    // Whoever pays before it goes out is not told of a charge any more. An instalment is less than its bills owe.
    ...(!charge.planId && { statedMinor: dueMinor }),
    sendBefore: charge.chargeAt,
  });
}

/** What it will take, as it is now: all that is due on its bill, or of its plan by its date. */
async function loadDue(tx: TxCtx, { billerId, accountId, invoiceId, planId, dueOn }: PlannedCharge) {
  if (!planId) return (await loadReceivables(tx.em, billerId, [invoiceId])).get(invoiceId) ?? 0;
  const running = await findRunningPlans(tx.em, billerId, [accountId]);
  const plan = running.find((one) => one.planId === planId);
  return plan ? standPlan(plan.instalments, plan.balanceMinor, dueOn).dueMinor : 0;
}
