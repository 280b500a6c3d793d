import { accountView } from './account-view.ts';
import type { AccountOverview } from './account-views.ts';
import { openRest } from './open-link.ts';
import { glanceAtPlan } from './plan-step.ts';
import { showView, type Visit } from './visit.ts';

const DONE = [
  'promise',
  'due-date',
  'autopay-on',
  'autopay-off',
  'autopay-skipped',
  'credit-kept',
  'credit-back',
] as const;

/** The account at a glance: what is open and what was paid, cards, autopay and a promise. */
export async function showAccount(visit: Visit): Promise<Response> {
  const opened = await openRest(visit, 'account');
  if (opened.kind === 'answered') return opened.response;
  const done = DONE.find((one) => one === visit.c.req.query('done'));
  const plan = await glanceAtPlan(visit.ctx, opened.target);
  const account: AccountOverview = {
    ...(await accountView(visit.ctx, opened.target)),
    ...(plan && { plan }),
    ...(done && { done }),
  };
  return showView(visit, { kind: 'account', account }, 200, opened.target);
}
