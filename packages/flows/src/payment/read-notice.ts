import { Biller } from '@kvitt/db/biller/biller.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { ProcessorNotice } from '@kvitt/db/webhook/processor-notice.entity';
import { learnDispute } from '../dispute/learn-dispute.ts';
import type { Ctx } from '../kit/context.ts';
import { readUpdates } from '../method/read-updates.ts';
import { refreshMethods } from '../method/refresh-methods.ts';
import { learnSale } from './learn-sale.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads a processor's notice about a sale, a dispute or a stored way to pay. The notice is only a reason to look: what counts is the sale as the processor
 * shows it now, since notices come late, twice and out of order. Where the sale belongs to a payment whose outcome is
 * open, that was taken for lost, or that a bank has sent back, that is recorded.
 */
export async function readNotice(ctx: Ctx, key: { billerId: string; noticeId: string }): Promise<void> {
  const em = ctx.em.fork();
  const { billerId, noticeId } = key;
  const notice = await em.findOneOrFail(ProcessorNotice, { billerId, id: noticeId });
  if (notice.type.startsWith('dispute_')) return learnDispute(ctx, notice.subjectId);
  if (notice.type === 'account_updater_daily_report') return readUpdates(ctx, notice.subjectId);
  if (notice.type === 'payment_method_revoked_by_customer') {
    return refreshMethods(ctx, notice.subjectId, 'closed');
  }
  if (!notice.type.startsWith('transaction_')) return;
  const answer = await ctx.payments.find(notice.subjectId);
  if (answer.kind === 'unanswered') throw new Error('the processor did not answer; the job is tried again');
  if (answer.kind === 'not-found') return;
  const { sale } = answer;
  // The merchant account may hold sales of other systems, whose order ids are no UUIDs.
  if (!UUID.test(sale.paymentId)) return;
  const payment = await findPayment(em, sale.paymentId);
  if (!payment) return;
  await learnSale(ctx, payment, sale);
}

/** The billers of a deployment share its merchant account; naming them all is what lets their key be used. */
async function findPayment(em: Ctx['em'], id: string): Promise<Payment | null> {
  const billers = await em.find(Biller, {}, { fields: ['id'] });
  return em.findOne(Payment, { billerId: { $in: billers.map((biller) => biller.id) }, id });
}
