import type { Act, Gateway } from '../state/gateway.ts';
import type { Plan } from '../subscriptions/subscription-record.ts';
import { answer, notFound } from '../wire/answer.ts';
import { filled, group } from '../wire/params.ts';
import { listOf } from '../wire/write-xml.ts';
import { keepModification } from './keep-modification.ts';
import { keepPlan } from './keep-plan.ts';
import { writeModification, writePlan } from './write-plan.ts';

/** GET /plans: all of the merchant's, in one list. */
export const listPlans: Act = (gateway) => {
  const own = Object.values(gateway.state.plans).filter(
    ({ merchantId }) => merchantId === gateway.settings.merchantId,
  );
  return answer({
    plans: listOf(
      'plan',
      own.map((plan) => writePlan(gateway, plan)),
    ),
  });
};

/** GET /plans/:id */
export const findPlan: Act = (gateway, call) => {
  const plan = planOf(gateway, call.path.id ?? '');
  return plan ? answer({ plan: writePlan(gateway, plan) }) : notFound();
};

/** POST /plans, and /plans/create_plan_for_tests, by which the vendor's own test suites make theirs. */
export const createPlan: Act = (gateway, call) =>
  answer({ plan: writePlan(gateway, keepPlan(gateway, group(call.body.plan))) }, 201);

/** PUT /plans/:id */
export const updatePlan: Act = (gateway, call) => {
  const plan = planOf(gateway, call.path.id ?? '');
  if (!plan) return notFound();
  return answer({ plan: writePlan(gateway, keepPlan(gateway, group(call.body.plan), plan)) });
};

/** POST /modifications/create_modification_for_tests: an add-on or a discount, of a plan where one is named. */
export const createModificationForTests: Act = (gateway, call) => {
  const sent = group(call.body.modification);
  const kind = filled(sent.kind) === 'discount' ? 'discount' : 'add_on';
  const made = keepModification(gateway, kind, sent);
  const plan = gateway.state.plans[filled(sent.planId) ?? ''];
  (kind === 'discount' ? plan?.discounts : plan?.addOns)?.push(made);
  return answer({ modification: writeModification(made) }, 201);
};

/** GET /add_ons */
export const listAddOns: Act = (gateway) =>
  answer({ addOns: listOf('add-on', ownOfKind(gateway, 'add_on').map(writeModification)) });

/** GET /discounts */
export const listDiscounts: Act = (gateway) =>
  answer({ discounts: listOf('discount', ownOfKind(gateway, 'discount').map(writeModification)) });

function ownOfKind(gateway: Gateway, kind: 'add_on' | 'discount') {
  return Object.values(gateway.state.modifications).filter(
    (one) => one.kind === kind && one.merchantId === gateway.settings.merchantId,
  );
}

function planOf(gateway: Gateway, id: string): Plan | undefined {
  const plan = gateway.state.plans[id];
  return plan?.merchantId === gateway.settings.merchantId ? plan : undefined;
}
