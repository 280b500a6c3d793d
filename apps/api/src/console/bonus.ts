import { Biller } from '@kvitt/db/biller/biller.entity';
import { countBonuses } from '@kvitt/db/incentive/count-bonuses';
import { listBonuses } from '@kvitt/db/incentive/list-bonuses';
import { listPayLines } from '@kvitt/db/incentive/list-pay-lines';
import { PayPeriod } from '@kvitt/db/incentive/pay-period.entity';
import { sumBonuses } from '@kvitt/db/incentive/sum-bonuses';
import { ANYONE, DESK, MANAGERS, OVERSEERS } from '@kvitt/domain/agent/role';
import { answerAppeal } from '@kvitt/flows/incentive/answer-appeal';
import { appealBonus } from '@kvitt/flows/incentive/appeal-bonus';
import { clearFlag } from '@kvitt/flows/incentive/clear-flag';
import { closePeriod } from '@kvitt/flows/incentive/close-period';
import { decideBonus } from '@kvitt/flows/incentive/decide-bonus';
import { loadPlan } from '@kvitt/flows/incentive/load-plan';
import { savePlan } from '@kvitt/flows/incentive/save-plan';
import { writePayroll } from '@kvitt/flows/incentive/write-payroll';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';
import {
  ANSWER,
  APPEAL,
  APPROVAL,
  BONUSES,
  CLEARING,
  MINE,
  PLAN,
  REJECTION,
  REJECTIONS,
} from './bonus-inputs.ts';

const PAGE = 60;
const DAY_MS = 86_400_000;

/** What agents earn: their own, and for managers everybody's, from the handset's YES to payroll. */
export const bonusRoom = consoleRoom({
  mine: forRoles(ANYONE)
    .input(MINE)
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId, id: agentId } = agent;
      const { currency } = await em.findOneOrFail(Biller, { id: billerId });
      const lines = await listBonuses(em, { billerId, agentId, after: input.after, most: PAGE });
      // What a flag was seen by is a manager's to know: it would say how not to be seen.
      const own = lines.map(({ flags, ...line }) => ({
        ...line,
        isLookedAt: flags.some(({ clearedAt }) => !clearedAt),
      }));
      return { currency, sums: await sumBonuses(em, billerId, agentId), lines: own };
    }),

  list: forRoles(OVERSEERS)
    .input(BONUSES)
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId } = agent;
      const lines = await listBonuses(em, { ...input, billerId, most: PAGE });
      const last = lines.length === PAGE ? lines.at(-1) : undefined;
      return { lines, next: last && { earnedAt: last.earnedAt, id: last.id } };
    }),

  counts: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const { currency } = await em.findOneOrFail(Biller, { id: agent.billerId });
    return { currency, ...(await countBonuses(em, agent.billerId)) };
  }),

  /** Each is decided on by itself: one that may not be approved keeps none of the others from it. */
  approve: forRoles(MANAGERS)
    .input(APPROVAL)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const refused: { bonusId: string; refusal: string }[] = [];
      for (const bonusId of input.bonusIds) {
        const answer = await decideBonus(tx, actor, { bonusId, as: 'approved' });
        if (answer.kind === 'refused') refused.push({ bonusId, refusal: answer.refusal });
      }
      return { approved: input.bonusIds.length - refused.length, refused };
    }),

  reject: forRoles(MANAGERS)
    .input(REJECTION)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await decideBonus(tx, actor, { ...input, as: 'rejected' });
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** One reason for many, each decided on by itself. */
  rejectMany: forRoles(MANAGERS)
    .input(REJECTIONS)
    .mutation(async ({ ctx: { tx, actor }, input: { bonusIds, reason } }) => {
      const refused: { bonusId: string; refusal: string }[] = [];
      for (const bonusId of bonusIds) {
        const answer = await decideBonus(tx, actor, { bonusId, reason, as: 'rejected' });
        if (answer.kind === 'refused') refused.push({ bonusId, refusal: answer.refusal });
      }
      return { rejected: bonusIds.length - refused.length, refused };
    }),

  clearFlag: forRoles(MANAGERS)
    .input(CLEARING)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const { flag: kind, ...rest } = input;
      const answer = await clearFlag(tx, actor, { ...rest, kind });
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  appeal: forRoles(DESK)
    .input(APPEAL)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await appealBonus(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  answerAppeal: forRoles(MANAGERS)
    .input(ANSWER)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const { appealId, verdict, words } = input;
      const answer = await answerAppeal(tx, actor, { appealId, as: verdict, words });
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  plan: forRoles(ANYONE).query(async ({ ctx: { em, tx, agent } }) => {
    const { currency } = await em.findOneOrFail(Biller, { id: agent.billerId });
    const { vestAfterMs, clawBackForMs, ...plan } = await loadPlan(tx, agent.billerId);
    return {
      ...plan,
      currency,
      vestAfterDays: vestAfterMs / DAY_MS,
      clawBackForDays: clawBackForMs / DAY_MS,
    };
  }),

  savePlan: forRoles(MANAGERS)
    .input(PLAN)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await savePlan(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  periods: forRoles(OVERSEERS).query(async ({ ctx: { em, agent } }) => {
    const { billerId } = agent;
    const periods = await em.find(PayPeriod, { billerId }, { orderBy: { through: 'desc' }, limit: 36 });
    const lines = await Promise.all(periods.map(({ id }) => listPayLines(em, billerId, id)));
    return periods.map(({ id, through, closedAt, closer }, index) => ({
      id,
      through,
      closedAt,
      closer,
      lines: lines[index] ?? [],
    }));
  }),

  closePeriod: forRoles(MANAGERS)
    .input(z.object({ through: z.iso.date() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await closePeriod(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** The file for payroll of a closed period. */
  payroll: forRoles(MANAGERS)
    .input(z.object({ periodId: z.uuid() }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId } = agent;
      const period = await em.findOne(PayPeriod, { billerId, id: input.periodId });
      if (!period) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such period' });
      const csv = writePayroll(period.through, await listPayLines(em, billerId, period.id));
      return { name: `payroll-${period.through}.csv`, csv };
    }),
});
