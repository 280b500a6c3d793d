import type { Gateway } from '../state/gateway.ts';
import type { Modification, Plan } from '../subscriptions/subscription-record.ts';
import { globalId } from '../wire/global-id.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';

/** A plan as the gateway shows it. */
export function writePlan(gateway: Gateway, plan: Plan): XmlObject {
  return {
    id: plan.id,
    globalId: globalId('plan', plan.id),
    merchantId: gateway.settings.merchantId,
    billingDayOfMonth: plan.billingDayOfMonth,
    billingFrequency: plan.billingFrequency,
    currencyIsoCode: plan.currency,
    description: plan.description,
    name: plan.name,
    numberOfBillingCycles: plan.numberOfBillingCycles,
    price: plan.price,
    trialDuration: plan.trialDuration,
    trialDurationUnit: plan.trialDurationUnit,
    trialPeriod: plan.trialPeriod,
    createdAt: new Date(plan.createdAt),
    updatedAt: new Date(plan.updatedAt),
    addOns: listOf('add-on', plan.addOns.map(writeModification)),
    discounts: listOf('discount', plan.discounts.map(writeModification)),
  };
}

/** An add-on or a discount as the gateway shows it. */
export function writeModification(modification: Modification): XmlObject {
  const { currentBillingCycle } = modification;
  return {
    id: modification.id,
    kind: modification.kind,
    merchantId: modification.merchantId,
    name: modification.name,
    description: modification.description,
    amount: modification.amount,
    quantity: modification.quantity,
    numberOfBillingCycles: modification.numberOfBillingCycles,
    neverExpires: modification.numberOfBillingCycles === null,
    ...(currentBillingCycle === undefined ? {} : { currentBillingCycle }),
    createdAt: new Date(modification.createdAt),
    updatedAt: new Date(modification.updatedAt),
  };
}
