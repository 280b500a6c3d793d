import type { Gateway } from '../state/gateway.ts';
import { changeModifications } from '../subscriptions/change-modifications.ts';
import type { Modification, Plan } from '../subscriptions/subscription-record.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';

/** Takes a new plan of the merchant into the books, or changes a known one; what is not sent stays as it was. */
export function keepPlan(gateway: Gateway, sent: Params, known?: Plan): Plan {
  const now = gateway.clock.now();
  const number = (name: string, before: number | null) => {
    const value = filled(sent[name]);
    return value === undefined ? before : Number(value);
  };
  const text = (name: string, before: string | null) => filled(sent[name]) ?? before;
  const id = filled(sent.id) ?? known?.id ?? gateway.newId(6);
  const trialDuration = number('trialDuration', known?.trialDuration ?? null);
  const plan: Plan = {
    id,
    merchantId: known?.merchantId ?? gateway.settings.merchantId,
    name: text('name', known?.name ?? null),
    description: text('description', known?.description ?? null),
    price: decimal(cents(filled(sent.price)) ?? cents(known?.price) ?? 0),
    currency: text('currencyIsoCode', known?.currency ?? 'USD') ?? 'USD',
    billingDayOfMonth: number('billingDayOfMonth', known?.billingDayOfMonth ?? null),
    billingFrequency: number('billingFrequency', known?.billingFrequency ?? 1) ?? 1,
    numberOfBillingCycles: isTrue(sent.neverExpires)
      ? null
      : number('numberOfBillingCycles', known?.numberOfBillingCycles ?? null),
    trialDuration,
    trialDurationUnit: text('trialDurationUnit', known?.trialDurationUnit ?? null),
    trialPeriod:
      sent.trialPeriod === undefined
        ? (known?.trialPeriod ?? trialDuration !== null)
        : isTrue(sent.trialPeriod),
    addOns: modified(gateway, known?.addOns ?? [], sent, 'addOns'),
    discounts: modified(gateway, known?.discounts ?? [], sent, 'discounts'),
    createdAt: known?.createdAt ?? now,
    updatedAt: now,
  };
  if (known && known.id !== id) delete gateway.state.plans[known.id];
  gateway.state.plans[id] = plan;
  return plan;
}

function modified(
  gateway: Gateway,
  before: Modification[],
  sent: Params,
  name: 'addOns' | 'discounts',
): Modification[] {
  return changeModifications(gateway, before, group(sent[name]), name, ['plan', name], collectErrors());
}
