import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { readWrittenAmount } from '@kvitt/domain/conversation/read-written-amount';
import { type Money, money } from '@kvitt/domain/money/money';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makePromise } from '@kvitt/flows/promise/make-promise';
import { z } from 'zod';
import { readForm } from '../kit/read-form.ts';
import type { PromiseStep } from './account-views.ts';
import { openRest } from './open-link.ts';
import { leadTo, showView, type Visit } from './visit.ts';

/** What the form sends: POST `/{token}/promise`. */
const FORM = z.object({
  promiseId: z.uuid(),
  day: z.iso.date(),
  /** All that is due where empty. */
  amount: z.string().max(20).optional(),
});

/** Where a customer chooses a day to pay on. */
export async function showPromise(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'promise');
  if (opened.kind === 'answered') return opened.response;
  return askForDay(visit, opened.target, undefined);
}

/** Takes the promise and leads back to the account, or says why the biller does not accept it. */
export async function promise(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'promise');
  if (opened.kind === 'answered') return opened.response;
  const { target } = opened;
  const { billerId, accountId, currency } = target.invoice;
  const form = FORM.safeParse(await readForm(visit.c));
  if (!form.success) return askForDay(visit, target, 'bad-day');
  const { promiseId, day, amount } = form.data;
  const wished = amount?.trim() ? readAmount(amount, currency) : 'all';
  if (wished === undefined) return askForDay(visit, target, 'too-little');
  const answer = await inTransaction(visit.ctx, (tx) =>
    makePromise(tx, {
      billerId,
      accountId,
      // What comes with a form may be anybody's id: made from it and the account, it is this account's alone. Of another day,
      // from a page that was gone back to, it is another promise.
      promiseId: visit.ctx.ids.derived(
        promiseId.toLowerCase(),
        `${accountId}/${day}/${wished === 'all' ? '' : wished.minor}`,
      ),
      day,
      channel: 'portal',
      ...(wished !== 'all' && { amount: wished }),
    }),
  );
  if (answer.kind === 'refused') return askForDay(visit, target, answer.refusal);
  return leadTo(visit, '/account?done=promise');
}

function readAmount(text: string, currency: Money['currency']): Money | undefined {
  const figure = text.replace(/[^\d.,' ]/g, '').trim();
  const minor = /^\d/.test(figure) ? readWrittenAmount(figure, undefined).minor : undefined;
  return minor === undefined ? undefined : money(minor, currency);
}

async function askForDay(
  visit: Visit,
  target: LinkTarget,
  problem: PromiseStep['problem'],
): Promise<Response> {
  const { ctx } = visit;
  const { billerId, accountId } = target.invoice;
  const { total } = await findOpenBills(ctx.em, billerId, [accountId]);
  if (!total) return leadTo(visit, '/account');
  const { promise: rules } = await loadMoneyRules(ctx.em, billerId);
  const today = localDate(ctx.clock.now(), target.customer.timeZone);
  const standing = await ctx.em.findOne(PromiseToPay, { billerId, accountId, state: 'open' });
  const step: PromiseStep = {
    promiseId: ctx.ids.next(),
    due: total,
    least: money(Math.max(1, Math.ceil((total.minor * rules.leastPercent) / 100)), total.currency),
    earliest: today,
    latest: addDays(today, rules.withinDays),
    ...(standing && {
      standing: { amount: money(standing.amountMinor, standing.currency), dueOn: standing.dueOn },
    }),
    ...(problem && { problem }),
  };
  return showView(visit, { kind: 'promise', promise: step }, problem ? 422 : 200, target);
}
