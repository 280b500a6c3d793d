import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { PlanBill } from '@kvitt/db/plan/plan-bill.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { PlanProposal } from '@kvitt/domain/plan/plan';
import { cardWords } from '../conversation/card-words.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import type { PlanOrder } from './plan-order.ts';

/** Says what was agreed on, in the transaction that makes the plan; with the card that each part is charged to, if any. */
export async function tellPlanMade(tx: TxCtx, order: PlanOrder, plan: PlanProposal): Promise<void> {
  const { billerId, accountId, planId, message } = order;
  const thread = await findThread(tx, billerId, accountId);
  const [first] = plan.instalments;
  if (!thread || !first) return;
  const { language } = await findOwner(tx.em, { billerId, accountId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const [bill] = await tx.em.find(PlanBill, { billerId, planId }, { limit: 1 });
  const card = await findCharged(tx, billerId, accountId);
  const write = await loadWriter(tx, billerId);
  await queueText(tx, {
    billerId,
    ...thread,
    purpose: 'reply',
    askedAt: message?.askedAt ?? tx.clock.now(),
    template: 'plan-made',
    body: write('plan-made', language, {
      brand,
      count: plan.instalments.length,
      part: formatMoney(money(first.amountMinor, plan.currency), language),
      firstDate: formatDueDate(first.dueOn, language),
      link: '{link}',
      ...(card && { card: cardWords(card) }),
    }),
    cause: message ? `answer/${message.id}` : `plan-made/${planId}`,
    ...(bill && { invoiceId: bill.invoiceId }),
  });
}

/** The card that a live mandate charges; undefined where each part is paid by hand. */
async function findCharged(
  tx: TxCtx,
  billerId: string,
  accountId: string,
): Promise<PaymentMethod | undefined> {
  const mandate = await tx.em.findOne(Autopay, { billerId, accountId, state: 'on' });
  const method =
    mandate &&
    (await tx.em.findOne(PaymentMethod, { billerId, id: mandate.methodId, removedAt: null, closedAt: null }));
  return method ?? undefined;
}
