import { loadBillDocument } from '@kvitt/db/document/load-bill-document';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { InvoiceHold } from '@kvitt/db/invoice/invoice-hold.entity';
import { ANYONE, MANAGERS } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { readDueDays } from '@kvitt/flows/invoice/move-due-date';
import { readNewBill } from '@kvitt/flows/invoice/read-new-bill';
import { supersedeInvoice } from '@kvitt/flows/invoice/supersede-invoice';
import type { Ctx } from '@kvitt/flows/kit/context';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const ofBill = z.object({ invoiceId: z.uuid() });

/** A bill as it was issued, and another in its place. What changes what is due on it is `bill`; its papers are below /papers. */
export const invoiceRoom = consoleRoom({
  open: forRoles(ANYONE)
    .input(ofBill)
    .query(async ({ ctx: { em, agent, tx }, input }) => {
      const invoice = await findBill(em, agent.billerId, input.invoiceId);
      const { billerId, id: invoiceId } = invoice;
      const holds = await em.find(InvoiceHold, { billerId, invoiceId }, { orderBy: { since: 'desc' } });
      return {
        paper: await loadBillDocument(em, billerId, invoiceId),
        holds: holds.map(({ id, why, note, madeBy, since, endsOn, endedAt, endedBy }) => ({
          ...{ id, why, note, madeBy, since, endsOn: endsOn ?? null },
          ...{ endedAt: endedAt ?? null, endedBy: endedBy ?? null },
        })),
        dueDays: await readDueDays(tx, invoice),
      };
    }),

  replace: forRoles(MANAGERS)
    .input(ofBill.extend({ bill: z.unknown(), reason: z.string().trim().min(1).max(500) }))
    .mutation(async ({ ctx: { tx, actor }, input: { invoiceId, bill, reason } }) => {
      const { billerId, name: by } = actor;
      const old = await findBill(tx.em, billerId, invoiceId);
      const reading = readNewBill(bill, old.currency);
      if (reading.kind === 'refused') {
        const problems = reading.problems.map(({ pointer, message }) => `${pointer} ${message}`);
        throw new TRPCError({ code: 'BAD_REQUEST', message: problems.join('; ') });
      }
      const { description, dueOn, lines, number, totalMinor } = reading.bill;
      if (await tx.em.findOne(Invoice, { billerId, number })) refuse('number-taken');
      const answer = await supersedeInvoice(tx, {
        ...{ billerId, invoiceId, number, totalMinor, reason, by },
        ...(lines.length > 0 && { lines }),
        ...(description !== undefined && { description }),
        ...(dueOn !== undefined && { dueOn }),
      });
      if (answer.kind === 'refused') refuse(answer.refusal);
      const on = { subject: 'invoice', subjectId: invoiceId, detail: `by ${number}: ${reason}` };
      await noteAct(tx, actor, 'bill.replaced', on);
      return answer;
    }),
});

async function findBill(em: Ctx['em'], billerId: string, id: string): Promise<Invoice> {
  return (await em.findOne(Invoice, { billerId, id })) ?? refuse('NO_SUCH_BILL');
}
