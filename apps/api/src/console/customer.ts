import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { CustomerMerge } from '@kvitt/db/customer/customer-merge.entity';
import { findDuplicates } from '@kvitt/db/customer/find-duplicates';
import { loadCustomer } from '@kvitt/db/customer/load-customer';
import { searchCustomers } from '@kvitt/db/customer/search-customers';
import { listDecisions } from '@kvitt/db/message/list-decisions';
import { ANYONE, DESK, LEADS } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { requestConsent } from '@kvitt/flows/consent/request-consent';
import { addPhone } from '@kvitt/flows/customer/add-phone';
import { mergeCustomers } from '@kvitt/flows/customer/merge-customers';
import { removePhone } from '@kvitt/flows/customer/remove-phone';
import { undoMerge } from '@kvitt/flows/customer/undo-merge';
import { explainDecision } from '@kvitt/flows/message/explain-decision';
import { mayAnswer } from '@kvitt/flows/message/may-answer';
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

  /** Of each phone, whether it may be texted now, and if not, why and when. */
  contact: forRoles(ANYONE)
    .input(z.object({ customerId: z.uuid() }))
    .query(async ({ ctx: { tx, em, agent }, input }) => {
      const { billerId } = agent;
      const customer = await loadCustomer(em, billerId, input.customerId);
      const phones = [...new Set(customer?.phones.map(({ id }) => id))].slice(0, MOST);
      const threads = await em.find(
        Conversation,
        { billerId, phoneId: { $in: phones } },
        { orderBy: { lastInboundAt: 'asc nulls first', id: 'asc' } },
      );
      const heard = new Map(threads.map((one) => [one.phoneId, one.lastInboundAt ?? null]));
      const verdicts = [];
      for (const phoneId of phones) {
        const thread = { billerId, phoneId, lastInboundAt: heard.get(phoneId) ?? null };
        verdicts.push({ phoneId, verdict: await mayAnswer(tx, thread) });
      }
      return verdicts;
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

  /** Who may be the same person, and who was found to be. */
  duplicates: forRoles(ANYONE)
    .input(z.object({ customerId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input: { customerId } }) => {
      const { billerId } = agent;
      const likely = await findDuplicates(em, { billerId, customerId });
      const merges = await em.find(
        CustomerMerge,
        { billerId, intoId: customerId, undoneAt: null },
        { orderBy: { madeAt: 'desc', id: 'desc' }, limit: MOST },
      );
      const ids = merges.map(({ fromId }) => fromId);
      const gone = await em.find(Customer, { billerId, id: { $in: ids } });
      return {
        likely,
        merges: merges.map(({ id, fromId, accountIds, reason, madeBy, madeAt }) => {
          const one = gone.find(({ id: its }) => its === fromId);
          const name = one ? `${one.firstName} ${one.lastName}` : '';
          return { id, name, number: one?.number ?? '', accounts: accountIds.length, reason, madeBy, madeAt };
        }),
      };
    }),

  /** Makes one of two customers who are one person. */
  merge: forRoles(LEADS)
    .input(
      z.object({
        mergeId: z.uuid(),
        fromId: z.uuid(),
        intoId: z.uuid(),
        reason: z.string().trim().min(1).max(300),
      }),
    )
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await mergeCustomers(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  undoMerge: forRoles(LEADS)
    .input(z.object({ mergeId: z.uuid() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await undoMerge(tx, actor, input.mergeId);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** Why texts were sent or not: each decision in words, made anew from what was stored with it. */
  decisions: forRoles(ANYONE)
    .input(z.object({ customerId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input: { customerId } }) => {
      const lines = await listDecisions(em, { billerId: agent.billerId, customerId });
      return lines.map(explainDecision);
    }),
});
