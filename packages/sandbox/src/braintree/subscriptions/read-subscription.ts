import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Gateway } from '../state/gateway.ts';
import { readDescriptor } from '../transactions/read-extra.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { cents, decimal } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, type Params, text } from '../wire/params.ts';
import { changeModifications } from './change-modifications.ts';
import { dayAt } from './count-days.ts';
import type { Subscription } from './subscription-record.ts';

const path = ['subscription'];

/** The most that a price may be, in hundredths. */
const largestCents = 9_999_999_999;

type Changes = Partial<
  Pick<
    Subscription,
    | 'price'
    | 'merchantAccountId'
    | 'numberOfBillingCycles'
    | 'description'
    | 'descriptor'
    | 'trialPeriod'
    | 'trialDuration'
    | 'trialDurationUnit'
  >
>;

/** Reads what a request says of a subscription besides plan, method, dates and modifications; adds what is wrong. */
export function readSubscription(gateway: Gateway, sent: Params, errors: ValidationErrors): Changes {
  const merchantAccountId = filled(sent.merchantAccountId);
  if (merchantAccountId && !merchantAccountOf(gateway, merchantAccountId))
    errors.add(path, 'merchantAccountId', '91901');
  const description = text(group(group(sent.options).paypal).description) ?? text(sent.description);
  return {
    ...readPrice(sent, errors),
    ...readCycles(sent, errors),
    ...readTrial(sent, errors),
    ...(merchantAccountId ? { merchantAccountId } : {}),
    ...(description === undefined ? {} : { description }),
    ...(isGroup(sent.descriptor)
      ? { descriptor: readDescriptor(sent.descriptor, path, errors) as Subscription['descriptor'] }
      : {}),
  };
}

function readPrice(sent: Params, errors: ValidationErrors): Changes {
  const price = text(sent.price);
  if (price === undefined) return {};
  const found = cents(price);
  if (price.trim() === '') errors.add(path, 'price', '81903');
  else if (found === undefined) errors.add(path, 'price', '81904');
  else if (found > largestCents) errors.add(path, 'price', '81923');
  return found === undefined ? {} : { price: decimal(found) };
}

function readCycles(sent: Params, errors: ValidationErrors): Changes {
  const cycles = text(sent.numberOfBillingCycles);
  const neverExpires = isTrue(sent.neverExpires);
  if (neverExpires && cycles !== undefined) errors.add(path, 'numberOfBillingCycles', '91908');
  else if (cycles !== undefined && !/^-?\d+$/.test(cycles))
    errors.add(path, 'numberOfBillingCycles', '91906');
  else if (cycles !== undefined && Number(cycles) <= 0) errors.add(path, 'numberOfBillingCycles', '91907');
  if (neverExpires) return { numberOfBillingCycles: null };
  return cycles === undefined ? {} : { numberOfBillingCycles: Number(cycles) };
}

function readTrial(sent: Params, errors: ValidationErrors): Changes {
  const duration = filled(sent.trialDuration);
  const unit = filled(sent.trialDurationUnit);
  if (duration !== undefined && !/^\d+$/.test(duration)) errors.add(path, 'trialDuration', '81907');
  if (unit !== undefined && unit !== 'day' && unit !== 'month')
    errors.add(path, 'trialDurationUnit', '81909');
  return {
    ...(sent.trialPeriod === undefined || sent.trialPeriod === null
      ? {}
      : { trialPeriod: isTrue(sent.trialPeriod) }),
    ...(duration === undefined ? {} : { trialDuration: Number(duration) }),
    ...(unit === undefined ? {} : { trialDurationUnit: unit }),
  };
}

/** Reads on which day of the month, or from which day on, is to be billed; adds what is wrong. */
export function readBillingDay(
  gateway: Gateway,
  sent: Params,
  errors: ValidationErrors,
): { billingDayOfMonth?: number; firstBillingDate?: string } {
  const dayOfMonth = filled(sent.billingDayOfMonth);
  const first = filled(sent.firstBillingDate)?.slice(0, 10);
  const startsNow = isTrue(group(sent.options).startImmediately);
  if (dayOfMonth !== undefined && !/^-?\d+$/.test(dayOfMonth)) errors.add(path, 'billingDayOfMonth', '91913');
  else if (dayOfMonth !== undefined && !isBillingDay(Number(dayOfMonth)))
    errors.add(path, 'billingDayOfMonth', '91914');
  if (first !== undefined && !/^\d{4}-\d\d-\d\d$/.test(first)) errors.add(path, 'firstBillingDate', '91915');
  else if (first !== undefined && first < dayAt(gateway.clock.now()))
    errors.add(path, 'firstBillingDate', '91916');
  if ([dayOfMonth !== undefined, first !== undefined, startsNow].filter(Boolean).length > 1 && first)
    errors.add(path, 'base', '91917');
  return {
    ...(dayOfMonth === undefined ? {} : { billingDayOfMonth: Number(dayOfMonth) }),
    ...(first === undefined ? {} : { firstBillingDate: first }),
  };
}

/** The last day of every month is called 31. */
function isBillingDay(day: number): boolean {
  return (day >= 1 && day <= 28) || day === 31;
}

/** Checks a new id for a subscription; adds what is wrong with it. */
export function checkSubscriptionId(
  gateway: Gateway,
  id: string | undefined,
  errors: ValidationErrors,
): void {
  if (id === undefined) return;
  if (/[^A-Za-z0-9_-]/.test(id)) errors.add(path, 'id', '81906');
  else if (gateway.state.subscriptions[id]) errors.add(path, 'id', '81902');
}

/** The add-ons and discounts after the changes that a request asks for. */
export function readModifications(
  gateway: Gateway,
  sent: Params,
  before: Pick<Subscription, 'addOns' | 'discounts'>,
  errors: ValidationErrors,
): Pick<Subscription, 'addOns' | 'discounts'> {
  const change = (name: 'addOns' | 'discounts') =>
    changeModifications(gateway, before[name], group(sent[name]), name, [...path, name], errors);
  return { addOns: change('addOns'), discounts: change('discounts') };
}
