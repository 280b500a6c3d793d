import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser, type PortalBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { type PageVisit, viewOf } from '@kvitt/testing/visit-page';
import { expect, it } from 'vitest';

const stage = useWorld();
const CHOSEN = '/plan?parts=3&pace=month&first=2026-12-01';

async function openAccount(): Promise<{ cindy: Person; browser: PortalBrowser; bills: string[] }> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const em = world.ctx.em.fork();
  const account = await em.findOneOrFail(Account, { billerId, id: cindy.accountId });
  await em.nativeUpdate(Customer, { billerId, id: account.customerId }, { postalCode: '60614' });
  const bills = [await cindy.issue(8420), await cindy.issue(4400)];
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId: bills[0] ?? '' }));
  const browser = openBrowser(link);
  expect((await browser.get('/plan')).location).toBe(`${link}/unlock?next=plan`);
  await browser.post('/unlock', { way: 'postal-code', given: '60614', next: 'plan' });
  return { cindy, browser, bills };
}

const planOf = (visit: PageVisit) => viewOf(visit, 'plan').plan;

function formOf(visit: PageVisit): Record<string, string> {
  const plan = planOf(visit);
  if (plan.step !== 'agree') throw new Error(plan.step);
  const { planId, wordingKey, due, parts, pace } = plan;
  return {
    act: 'start',
    planId,
    wordingKey,
    statedMinor: String(due.minor),
    parts: String(parts.length),
    pace,
    first: parts[0]?.dueOn ?? '',
    agree: 'on',
  };
}

async function plansOf({ accountId }: Person) {
  const { world, billerId } = stage;
  return world.ctx.em.fork().find(PaymentPlan, { billerId, accountId });
}

it('a plan is chosen, seen with every part, agreed on once, paid part by part and paid off', async () => {
  const { cindy, browser } = await openAccount();
  const choose = planOf(await browser.get('/plan'));
  expect(choose).toMatchObject({ step: 'choose', due: { minor: 12_820 }, chosen: { parts: 3 } });
  const seen = await browser.get(CHOSEN);
  const agree = planOf(seen);
  expect(agree).toMatchObject({ step: 'agree', graceDays: 7, wordingKey: 'plan@1' });
  expect('parts' in agree && agree.parts.map(({ dueOn, amount }) => [dueOn, amount.minor])).toEqual([
    ['2026-12-01', 4274],
    ['2027-01-01', 4274],
    ['2027-02-01', 4272],
  ]);
  expect(await plansOf(cindy)).toEqual([]);

  const form = formOf(seen);
  const made = await Promise.all([browser.post('/plan', form), browser.post('/plan', form)]);
  expect(made.map(({ location }) => new URL(location).search)).toEqual(['?done=made', '?done=made']);
  expect(await plansOf(cindy)).toMatchObject([
    { state: 'running', channel: 'portal', wordingKey: 'plan@1', language: 'en' },
  ]);
  expect(planOf(await browser.get('/plan?done=made'))).toMatchObject({
    step: 'running',
    isNew: true,
    paidParts: 0,
    next: { amount: { minor: 4274 }, dueOn: '2026-12-01' },
  });
  const bill = viewOf(await browser.get(), 'bill').bill;
  expect(bill.plan).toMatchObject({ kind: 'running', next: { amount: { minor: 4274 } } });

  await payShown(browser, '/pay?what=instalment', 4274);
  expect(planOf(await browser.get('/plan'))).toMatchObject({ paidParts: 1, left: { minor: 8546 } });
  await payShown(browser, '/pay?what=plan', 8546);
  expect(await plansOf(cindy)).toMatchObject([{ totalMinor: 12_820 }]);
  await stage.world.pass(3_000);
  expect(await plansOf(cindy)).toMatchObject([{ state: 'paid' }]);
});

it('without the tick, for another sum or with other words nothing is agreed, and it can be ended', async () => {
  const { cindy, browser } = await openAccount();
  const form = formOf(await browser.get(CHOSEN));
  const { agree: _, ...unticked } = form;
  for (const wrong of [unticked, { ...form, statedMinor: '12000' }, { ...form, wordingKey: 'plan@0' }]) {
    const answer = await browser.post('/plan', wrong);
    expect([answer.status, 'problem' in planOf(answer)]).toEqual([422, true]);
  }
  expect(planOf(await browser.get('/plan?parts=3&pace=month&first=2031-01-01'))).toMatchObject({
    step: 'choose',
    problem: 'bad-first-day',
  });
  expect(await plansOf(cindy)).toEqual([]);
  await browser.post('/plan', form);
  await browser.post('/plan', { act: 'end' });
  expect(await plansOf(cindy)).toMatchObject([{ state: 'ended', endedBy: 'customer' }]);
  expect(planOf(await browser.get('/plan?done=ended'))).toMatchObject({ step: 'choose', isEnded: true });
});

async function payShown(browser: PortalBrowser, below: string, minor: number): Promise<void> {
  const { pay } = viewOf(await browser.get(below), 'pay-saved');
  expect(pay.total.minor).toBe(minor);
  const { paymentId, parts, cards } = pay;
  const answer = await browser.post('/pay', {
    paymentId,
    parts,
    statedMinor: String(minor),
    methodId: cards[0]?.methodId ?? '',
  });
  expect(answer.location).toContain('/payments/');
}
