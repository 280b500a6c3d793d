import { Payment } from '@kvitt/db/payment/payment.entity';
import { listWaitingRefunds } from '@kvitt/db/refund/list-waiting-refunds';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { ANYONE, DESK, LEADS } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { approveRefund } from '@kvitt/flows/refund/approve-refund';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

/** Giving money back: asked for by one person, and above the biller's limit agreed to by another. */
export const refundRoom = consoleRoom({
  waiting: forRoles(ANYONE).query(({ ctx: { em, agent } }) => listWaitingRefunds(em, agent.billerId)),

  start: forRoles(DESK)
    .input(
      z.object({
        paymentId: z.uuid(),
        refundId: z.uuid(),
        amountMinor: z.int().positive().optional(),
        effect: z.enum(['reopen', 'allow']),
        reason: z.string().trim().min(1).max(300),
      }),
    )
    .mutation(async ({ ctx: { tx, actor, agent, em }, input: { amountMinor, ...input } }) => {
      const { billerId } = actor;
      if (!(await em.findOne(Payment, { billerId, id: input.paymentId }))) return refuse('NO_SUCH_PAYMENT');
      const amount = amountMinor === undefined ? {} : { amountMinor };
      // By the address, which is one person's alone; two may have one name.
      const answer = await startRefund(tx, { ...input, ...amount, billerId, askedBy: agent.email });
      if (answer.kind === 'refused') return refuse(answer.refusal);
      await noteAct(tx, actor, `refund.${answer.kind}`, { subject: 'payment', subjectId: input.paymentId });
      return answer;
    }),

  decide: forRoles(LEADS)
    .input(z.object({ refundId: z.uuid(), isAgreed: z.boolean() }))
    .mutation(async ({ ctx: { tx, actor, agent, em }, input }) => {
      const { billerId } = actor;
      if (!(await em.findOne(Refund, { billerId, id: input.refundId }))) return refuse('not-waiting');
      const answer = await approveRefund(tx, { ...input, billerId, by: agent.email });
      if (answer.kind === 'refused') return refuse(answer.refusal);
      const act = input.isAgreed ? 'refund.agreed' : 'refund.turned-down';
      await noteAct(tx, actor, act, { subject: 'refund', subjectId: input.refundId });
      return answer;
    }),
});
