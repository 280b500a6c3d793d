import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { money } from '@kvitt/domain/money/money';
import { PLAN_PACES } from '@kvitt/domain/plan/plan';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { endPlan } from '@kvitt/flows/plan/end-plan';
import { startPlan } from '@kvitt/flows/plan/start-plan';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import { openRest } from './open-link.ts';
import { type PlanWanted, planStep, planWords } from './plan-step.ts';
import type { PlanStep } from './plan-view.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What is wanted, as the first step's form puts it into the address. */
const WANTED = z.object({
  parts: z.coerce.number().int().min(2).max(36),
  pace: z.enum(PLAN_PACES as [(typeof PLAN_PACES)[number]]),
  first: z.iso.date(),
});

/** What the forms send: POST `/{token}/plan`. */
const FORM = z.discriminatedUnion('act', [
  WANTED.extend({
    act: z.literal('start'),
    planId: z.uuid(),
    /** What the page showed as due in all: a plan for another sum is not made. */
    statedMinor: z
      .string()
      .regex(/^[1-9]\d{0,11}$/)
      .transform(Number),
    wordingKey: z.string().max(60),
    agree: z.literal('on').optional(),
  }),
  z.object({ act: z.literal('end') }),
]);

/** The payment plan: what can be chosen, what was chosen with every part of it, or how the running one stands. */
export async function showPlan(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'plan');
  if (opened.kind === 'answered') return opened.response;
  const query = visit.c.req.query();
  const { done } = query;
  const wanted = WANTED.safeParse(query);
  const isAsked = 'parts' in query || 'first' in query;
  const step = await planStep(visit.ctx, opened.target, {
    ...(wanted.success && { wanted: readWanted(wanted.data) }),
    ...(isAsked && !wanted.success && { problem: 'bad-first-day' as const }),
    isNew: done === 'made',
    isEnded: done === 'ended',
  });
  return show(visit, opened.target, step);
}

/** Makes the plan that was shown and agreed to, or ends the running one. */
export async function changePlan(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'plan');
  if (opened.kind === 'answered') return opened.response;
  const { ctx } = visit;
  const { target } = opened;
  const { billerId, accountId, currency } = target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return show(visit, target, await planStep(ctx, target, { problem: 'not-agreed' }));
  if (form.data.act === 'end') {
    await inTransaction(ctx, (tx) => endPlan(tx, { billerId, accountId, by: 'customer' }));
    return leadTo(visit, '/plan?done=ended');
  }
  const { planId: tryId, statedMinor, wordingKey, agree } = form.data;
  const wanted = readWanted(form.data);
  const said = planWords(target);
  if (agree !== 'on') {
    return show(visit, target, await planStep(ctx, target, { wanted, problem: 'not-agreed' }));
  }
  // Words that have changed since the page was made are shown anew, as an amount that has changed is.
  if (wordingKey !== said.wordingKey) {
    return show(visit, target, await planStep(ctx, target, { wanted, problem: 'amount-changed' }));
  }
  // What comes with a form may be anybody's id: made from it and the account, it is this account's alone.
  const planId = ctx.ids.derived(tryId.toLowerCase(), accountId);
  const answer = await inTransaction(ctx, async (tx) => {
    if (await tx.em.findOne(PaymentPlan, { billerId, id: planId })) return { kind: 'made-before' as const };
    return startPlan(tx, {
      billerId,
      accountId,
      planId,
      wish: wanted,
      agreed: money(statedMinor, currency),
      channel: 'portal',
      by: 'customer',
      agreedWords: { ...said, language: target.customer.language },
    });
  });
  if (answer.kind !== 'refused') return leadTo(visit, '/plan?done=made');
  return show(visit, target, await planStep(ctx, target, { wanted, problem: answer.refusal }));
}

function readWanted({ parts, pace, first }: z.infer<typeof WANTED>): PlanWanted {
  return { parts, pace, firstOn: first };
}

function show(visit: Visit, target: LinkTarget, plan: PlanStep): Promise<Response> {
  const hasProblem = 'problem' in plan && plan.problem !== undefined;
  return showView(visit, { kind: 'plan', plan }, hasProblem ? 422 : 200, target);
}
