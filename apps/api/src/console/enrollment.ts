import { findPaperlessCredit } from '@kvitt/db/credit/find-paperless-credit';
import { listCallBacks } from '@kvitt/db/enrollment/list-call-backs';
import { loadCall } from '@kvitt/db/enrollment/load-call';
import { loadEvidence } from '@kvitt/db/enrollment/load-evidence';
import { ANYONE, DESK, OVERSEERS } from '@kvitt/domain/agent/role';
import { MOST_CHOICES, NO_REASONS } from '@kvitt/domain/enrollment/call-script';
import { measureProgress } from '@kvitt/domain/enrollment/measure-progress';
import { sayCredit } from '@kvitt/domain/enrollment/say-credit';
import { sayStep } from '@kvitt/domain/enrollment/say-step';
import { findStep } from '@kvitt/domain/enrollment/step-script';
import { answerStep } from '@kvitt/flows/enrollment/answer-step';
import { beginEnrollment } from '@kvitt/flows/enrollment/begin-enrollment';
import { closeEnrollment } from '@kvitt/flows/enrollment/close-enrollment';
import { findScript } from '@kvitt/flows/enrollment/find-script';
import { mayAsk } from '@kvitt/flows/enrollment/may-ask';
import { moveCallBack } from '@kvitt/flows/enrollment/move-call-back';
import { shareCall } from '@kvitt/flows/enrollment/share-call';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const call = { enrollmentId: z.uuid() };

/** Enrolling a caller: the script step by step, and what the handset does meanwhile. */
export const enrollmentRoom = consoleRoom({
  begin: forRoles(DESK)
    .input(z.object({ ...call, accountId: z.uuid(), source: z.enum(['call-in', 'call-out', 'desk']) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await beginEnrollment(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** The call as its screen shows it: what to say now, which keys there are, and how the handset stands. */
  open: forRoles(ANYONE)
    .input(z.object(call))
    .query(async ({ ctx: { tx, em, agent }, input }) => {
      const row = await loadCall(em, agent.billerId, input.enrollmentId);
      if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such call' });
      const script = await findScript(tx, { ...row, billerId: agent.billerId });
      const step = findStep(script, row.step);
      if (!step) throw new Error(`a call is on ${row.step}, which its script does not have`);
      const { name, brand, language } = row;
      const words = sayStep(script, step, language, {
        agent: row.agent,
        brand,
        name,
        phoneEnd: row.phone.slice(-2),
        credit: sayCredit(await findPaperlessCredit(em, agent.billerId, row.accountId), language),
      });
      const isUnasked = row.state === 'calling' && row.askedAt === null;
      const { billerId } = agent;
      const { choices, part, isObjection = false, wording } = step;
      return {
        ...row,
        words,
        choices: choices.map(({ label, words: own }) => ({ label, words: own ?? null })),
        progress: measureProgress(script, row.step),
        leastMs: step.leastMs,
        part,
        isObjection,
        wording: wording ?? null,
        // Whether the question could go out at this hour, told before it is agreed on.
        verdict: (isUnasked && (await mayAsk(tx, { billerId, phoneId: row.phoneId }))) || null,
      };
    }),

  /** Everything that proves an enrollment, on one screen. */
  evidence: forRoles(OVERSEERS)
    .input(z.object(call))
    .query(async ({ ctx: { em, agent }, input }) => {
      const row = await loadCall(em, agent.billerId, input.enrollmentId);
      const evidence = row && (await loadEvidence(em, agent.billerId, input.enrollmentId));
      if (!evidence) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such call' });
      return { ...row, ...evidence };
    }),

  answer: forRoles(DESK)
    .input(z.object({ ...call, step: z.string().max(60), key: z.int().min(1).max(MOST_CHOICES) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await answerStep(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** Whom the agent has promised to call again. */
  callBacks: forRoles(DESK).query(async ({ ctx: { em, tx, agent } }) => ({
    list: await listCallBacks(em, { billerId: agent.billerId, agentId: agent.id }),
    now: tx.clock.now().toISOString(),
  })),

  /** Without a time it is done with. */
  moveCallBack: forRoles(DESK)
    .input(z.object({ ...call, at: z.iso.datetime({ offset: true }).optional() }))
    .mutation(async ({ ctx: { tx, actor }, input: { enrollmentId, at } }) => {
      const time = at === undefined ? undefined : new Date(at);
      const answer = await moveCallBack(tx, actor, { enrollmentId, at: time });
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  /** With whom the call is done together: the two share what it earns. */
  share: forRoles(DESK)
    .input(z.object({ ...call, agentId: z.uuid().nullable() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await shareCall(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  close: forRoles(DESK)
    .input(z.object({ ...call, outcome: z.enum(['declined', 'call-back']), reason: z.enum(NO_REASONS) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await closeEnrollment(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),
});
