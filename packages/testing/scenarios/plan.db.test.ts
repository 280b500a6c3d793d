import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { money } from '@kvitt/domain/money/money';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { endPlan } from '@kvitt/flows/plan/end-plan';
import { findPlanChoices } from '@kvitt/flows/plan/find-plan-choices';
import { startPlan } from '@kvitt/flows/plan/start-plan';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const today = () => localDate(stage.world.ctx.clock.now(), 'America/New_York');

/** Lets time go by until late in the morning of a day, New York's, with a look at every morning before. */
async function until(day: string): Promise<void> {
  const { world } = stage;
  for (let next = today(); ; next = addDays(next, 1)) {
    const ms = Date.parse(`${next}T17:00:00Z`) - world.ctx.clock.now().getTime();
    if (ms > 0) await world.pass(ms, ms);
    if (next >= day) break;
  }
  await world.pass(3_000);
}

/** The plan of these tests begins in five days and has a part a week. */
const firstDay = () => addDays(today(), 5);

async function start(person: Person, minor: number, planId = stage.world.ctx.ids.next(), parts = 3) {
  const { world, billerId } = stage;
  return inTransaction(world.ctx, (tx) =>
    startPlan(tx, {
      billerId,
      accountId: person.accountId,
      planId,
      wish: { parts, pace: 'week', firstOn: firstDay() },
      agreed: money(minor, 'USD'),
      channel: 'agent',
      by: 'Ann',
    }),
  );
}

async function plansOf({ accountId }: Person) {
  const { world, billerId } = stage;
  return world.ctx.em.fork().find(PaymentPlan, { billerId, accountId }, { orderBy: { madeAt: 'asc' } });
}

async function statesOf(person: Person) {
  return (await plansOf(person)).map(({ state }) => state);
}

async function takeMandate({ accountId }: Person) {
  const { world, billerId } = stage;
  await inTransaction(world.ctx, (tx) =>
    enroll(tx, {
      billerId,
      accountId,
      autopayId: tx.ids.next(),
      sweepsOpen: true,
      channel: 'web',
      actor: 'customer',
    }),
  );
}

const textsLike = (person: Person, words: RegExp) => person.texts().filter(({ text }) => words.test(text));

describe('a plan by text', () => {
  it('is offered with its parts, agreed on by its code, and says how it stands', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(10_020);
    await cindy.says('PLAN');
    expect(cindy.lastText()).toMatch(
      /^Acme: You can pay \$100\.20 in 3 parts of \$33\.40, the first on Tue, Dec 1\. To agree, reply YES \d\d within a day\. Nothing is agreed before that\./,
    );
    const code = codeIn(cindy.lastText());
    await cindy.says(`YES ${code === '11' ? 12 : 11}`);
    expect(await statesOf(cindy)).toEqual([]);
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(
      /^Acme: Your plan is set: 3 parts of \$33\.40, the first on Tue, Dec 1\./,
    );
    expect(await statesOf(cindy)).toEqual(['running']);
    await cindy.says('PLAN');
    expect(cindy.lastText()).toMatch(
      /^Acme: Of your plan, 0 of 3 parts are paid and \$100\.20 is left\. Next: \$33\.40, due Tue, Dec 1\./,
    );
    expect(await cindy.sales()).toEqual([]);
  });

  it('is not agreed on once something else is due, and is offered anew', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(10_020);
    await cindy.says('PLAN');
    const code = codeIn(cindy.lastText());
    await cindy.issue(5_000, '2026-12-20');
    await cindy.says(`YES ${code}`);
    expect(await statesOf(cindy)).toEqual([]);
    expect(cindy.lastText()).toMatch(/You can pay \$150\.20 in 3 parts of \$50\.07/);
    await cindy.says('NO');
    expect(await statesOf(cindy)).toEqual([]);
  });

  it('leaves it to a person where the biller has customers set none by themselves', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(10_020);
    const plan = { isSelfSet: false, leastMinor: 0, leastPartMinor: 100, mostParts: 3, mostMonths: 3 };
    await inTransaction(world.ctx, (tx) =>
      saveMoneyRules(tx, billerId, { plan: { ...plan, firstWithinDays: 31, graceDays: 7 } }),
    );
    await cindy.says('PLAN');
    expect(cindy.lastText()).toMatch(/To agree on a plan with a person, reply AGENT/);
    await inTransaction(world.ctx, (tx) => saveMoneyRules(tx, billerId, {}));
  });
});

