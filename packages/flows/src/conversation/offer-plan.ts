import { PlanOffer } from '@kvitt/db/plan/plan-offer.entity';
import type { DialogEffect } from '@kvitt/domain/conversation/dialog-effects';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { money } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import type { Answering } from './answering.ts';
import { closeQuestions } from './close-questions.ts';
import { reply } from './reply.ts';

/** A plan is no charge: there is a day to think it over. */
const ANSWER_WITHIN_MS = 86_400_000;

/** Offers a payment plan: states its parts and first day, gives the answer's code, and remembers what was stated. */
export async function offerPlan(
  tx: TxCtx,
  answering: Answering,
  { bill, plan, code }: Extract<DialogEffect, { do: 'offer-plan' }>,
): Promise<void> {
  const { text, dialog } = answering;
  const { billerId, conversationId } = text;
  const [first] = plan.instalments;
  if (!first) throw new Error('a plan has instalments');
  const createdAt = tx.clock.now();
  await closeQuestions(tx, text);
  await tx.em.insert(PlanOffer, {
    billerId,
    conversationId,
    state: 'open',
    id: tx.ids.derived(text.id, 'plan-offer'),
    accountId: bill.accountId,
    totalMinor: plan.totalMinor,
    currency: plan.currency,
    parts: plan.instalments.length,
    firstOn: first.dueOn,
    code,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + ANSWER_WITHIN_MS),
  });
  const { language, biller } = dialog;
  const write = await loadWriter(tx, billerId);
  await reply(tx, answering, {
    template: 'plan-offered',
    body: write('plan-offered', language, {
      brand: biller.name,
      amount: formatMoney(money(plan.totalMinor, plan.currency), language),
      count: plan.instalments.length,
      part: formatMoney(money(first.amountMinor, plan.currency), language),
      firstDate: formatDueDate(first.dueOn, language),
      code,
      link: '{link}',
    }),
    invoiceId: bill.invoiceId,
  });
}
