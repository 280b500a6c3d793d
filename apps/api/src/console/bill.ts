import { Account } from '@kvitt/db/customer/account.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { InvoiceHold } from '@kvitt/db/invoice/invoice-hold.entity';
import { listBillFacts } from '@kvitt/db/invoice/list-bill-facts';
import { loadAdjustmentSums } from '@kvitt/db/invoice/load-adjustment-sums';
import { forgivingLimit } from '@kvitt/domain/agent/forgiving-limit';
import { ANYONE, DESK } from '@kvitt/domain/agent/role';
import { MANUAL_ADJUSTMENTS } from '@kvitt/domain/invoice/adjustment';
import { HOLD_REASONS } from '@kvitt/domain/invoice/hold';
import { tellTimeline } from '@kvitt/domain/invoice/timeline/tell-timeline';
import { money } from '@kvitt/domain/money/money';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import { moveDueDate } from '@kvitt/flows/invoice/move-due-date';
import { releaseInvoice } from '@kvitt/flows/invoice/release-invoice';
import type { TxCtx } from '@kvitt/flows/kit/context';
import { makePromise } from '@kvitt/flows/promise/make-promise';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const bill = { invoiceId: z.uuid() };
const reason = z.string().trim().min(1).max(300);

/** One bill: what happened to it, and what the biller's people change about it, each within their limits. */
export const billRoom = consoleRoom({
  timeline: forRoles(ANYONE)
    .input(z.object({ ...bill, language: z.enum(['en', 'es']) }))
    .query(async ({ ctx: { em, agent }, input: { invoiceId, language } }) => {
      const { billerId } = agent;
      const invoice = await findBill(em, billerId, invoiceId);
      const facts = await listBillFacts(em, billerId, invoiceId);
      const hold = await em.findOne(InvoiceHold, { billerId, invoiceId, endedAt: null });
      const { feesMinor, writtenOffMinor } = await loadAdjustmentSums(em, billerId, invoiceId);
      return {
        entries: tellTimeline(facts, { language, currency: invoice.currency, audience: 'staff' }),
        hold: hold && { why: hold.why, note: hold.note, endsOn: hold.endsOn ?? null, by: hold.madeBy },
        feesMinor,
        writtenOffMinor,
      };
    }),

  adjust: forRoles(DESK)
    .input(
      z.object({
        ...bill,
        adjustmentId: z.uuid(),
        kind: z.enum(MANUAL_ADJUSTMENTS),
        amountMinor: z.int().positive(),
        reason,
      }),
    )
    .mutation(async ({ ctx: { tx, actor, agent }, input }) => {
      await findBill(tx.em, actor.billerId, input.invoiceId);
      if (input.amountMinor > forgivingLimit(agent.role, input.kind)) return refuse('ABOVE_YOUR_LIMIT');
      const answer = await adjustInvoice(tx, { ...input, billerId: actor.billerId, by: actor.name });
      if (answer.kind === 'refused') return refuse(answer.refusal);
      await noteAct(tx, actor, `bill.${input.kind}`, { subject: 'invoice', subjectId: input.invoiceId });
      return answer;
    }),

  hold: forRoles(DESK)
    .input(z.object({ ...bill, why: z.enum(HOLD_REASONS), note: reason, endsOn: z.iso.date().optional() }))
    .mutation(async ({ ctx: { tx, actor }, input: { endsOn, ...input } }) => {
      await findBill(tx.em, actor.billerId, input.invoiceId);
      const until = endsOn === undefined ? {} : { endsOn };
      const answer = await holdInvoice(tx, { ...input, ...until, billerId: actor.billerId, by: actor.name });
      await noteAct(tx, actor, 'bill.held', { subject: 'invoice', subjectId: input.invoiceId });
      return answer;
    }),

  release: forRoles(DESK)
    .input(z.object(bill))
    .mutation(async ({ ctx: { tx, actor }, input: { invoiceId } }) => {
      const ended = await releaseInvoice(tx, { billerId: actor.billerId, invoiceId, by: actor.name });
      await noteAct(tx, actor, 'bill.released', { subject: 'invoice', subjectId: invoiceId });
      return { ended };
    }),

  moveDue: forRoles(DESK)
    .input(z.object({ ...bill, moveId: z.uuid(), toOn: z.iso.date() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      await findBill(tx.em, actor.billerId, input.invoiceId);
      const answer = await moveDueDate(tx, { ...input, billerId: actor.billerId, by: actor.name });
      if (answer.kind === 'refused') return refuse(answer.refusal);
      const on = { subject: 'invoice', subjectId: input.invoiceId, detail: input.toOn };
      await noteAct(tx, actor, 'bill.due-moved', on);
      return answer;
    }),

  /** A promise is about all that is open of an account. */
  promise: forRoles(DESK)
    .input(
      z.object({
        accountId: z.uuid(),
        promiseId: z.uuid(),
        day: z.iso.date(),
        amountMinor: z.int().positive().optional(),
      }),
    )
    .mutation(async ({ ctx: { tx, actor, em }, input: { accountId, promiseId, day, amountMinor } }) => {
      const { billerId } = actor;
      if (!(await em.findOne(Account, { billerId, id: accountId }))) return refuse('NO_SUCH_ACCOUNT');
      const [first] = await em.find(Invoice, { billerId, accountId }, { limit: 1 });
      const amount = amountMinor !== undefined && first ? { amount: money(amountMinor, first.currency) } : {};
      const order = { billerId, accountId, promiseId, day, channel: 'agent' as const, ...amount };
      const answer = await makePromise(tx, order);
      if (answer.kind === 'refused') return refuse(answer.refusal);
      await noteAct(tx, actor, 'promise.made', { subject: 'account', subjectId: accountId, detail: day });
      return answer;
    }),
});

async function findBill(em: TxCtx['em'], billerId: string, id: string): Promise<Invoice> {
  return (await em.findOne(Invoice, { billerId, id })) ?? refuse('NO_SUCH_BILL');
}
