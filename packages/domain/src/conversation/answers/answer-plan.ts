import { type PlanWish, proposePlan } from '../../plan/propose-plan.ts';
import type { DialogFacts, PlanQuestion } from '../dialog.ts';
import type { DialogEffect } from '../dialog-effects.ts';
import { planOf } from './ask-which.ts';
import { answered, type DialogStep, say, step } from './step.ts';

/** PLAN: how the running plan stands, else the offer of one with its code, where the biller lets customers set plans. */
export function answerPlan(facts: DialogFacts): DialogStep {
  const [first] = facts.bills;
  if (!first) return answered({ kind: 'nothing-due' });
  const plan = planOf([first], facts) ?? planOf(facts.bills, facts);
  if (plan) {
    const bill = facts.bills.find(({ invoiceId }) => plan.invoiceIds.includes(invoiceId)) ?? first;
    return answered({ kind: 'plan-running', plan, bill });
  }
  return offerPlan({}, facts);
}

/** YES to an offered plan: with its code, in time and while the same is due it is agreed on; else it is offered anew. */
export function answerPlanOffer(
  offer: PlanQuestion,
  code: string | undefined,
  facts: DialogFacts,
  now: Date,
): DialogStep {
  const isRight = code === offer.code && offer.expiresAt > now;
  const isSame =
    facts.planDue?.minor === offer.total.minor && facts.planDue.currency === offer.total.currency;
  if (isRight && isSame) return step('answered', { do: 'start-plan', offer });
  return offerPlan(offer.firstOn >= facts.today ? { parts: offer.parts, firstOn: offer.firstOn } : {}, facts);
}

/** NO to an offered plan. */
export function declinePlan(offer: PlanQuestion, facts: DialogFacts): DialogStep {
  const [first] = facts.bills;
  return step(
    'declined-offer',
    { do: 'close-plan-offer', offerId: offer.id, as: 'declined' },
    say(first ? { kind: 'not-charged', invoiceId: first.invoiceId } : { kind: 'nothing-due' }),
  );
}

function offerPlan(wish: PlanWish, facts: DialogFacts): DialogStep {
  const [bill] = facts.bills;
  if (!bill) return answered({ kind: 'nothing-due' });
  const answer = proposePlan(wish, facts.planDue, facts.rules.plan, facts.today, 'customer');
  if (answer.kind === 'refused') {
    return answered({ kind: answer.refusal === 'agent-only' ? 'plan' : 'plan-not-possible' });
  }
  return step('asked', ...closeQuestion(facts), {
    do: 'offer-plan',
    bill,
    plan: answer.plan,
    code: facts.freshCode,
  });
}

/** One question at a time. */
function closeQuestion({ offer }: DialogFacts): DialogEffect[] {
  return offer?.kind === 'question' ? [{ do: 'close-offer', offerId: offer.id, as: 'superseded' }] : [];
}
