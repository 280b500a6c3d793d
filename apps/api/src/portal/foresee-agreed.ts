import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import { Instalment } from '@kvitt/db/plan/instalment.entity';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { Coming } from './preference-view.ts';

/**
 * What will be texted because of what the customer has agreed to, if nothing changes: word of what autopay will charge and
 * its receipt, the parts of a plan, and the morning of the day that was promised.
 * @param numbers of the open bills, by their id
 * @param today the customer's own day, `YYYY-MM-DD`
 */
export async function foreseeAgreed(
  ctx: Ctx,
  target: LinkTarget,
  { numbers, today }: { numbers: ReadonlyMap<string, string>; today: string },
): Promise<Coming[]> {
  const charges = await foreseeCharges(ctx, target, numbers);
  return [
    ...charges,
    ...(await foreseeParts(ctx, target, today)),
    ...(await foreseePromise(ctx, target, numbers, today)),
  ];
}

async function foreseeCharges(
  { em }: Ctx,
  { account, customer }: LinkTarget,
  numbers: ReadonlyMap<string, string>,
): Promise<Coming[]> {
  const { billerId, id: accountId } = account;
  const planned = await em.fork().find(PlannedCharge, { billerId, accountId, state: 'queued' });
  return planned.flatMap(({ invoiceId, chargeOn, tellAt }): Coming[] => {
    const number = numbers.get(invoiceId);
    if (number === undefined) return [];
    const told: Coming[] = tellAt
      ? [{ kind: 'charge', on: localDate(tellAt, customer.timeZone), number }]
      : [];
    return [...told, { kind: 'receipt', on: chargeOn, number }];
  });
}

/** Each part some days before it is due, by autopay or without: what was told already is not told again. */
async function foreseeParts(ctx: Ctx, { account }: LinkTarget, today: string): Promise<Coming[]> {
  const { billerId, id: accountId } = account;
  const em = ctx.em.fork();
  const [plan] = await findRunningPlans(em, billerId, [accountId]);
  if (!plan) return [];
  const { aheadDays } = (await loadMoneyRules(em, billerId)).autopay;
  const isAutopaid = (await em.count(Autopay, { billerId, accountId, state: 'on' })) > 0;
  const planned = await em.find(PlannedCharge, { billerId, accountId, planId: plan.planId });
  const told = await em.find(Instalment, { billerId, planId: plan.planId, toldOn: { $ne: null } });
  const known = isAutopaid ? planned.map(({ dueOn }) => dueOn) : told.map(({ dueOn }) => dueOn);
  const { instalments } = standPlan(plan.instalments, plan.balanceMinor, today);
  return instalments
    .filter(({ openMinor, dueOn }) => openMinor > 0 && dueOn >= today && !known.includes(dueOn))
    .map(({ number, dueOn }) => {
      const ahead = addDays(dueOn, -aheadDays);
      return { kind: 'part', on: ahead < today ? today : ahead, number: String(number) };
    });
}

/** On its morning; one that is for today was agreed to today, or has been reminded of. */
async function foreseePromise(
  { em }: Ctx,
  { account }: LinkTarget,
  numbers: ReadonlyMap<string, string>,
  today: string,
): Promise<Coming[]> {
  const { billerId, id: accountId } = account;
  const promise = await em.fork().findOne(PromiseToPay, { billerId, accountId, state: 'open' });
  const [number = ''] = numbers.values();
  return promise && promise.dueOn > today ? [{ kind: 'promise', on: promise.dueOn, number }] : [];
}