describe('a running plan', () => {
  it('is asked for by PAY, one instalment at a time over all its bills, until it is paid', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(2_000, addDays(today(), 7));
    await cindy.issue(8_000, addDays(today(), 7));
    const first = firstDay();
    expect(await start(cindy, 10_000)).toMatchObject({ kind: 'started' });
    await until(first);
    expect(textsLike(cindy, /part 1 of 3 of your plan, \$33\.34/)).toHaveLength(1);
    expect(textsLike(cindy, /is due (tomorrow|today|in)/)).toEqual([]);
    for (const [number, amount] of [
      [1, '33.34'],
      [2, '33.34'],
      [3, '33.32'],
    ]) {
      await cindy.says('PAY');
      expect(cindy.lastText()).toContain(
        `Pay part ${number} of 3 of your plan, $${amount}, with Visa ..1881?`,
      );
      await cindy.says(`YES ${codeIn(cindy.lastText())}`);
      await world.pass(11 * 60_000, 11 * 60_000);
    }
    expect(await statesOf(cindy)).toEqual(['paid']);
    expect(textsLike(cindy, /Your plan is paid in full/)).toHaveLength(1);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['33.34', '33.34', '33.32']);
  });

  it('is charged by itself under a mandate, each part on its day, as an instalment', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const first = firstDay();
    await cindy.issue(10_020, first);
    await takeMandate(cindy);
    await world.pass(2_000);
    await start(cindy, 10_020);
    await world.pass(3_000);
    expect(cindy.lastText()).toContain('Each is charged to Visa ..1881 on its day.');
    await until(first);
    expect(textsLike(cindy, /autopay takes \$33\.40 for bill .* from Visa/)).toHaveLength(1);
    await until(addDays(first, 14));
    const sales = await cindy.sales();
    expect(sales.map(({ amount }) => amount)).toEqual(['33.40', '33.40', '33.40']);
    expect(new Set(sales.map(({ transactionSource }) => transactionSource))).toEqual(
      new Set(['installment']),
    );
    expect(await statesOf(cindy)).toEqual(['paid']);
    const charges = await world.ctx.em.fork().find(PlannedCharge, { billerId, accountId: cindy.accountId });
    const ofBill = charges.filter(({ planId }) => planId === null);
    expect(ofBill.map(({ state, reason }) => [state, reason])).toEqual([['skipped', 'PROMISED']]);
  });

  it('breaks when the grace of a missed instalment is over; its fees wait until then', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const first = firstDay();
    const invoiceId = await cindy.issue(10_020, addDays(today(), -10));
    const lateFee = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true } as const;
    await start(cindy, 10_020);
    await inTransaction(world.ctx, (tx) => saveMoneyRules(tx, billerId, { lateFee }));
    const fees = () => world.ctx.em.fork().count(Adjustment, { billerId, invoiceId });
    await until(addDays(first, 1));
    const lastDay = formatDueDate(addDays(first, 7), 'en');
    expect(textsLike(cindy, /part 1 of 3 of your plan, \$33\.40, was due/).at(-1)?.text).toContain(
      `ends if it is not paid by ${lastDay}`,
    );
    await until(addDays(first, 7));
    expect([await statesOf(cindy), await fees()]).toEqual([['running'], 0]);
    await until(addDays(first, 8));
    expect(await statesOf(cindy)).toEqual(['broken']);
    expect(textsLike(cindy, /The plan has ended and \$100\.20 is due now/)).toHaveLength(1);
    await until(addDays(first, 9));
    expect(await fees()).toBe(1);
    await inTransaction(world.ctx, (tx) => saveMoneyRules(tx, billerId, {}));
  });

  it('goes on where the missed instalment is paid within its grace', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(10_020);
    const first = firstDay();
    await start(cindy, 10_020);
    await until(addDays(first, 5));
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await until(addDays(first, 10));
    expect(await statesOf(cindy)).toEqual(['running']);
    await endFor(cindy);
  });

  it('can be ended, is made once however often it is asked for, and is one an account', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(10_020);
    const planId = world.ctx.ids.next();
    await start(cindy, 10_020, planId);
    expect(await start(cindy, 10_020, planId)).toMatchObject({ kind: 'started', planId });
    expect(await start(cindy, 10_020)).toEqual({ kind: 'refused', refusal: 'running' });
    expect(await endFor(cindy)).toEqual({ kind: 'ended', planId });
    expect(await endFor(cindy)).toEqual({ kind: 'refused', refusal: 'no-plan' });
    expect(await start(cindy, 9_000)).toEqual({ kind: 'refused', refusal: 'amount-changed' });
    const of = { billerId, accountId: cindy.accountId, timeZone: 'America/New_York' };
    const asked = { ...of, now: world.ctx.clock.now(), by: 'customer' } as const;
    const { offers } = await findPlanChoices(world.ctx.em.fork(), asked);
    expect(offers.map(({ instalments }) => instalments.length)).toEqual([2, 3, 4, 5, 6]);
  });
});

async function endFor({ accountId }: Person) {
  const { world, billerId } = stage;
  return inTransaction(world.ctx, (tx) => endPlan(tx, { billerId, accountId, by: 'Ann' }));
}

it('a bill put into a plan before it is announced is announced by its next part, by no text as a whole', async () => {
  const cindy = await addPerson(stage.world, stage.billerId);
  await cindy.issue(9_000);
  await start(cindy, 9_000);
  await cindy.announce();
  await stage.world.pass(60_000, 10_000);
  expect(textsLike(cindy, /is paid in parts\. Part 1 of 3, \$30\.00, is due/)).toHaveLength(1);
  expect(textsLike(cindy, /\$90\.00/)).toEqual([]);
});
