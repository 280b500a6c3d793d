import { Account } from '@kvitt/db/customer/account.entity';
import { loadCustomer } from '@kvitt/db/customer/load-customer';
import { searchCustomers } from '@kvitt/db/customer/search-customers';
import { listDecisions } from '@kvitt/db/message/list-decisions';
import { ANYONE, DESK } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { requestConsent } from '@kvitt/flows/consent/request-consent';
import { addPhone } from '@kvitt/flows/customer/add-phone';
import { removePhone } from '@kvitt/flows/customer/remove-phone';
import { explainDecision } from '@kvitt/flows/message/explain-decision';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const MOST = 20;

/** Customers: finding one as the caller speaks, and everything about one. */
export const customerRoom = consoleRoom({
  search: forRoles(ANYONE)
    .input(z.object({ words: z.string().max(80) }))
    .query(({ ctx: { em }, input }) => searchCustomers(em, input.words, MOST)),

  open: forRoles(ANYONE)
    .input(z.object({ customerId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const customer = await loadCustomer(em, agent.billerId, input.customerId);
      if (!customer) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such customer' });
      return customer;
    }),

  addPhone: forRoles(DESK)
    .input(z.object({ accountId: z.uuid(), number: z.string().max(40), role: z.enum(['primary', 'other']) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await addPhone(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  removePhone: forRoles(DESK)
    .input(z.object({ accountId: z.uuid(), phoneId: z.uuid() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await removePhone(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** The agent has read the words aloud and the customer has agreed: the phone itself is asked. */
  askConsent: forRoles(DESK)
    .input(z.object({ accountId: z.uuid() }))
    .mutation(async ({ ctx: { tx, actor }, input: { accountId } }) => {
      const { billerId, name } = actor;
      if (!(await tx.em.findOne(Account, { billerId, id: accountId }))) return refuse('NO_SUCH_ACCOUNT');
      const request = { billerId, accountId, channel: 'oral' as const, wording: 'bills-aloud', actor: name };
      const answer = await requestConsent(tx, request);
      if (answer.kind === 'refused') return refuse(answer.refusal);
      await noteAct(tx, actor, 'consent.asked', { subject: 'account', subjectId: accountId });
      return answer;
    }),

  /** Why texts were sent or not: each decision in words, made anew from what was stored with it. */
  decisions: forRoles(ANYONE)
    .input(z.object({ customerId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input: { customerId } }) => {
      const lines = await listDecisions(em, { billerId: agent.billerId, customerId });
      return lines.map(explainDecision);
    }),
});
