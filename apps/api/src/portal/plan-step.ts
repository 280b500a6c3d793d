import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { findWording, type SaidWording } from '@kvitt/domain/consent/find-wording';
import { type Money, money } from '@kvitt/domain/money/money';
import type { Instalment, PlanPace } from '@kvitt/domain/plan/plan';
import { proposePlan } from '@kvitt/domain/plan/propose-plan';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import { findPlanChoices, type PlanChoices } from '@kvitt/flows/plan/find-plan-choices';
import { findAutopayMethod } from './account-view.ts';
import type { AgreePlan, ChoosePlan, PlanGlance, PlanPart, PlanStep } from './plan-view.ts';

/** What a customer wants, as the address or the form says it. */
export interface PlanWanted {
  parts: number;
  pace: PlanPace;
  firstOn: string;
}

/** What the account pays by or can choose from, on the customer's own day. */
function readPlanChoices(ctx: Ctx, { account, customer }: LinkTarget): Promise<PlanChoices> {
  const { billerId, id: accountId } = account;
  const of = { billerId, accountId, timeZone: customer.timeZone, now: ctx.clock.now() };
  return findPlanChoices(ctx.em.fork(), { ...of, by: 'customer' });
}

/** The words of a plan, as this customer reads them. */
export function planWords({ customer, biller }: Pick<LinkTarget, 'customer' | 'biller'>): SaidWording {
  const said = findWording('plan', { channel: 'web', language: customer.language, brand: biller.name });
  if (!said) throw new Error('a plan has no words');
  return said;
}

/** One line about the plan; undefined where none runs and none can be chosen. */
export async function glanceAtPlan(ctx: Ctx, target: LinkTarget): Promise<PlanGlance | undefined> {
  const { running, offers } = await readPlanChoices(ctx, target);
  if (running) {
    const { leftMinor, next, currency } = running;
    return {
      kind: 'running',
      left: money(leftMinor, currency),
      ...(next && { next: { amount: money(next.amountMinor, currency), dueOn: next.dueOn } }),
    };
  }
  const mostParts = offers.at(-1)?.instalments.length;
  return mostParts ? { kind: 'offered', mostParts } : undefined;
}

/** The page for where the account stands: the running plan, what can be chosen, what was chosen, or why there is none. */
export async function planStep(
  ctx: Ctx,
  target: LinkTarget,
  ask: {
    wanted?: PlanWanted | undefined;
    problem?: ChoosePlan['problem'];
    isNew?: boolean;
    isEnded?: boolean;
  },
): Promise<PlanStep> {
  const choices = await readPlanChoices(ctx, target);
  if (choices.running) return runningStep(ctx, target, choices.running, ask.isNew ?? false);
  const { due, offers, rules, refusal } = choices;
  if (refusal || !due || offers.length === 0) {
    const least = money(rules.leastMinor, target.invoice.currency);
    return { step: 'none', why: refusal ?? 'too-little', least, isEnded: ask.isEnded ?? false };
  }
  const today = localDate(ctx.clock.now(), target.customer.timeZone);
  const answer = ask.wanted && proposePlan(ask.wanted, due, rules, today, 'customer');
  if (answer?.kind === 'plan') {
    const { instalments, pace } = answer.plan;
    const { graceDays } = rules;
    const problem =
      ask.problem === 'not-agreed' || ask.problem === 'amount-changed' ? ask.problem : undefined;
    return agreeStep(ctx, target, { due, pace, instalments, graceDays, problem });
  }
  const problem = answer?.kind === 'refused' ? answer.refusal : ask.problem;
  return chooseStep(choices, due, { today, wanted: ask.wanted, problem, isEnded: ask.isEnded ?? false });
}

function chooseStep(
  { offers, rules }: PlanChoices,
  due: Money,
  ask: {
    today: string;
    wanted: PlanWanted | undefined;
    problem: ChoosePlan['problem'];
    isEnded: boolean;
  },
): ChoosePlan {
  const usual = offers.find(({ instalments }) => instalments.length === 3) ?? offers.at(-1);
  const firstOn = usual?.instalments[0]?.dueOn ?? ask.today;
  return {
    step: 'choose',
    due,
    offers: offers.map(({ instalments }) => ({
      parts: instalments.length,
      amount: money(instalments[0]?.amountMinor ?? 0, due.currency),
    })),
    chosen: ask.wanted ?? { parts: usual?.instalments.length ?? 2, pace: 'month', firstOn },
    earliest: ask.today,
    latest: addDays(ask.today, rules.firstWithinDays),
    isEnded: ask.isEnded,
    ...(ask.problem && { problem: ask.problem }),
  };
}

async function agreeStep(
  ctx: Ctx,
  target: LinkTarget,
  plan: {
    due: Money;
    pace: PlanPace;
    instalments: readonly Instalment[];
    graceDays: number;
    problem: AgreePlan['problem'];
  },
): Promise<AgreePlan> {
  const { due, pace, instalments, graceDays, problem } = plan;
  const { wordingKey, words } = planWords(target);
  const autopay = await findAutopayMethod(ctx, target);
  return {
    step: 'agree',
    planId: ctx.ids.next(),
    due,
    pace,
    parts: instalments.map((one) => showPart({ ...one, openMinor: one.amountMinor }, due.currency)),
    graceDays,
    wordingKey,
    words,
    ...(autopay && { autopay }),
    ...(problem && { problem }),
  };
}

async function runningStep(
  ctx: Ctx,
  target: LinkTarget,
  running: NonNullable<PlanChoices['running']>,
  isNew: boolean,
): Promise<PlanStep> {
  const { currency, graceDays, leftMinor, paidParts, instalments, next, missed, dueMinor } = running;
  const plan = await ctx.em.fork().findOne(PaymentPlan, {
    billerId: target.account.billerId,
    id: running.planId,
  });
  const autopay = await findAutopayMethod(ctx, target);
  return {
    step: 'running',
    left: money(leftMinor, currency),
    paidParts,
    parts: instalments.map((one) => showPart(one, currency)),
    ...(next && { next: { amount: money(next.amountMinor, currency), dueOn: next.dueOn } }),
    ...(missed && {
      missed: {
        amount: money(dueMinor, currency),
        dueOn: missed.dueOn,
        endsOn: addDays(missed.dueOn, graceDays),
      },
    }),
    graceDays,
    ...(plan?.wording && { words: plan.wording }),
    ...(autopay && { autopay }),
    isNew,
  };
}

function showPart(one: Instalment & { openMinor: number }, currency: Money['currency']): PlanPart {
  const { number, dueOn, amountMinor, openMinor } = one;
  return { number, dueOn, amount: money(amountMinor, currency), open: money(openMinor, currency) };
}
