import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { CustomerMerge } from '@kvitt/db/customer/customer-merge.entity';
import { findDuplicates } from '@kvitt/db/customer/find-duplicates';
import { keepCustomerStandings } from '@kvitt/db/customer/keep-customer-standings';
import { findCustomerLines, listCustomers } from '@kvitt/db/customer/list-customers';
import { loadCustomer } from '@kvitt/db/customer/load-customer';
import { searchCustomers } from '@kvitt/db/customer/search-customers';
import { listDecisions } from '@kvitt/db/message/list-decisions';
import { ANYONE, DESK, LEADS } from '@kvitt/domain/agent/role';
import { localDate } from '@kvitt/domain/time/local-date';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { requestConsent } from '@kvitt/flows/consent/request-consent';
import { actOnCustomer } from '@kvitt/flows/customer/act-on-customer';
import { addPhone } from '@kvitt/flows/customer/add-phone';
import { mergeCustomers } from '@kvitt/flows/customer/merge-customers';
import { removePhone } from '@kvitt/flows/customer/remove-phone';
import { undoMerge } from '@kvitt/flows/customer/undo-merge';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { explainDecision } from '@kvitt/flows/message/explain-decision';
import { mayAnswer } from '@kvitt/flows/message/may-answer';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesInSteps, refuse } from '../kit/trpc-console.ts';
import { ACT, LIST } from './customer-inputs.ts';

const MOST = 20;
const PAGE = 100;

/** What has moved since the round looked last is worked out before a list is read, as far as that takes no time. */
const CAUGHT_UP = 200;

/** Customers: finding one as the caller speaks, and everything about one. */
export const customerRoom = consoleRoom({
  search: forRoles(ANYONE)
    .input(z.object({ words: z.string().max(80) }))
    .query(({ ctx: { em }, input }) => searchCustomers(em, input.words, MOST)),

  /** All customers, by name, by what is open or by how long it is overdue; with words, those whom the search finds. */
  list: forRoles(ANYONE)
    .input(LIST)
    .query(async ({ ctx: { em, tx, agent }, input: { words, ...input } }) => {
      const { billerId } = agent;
      const { timeZone } = await em.findOneOrFail(Biller, { id: billerId });
      const today = localDate(tx.clock.now(), timeZone);
      if (words !== undefined) {
        const found = await searchCustomers(em, words, MOST);
        const ids = found.map(({ id }) => id);
        return { today, lines: await findCustomerLines(em, { billerId, today }, ids), next: undefined };
      }
      if (!input.after) await keepCustomerStandings(em, CAUGHT_UP);
      const lines = await listCustomers(em, { ...input, billerId, today, most: PAGE });
      const last = lines.length === PAGE ? lines.at(-1) : undefined;
      return { today, lines, next: last && { place: last.place, id: last.id } };
    }),

  /** Does one thing for many, each by itself: one whom a rule forbids it keeps none of the others from it. */
  act: forRolesInSteps(DESK)
    .input(ACT)
    .mutation(async ({ ctx: { limited, actor }, input: { customerIds, act } }) => {
      const done: { customerId: string; ids: string[] }[] = [];
      const refused: { customerId: string; refusal: string }[] = [];
      for (const customerId of new Set(customerIds)) {
        const answer = await inTransaction(limited, (tx) => actOnCustomer(tx, actor, customerId, act));
        if (answer.kind === 'done') done.push({ customerId, ids: answer.ids });
        else refused.push({ customerId, refusal: answer.refusal });
      }
      return { done, refused };
    }),

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
