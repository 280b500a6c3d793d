import { listCredits } from '@kvitt/db/credit/list-credits';
import { Account } from '@kvitt/db/customer/account.entity';
import { ANYONE, DESK, LEADS } from '@kvitt/domain/agent/role';
import { GRANTED_KINDS } from '@kvitt/domain/credit/credit';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { decideOverpayment } from '@kvitt/flows/credit/decide-overpayment';
import { endCredit } from '@kvitt/flows/credit/end-credit';
import { grantCredit } from '@kvitt/flows/credit/grant-credit';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const words = z.string().trim().min(1).max(200);

/** What customers have to their credit: seeing it, granting within the limit of one's role, and what becomes of it. */
export const creditRoom = consoleRoom({
  list: forRoles(ANYONE)
    .input(z.object({ accountId: z.uuid() }))
    .query(({ ctx: { em, agent }, input }) =>
      listCredits(em, { billerId: agent.billerId, accountId: input.accountId }),
    ),

  grant: forRoles(DESK)
    .input(
      z.object({
        accountId: z.uuid(),
        /** Made by the form: sent twice it grants once. */
        creditId: z.uuid(),
        kind: z.enum(GRANTED_KINDS),
        amountMinor: z.number().int().positive().max(1e9).optional(),
        reason: words,
        expiresOn: z.iso.date().optional(),
      }),
    )
    .mutation(async ({ ctx: { tx, actor, agent }, input }) => {
      const { accountId, creditId, kind, reason, amountMinor, expiresOn } = input;
      const { billerId, name: by } = actor;
      if (!(await tx.em.findOne(Account, { billerId, id: accountId }))) {
        throw new TRPCError({ code: 'NOT_FOUND', message: 'no such account' });
      }
      const answer = await grantCredit(tx, {
        billerId,
        accountId,
        creditId,
        kind,
        reason,
        by,
        role: agent.role,
        ...(amountMinor !== undefined && { amountMinor }),
        ...(expiresOn !== undefined && { expiresOn }),
      });
      if (answer.kind === 'refused') refuse(answer.refusal);
      const detail = `${kind}, ${answer.amountMinor}`;
      await noteAct(tx, actor, 'credit.granted', { subject: 'credit', subjectId: creditId, detail });
      return answer;
    }),

  takeBack: forRoles(LEADS)
    .input(z.object({ creditId: z.uuid() }))
    .mutation(async ({ ctx: { tx, actor }, input: { creditId } }) => {
      const { billerId, name: by } = actor;
      const answer = await endCredit(tx, { billerId, creditId, as: 'taken-back', by });
      if (answer.kind === 'refused') refuse(answer.refusal);
      await noteAct(tx, actor, 'credit.taken-back', { subject: 'credit', subjectId: creditId });
      return answer;
    }),

  decideOverpayment: forRoles(LEADS)
    .input(
      z.discriminatedUnion('as', [
        z.object({ creditId: z.uuid(), as: z.literal('kept'), consent: words }),
        z.object({ creditId: z.uuid(), as: z.literal('paid-back') }),
      ]),
    )
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const { billerId, name: by } = actor;
      const answer = await decideOverpayment(tx, { ...input, billerId, by });
      if (answer.kind === 'refused') refuse(answer.refusal);
      await noteAct(tx, actor, `overpayment.${input.as}`, { subject: 'credit', subjectId: input.creditId });
      return answer;
    }),
});
