import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { ANYONE, DESK } from '@kvitt/domain/agent/role';
import { CURRENCIES, money } from '@kvitt/domain/money/money';
import { PLAN_PACES } from '@kvitt/domain/plan/plan';
import { localDate } from '@kvitt/domain/time/local-date';
import { noteAct } from '@kvitt/flows/agent/note-act';
import type { TxCtx } from '@kvitt/flows/kit/context';
import { endPlan } from '@kvitt/flows/plan/end-plan';
import { findPlanChoices } from '@kvitt/flows/plan/find-plan-choices';
import { startPlan } from '@kvitt/flows/plan/start-plan';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const ofAccount = z.object({ accountId: z.uuid() });

/** Payment plans: which can be made, how the running one stands, making and ending one. */
export const planRoom = consoleRoom({
  show: forRoles(ANYONE)
    .input(ofAccount)
    .query(async ({ ctx: { em, agent, tx }, input }) => {
      const { timeZone } = await findCustomer(em, agent.billerId, input.accountId);
      const of = { billerId: agent.billerId, accountId: input.accountId, timeZone };
      const now = tx.clock.now();
      const choices = await findPlanChoices(em, { ...of, now, by: 'agent' });
      return { ...choices, today: localDate(now, timeZone) };
    }),

  start: forRoles(DESK)
    .input(
      ofAccount.extend({
        /** Made by the form: sent twice it makes one plan. */
        planId: z.uuid(),
        parts: z.number().int().min(2).max(36),
        pace: z.enum(PLAN_PACES),
        firstOn: z.iso.date(),
        /** What was shown as due in all. */
        agreed: z.object({ minor: z.number().int().positive(), currency: z.enum(CURRENCIES) }),
      }),
    )
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const { accountId, planId, parts, pace, firstOn } = input;
      await findCustomer(tx.em, actor.billerId, accountId);
      const answer = await startPlan(tx, {
        billerId: actor.billerId,
        accountId,
        planId,
        wish: { parts, pace, firstOn },
        agreed: money(input.agreed.minor, input.agreed.currency),
        channel: 'agent',
        by: actor.name,
      });
      if (answer.kind === 'refused') refuse(answer.refusal);
      const detail = `${parts} parts, ${pace}, from ${firstOn}`;
      await noteAct(tx, actor, 'plan.started', { subject: 'payment-plan', subjectId: planId, detail });
      return answer.plan;
    }),

  end: forRoles(DESK)
    .input(ofAccount)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const { billerId, name: by } = actor;
      const answer = await endPlan(tx, { billerId, accountId: input.accountId, by });
      if (answer.kind === 'refused') refuse(answer.refusal);
      const on = { subject: 'payment-plan', subjectId: answer.planId };
      await noteAct(tx, actor, 'plan.ended', on);
      return answer;
    }),
});

async function findCustomer(em: TxCtx['em'], billerId: string, accountId: string): Promise<Customer> {
  const account = await em.findOne(Account, { billerId, id: accountId });
  if (!account) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such account' });
  return em.findOneOrFail(Customer, { billerId, id: account.customerId });
}
