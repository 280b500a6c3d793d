import { Credit } from '@kvitt/db/credit/credit.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { ANYONE, LEADS, MANAGERS } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { answerDispute } from '@kvitt/flows/dispute/answer-dispute';
import { gatherEvidence } from '@kvitt/flows/dispute/gather-evidence';
import { layOutEvidence } from '@kvitt/flows/dispute/lay-out-evidence';
import type { Ctx, TxCtx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { closeWork } from '@kvitt/flows/work/close-work';
import { writeRecordPdf } from '@kvitt/pdf/write-record-pdf';
import { z } from 'zod';
import { consoleRoom, forRoles, forRolesAtVendor, refuse } from '../kit/trpc-console.ts';

const MOST = 200;

/** What people have to look at: differences between our books and the processor's, and disputes. */
export const workRoom = consoleRoom({
  list: forRoles(ANYONE)
    .input(z.object({ isDone: z.boolean() }))
    .query(async ({ ctx: { em, agent }, input: { isDone } }) => {
      const { billerId } = agent;
      const items = await em.find(
        WorkItem,
        { billerId, closedAt: isDone ? { $ne: null } : null },
        { orderBy: { openedAt: isDone ? 'desc' : 'asc', id: 'asc' }, limit: MOST },
      );
      const customers = await findOverpaidCustomers(em, items);
      return items.map(({ id, kind, subject, about, owner, evidence, openedAt, closedBy, reason }) => ({
        ...{ id, kind, subject, about, owner, evidence, closedBy, reason },
        /** Where what is overpaid is decided of. */
        customerId: customers.get(subject) ?? null,
        openedAt: openedAt.toISOString(),
      }));
    }),

  /** The same for many, each by itself: one that somebody has closed meanwhile keeps none of the others from it. */
  moveMany: forRoles(LEADS)
    .input(
      z.object({
        ids: z.array(z.uuid()).min(1).max(MOST),
        reason: z.string().trim().min(1).max(300).optional(),
      }),
    )
    .mutation(async ({ ctx: { tx, actor }, input: { ids, reason } }) => {
      const refused: { id: string; refusal: string }[] = [];
      for (const id of ids) {
        const order = { billerId: actor.billerId, id, by: actor.name };
        const answer = await closeWork(tx, { ...order, ...(reason !== undefined && { reason }) });
        if (answer.kind === 'refused') refused.push({ id, refusal: answer.refusal });
        else await noteAct(tx, actor, `work.${answer.kind}`, { subject: 'work-item', subjectId: id });
      }
      return { done: ids.length - refused.length, refused };
    }),

  /** Without a reason it is taken, with one it is done. */
  move: forRoles(LEADS)
    .input(z.object({ id: z.uuid(), reason: z.string().trim().max(300).optional() }))
    .mutation(async ({ ctx: { tx, actor }, input: { id, reason } }) => {
      const order = { billerId: actor.billerId, id, by: actor.name };
      const answer = await closeWork(tx, { ...order, ...(reason !== undefined && { reason }) });
      if (answer.kind === 'refused') return refuse(answer.refusal);
      await noteAct(tx, actor, `work.${answer.kind}`, { subject: 'work-item', subjectId: id });
      return answer;
    }),

  /** A dispute with all that is on record for the bank. */
  dispute: forRolesAtVendor(ANYONE)
    .input(z.object({ disputeId: z.uuid() }))
    .query(async ({ ctx: { agent, unlimited }, input: { disputeId } }) => {
      const key = { billerId: agent.billerId, disputeId };
      const found = await unlimited.em.fork().findOne(Dispute, { billerId: agent.billerId, id: disputeId });
      if (!found) return refuse('unknown');
      const { dispute, payment, statements, bills } = await gatherEvidence(unlimited, key);
      return {
        state: found.state,
        answeredBy: found.answeredBy ?? null,
        dispute,
        payment,
        statements,
        bills,
      };
    }),

  /** Sends the evidence to the bank, or gives in. */
  answer: forRolesAtVendor(MANAGERS)
    .input(z.object({ disputeId: z.uuid(), isAccepted: z.boolean() }))
    .mutation(async ({ ctx: { agent, actor, unlimited }, input: { disputeId, isAccepted } }) => {
      const key = { billerId: agent.billerId, disputeId };
      const found = await unlimited.em.fork().findOne(Dispute, { billerId: agent.billerId, id: disputeId });
      if (!found) return refuse('unknown');
      const evidence = isAccepted ? undefined : await packEvidence(unlimited, key);
      const answer = await answerDispute(unlimited, {
        ...key,
        by: agent.name,
        ...(evidence && { evidence }),
      });
      if (answer.kind === 'answered') {
        const act = isAccepted ? 'dispute.accepted' : 'dispute.answered';
        await inTransaction(unlimited, (tx) =>
          noteAct(tx, actor, act, { subject: 'dispute', subjectId: disputeId }),
        );
      }
      return answer;
    }),
});

/** Whose overpayments some items are about, by the credit's id. */
async function findOverpaidCustomers(
  em: TxCtx['em'],
  items: readonly WorkItem[],
): Promise<Map<string, string>> {
  const [first] = items;
  const ids = items.filter(({ kind }) => kind === 'overpayment').map(({ subject }) => subject);
  if (!first || ids.length === 0) return new Map();
  const { billerId } = first;
  const credits = await em.find(Credit, { billerId, id: { $in: ids } });
  const accountIds = credits.map(({ accountId }) => accountId);
  const accounts = await em.find(Account, { billerId, id: { $in: accountIds } });
  const customerOf = new Map(accounts.map(({ id, customerId }) => [id, customerId]));
  return new Map(credits.map(({ id, accountId }) => [id, customerOf.get(accountId) ?? '']));
}

type Pack = NonNullable<Parameters<typeof answerDispute>[1]['evidence']>;

/** The statements, and the whole of it as the document that goes to the bank with them. */
async function packEvidence(ctx: Ctx, key: { billerId: string; disputeId: string }): Promise<Pack> {
  const pack = await gatherEvidence(ctx, key);
  const bytes = await writeRecordPdf(layOutEvidence(pack), ctx.clock.now());
  return { texts: pack.statements, document: { name: 'evidence.pdf', bytes } };
}
