import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { loadMovements } from '@kvitt/db/statement/load-movements';
import { money } from '@kvitt/domain/money/money';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import type { Statement } from '@kvitt/domain/statement/statement';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { grantCredit } from '@kvitt/flows/credit/grant-credit';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { startPlan } from '@kvitt/flows/plan/start-plan';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it, vi } from 'vitest';

// A year is many rounds of everything; a busy machine has all the time it needs.
vi.setConfig({ testTimeout: 300_000 });

const stage = useWorld();

const today = () => localDate(stage.world.ctx.clock.now(), 'America/New_York');

/** Goes to noon of a day, New York's, and does what is due by then; the days between hold nothing. */
async function goTo(...days: string[]): Promise<void> {
  const { world } = stage;
  for (const day of days) {
    const ms = Date.parse(`${day}T17:00:00Z`) - world.ctx.clock.now().getTime();
    await world.pass(ms, ms);
  }
  await world.pass(2_000);
}

async function pays(person: Person, words = 'PAY'): Promise<void> {
  await person.says(words);
  await person.says(`YES ${codeIn(person.lastText())}`);
  await stage.world.pass(11 * 60_000, 11 * 60_000);
}

async function statementOf({ accountId }: Person): Promise<Statement> {
  const { world, billerId } = stage;
  const of = { billerId, accountId, currency: 'USD' as const, from: '2026-11-01', to: '2027-11-30' };
  const found = await loadMovements(world.ctx.em.fork(), of);
  return makeStatement({ ...of, language: 'en', ...found });
}

/** As it is printed: day, words, amount, balance; the numbers of bills apart from how many accounts there were before. */
function printed({ rows }: Statement): string[] {
  const show = (minor: number) => (minor / 100).toFixed(2);
  return rows.map(
    ({ words, minor, balanceMinor }) =>
      `${words.replaceAll(/C-\d+-/g, '')} ${show(minor)} = ${show(balanceMinor)}`,
  );
}

/** The statement on paper: each line with what was charged or paid by it, and the balance after it. */
function layOut(name: string, { rows, openingMinor, closingMinor }: Statement): string {
  const line = (day: string, words: string, ...amounts: string[]) =>
    [day.padEnd(10), words.padEnd(46), ...amounts.map((amount) => amount.padStart(8))].join('  ').trimEnd();
  const show = (minor: number) => (minor / 100).toFixed(2);
  const either = (minor: number) => (minor < 0 ? ['', show(-minor)] : [minor > 0 ? show(minor) : '', '']);
  return [
    name,
    line('', '', 'charged', 'paid', 'balance'),
    line('', 'Opening balance', '', '', show(openingMinor)),
    ...rows.map(({ day, words, minor, balanceMinor }) =>
      line(day, words.replaceAll(/C-\d+-/g, ''), ...either(minor), show(balanceMinor)),
    ),
    line('', 'Closing balance', '', '', show(closingMinor)),
  ].join('\n');
}

/** Adds a printed statement up with nothing but its own figures, as somebody with a pencil does. */
function addUp(paper: string): { opening: number; charged: number; paid: number; closing: number } {
  const cents = (words: string) => Math.round(Number(words.trim() || '0') * 100);
  const lines = paper.split('\n').slice(2);
  const column = (line: string, at: number) => cents(line.slice(58 + at * 10, 68 + at * 10));
  const sum = (at: number) => lines.slice(1, -1).reduce((total, line) => total + column(line, at), 0);
  return {
    opening: column(lines[0] ?? '', 2),
    charged: sum(0),
    paid: sum(1),
    closing: column(lines.at(-1) ?? '', 2),
  };
}

/** The two accounts of the household, both on one phone: electricity is charged by itself, water is paid by text. */
interface Household {
  light: Person;
  water: Person;
}

async function moveIn(): Promise<Household> {
  const { world, billerId } = stage;
  const lateFee = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true } as const;
  await inTransaction(world.ctx, (tx) => saveMoneyRules(tx, billerId, { lateFee }));
  const light = await addPerson(world, billerId);
  const water = await addPerson(world, billerId);
  await water.serveAlso(light);
  await inTransaction(world.ctx, (tx) =>
    enroll(tx, {
      billerId,
      accountId: light.accountId,
      autopayId: tx.ids.next(),
      sweepsOpen: true,
      channel: 'web',
      actor: 'customer',
    }),
  );
  return { light, water };
}

/** The card is lost, so nothing is charged; the bill becomes overdue, and a fee is added. */
async function loseCard({ light }: Household): Promise<void> {
  const { world, billerId } = stage;
  await goTo('2027-02-01');
  await light.issue(9_000, '2027-02-15');
  const removed = { removedAt: world.ctx.clock.now(), isDefault: false };
  const em = world.ctx.em.fork();
  await em.nativeUpdate(PaymentMethod, { billerId, accountId: light.accountId }, removed);
  await goTo('2027-02-15', '2027-02-22');
}

/** What was missed is paid in a plan, two parts a week apart, with a new card. */
async function payInParts({ light }: Household): Promise<void> {
  const { world, billerId } = stage;
  await light.addCard('fake-valid-mastercard-nonce');
  const firstOn = addDays(today(), 1);
  const plan = await inTransaction(world.ctx, (tx) =>
    startPlan(tx, {
      billerId,
      accountId: light.accountId,
      planId: tx.ids.next(),
      wish: { parts: 2, pace: 'week', firstOn },
      agreed: money(9_500, 'USD'),
      channel: 'agent',
      by: 'Ann',
    }),
  );
  expect(plan.kind).toBe('started');
  // A day at a time where a part falls due: it is charged on its own day, and not with the next one.
  const second = addDays(firstOn, 7);
  await goTo(firstOn, addDays(firstOn, 1), second, addDays(second, 1));
}

/** Goodwill for an outage, and a refund of a part of the water that was paid. */
async function giveBack({ light, water }: Household): Promise<void> {
  const { world, billerId } = stage;
  await goTo('2027-05-03');
  await inTransaction(world.ctx, (tx) =>
    grantCredit(tx, {
      billerId,
      accountId: light.accountId,
      creditId: tx.ids.next(),
      kind: 'goodwill',
      amountMinor: 700,
      reason: 'The outage in May',
      by: 'Ann',
    }),
  );
  await water.issue(5_000, '2027-05-20');
  await pays(water);
  const paid = await latestPayment(world, water.accountId);
  await inTransaction(world.ctx, (tx) =>
    startRefund(tx, {
      billerId,
      paymentId: paid.id,
      refundId: tx.ids.next(),
      amountMinor: 1_500,
      effect: 'allow',
      reason: 'The meter was read twice.',
      askedBy: 'ann',
    }),
  );
  await goTo('2027-05-06');
}

/** The bank asks for a payment back, and gets it. */
async function loseDispute(transactionId: string | null): Promise<void> {
  const { world } = stage;
  const control = (path: string, method: string, body: object) =>
    fetch(`${world.braintree.origin}/sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await control('/disputes', 'POST', { transactionId });
  await world.pass(5_000);
  const { vendorId } = await world.ctx.em.fork().findOneOrFail(Dispute, { billerId: stage.billerId });
  await control(`/disputes/${vendorId}`, 'PUT', { status: 'lost' });
  await world.pass(5_000);
}

it('a year of a household with two accounts on one phone adds up, line by line', async () => {
  const house = await moveIn();
  const { light, water } = house;
  const first = addDays(today(), 7);
  await light.issue(8_420, first);
  await goTo(addDays(first, -3), first);
  await water.issue(4_000, addDays(first, 3));
  await pays(water);
  const disputed = await latestPayment(stage.world, water.accountId);

  await loseCard(house);
  await payInParts(house);
  await giveBack(house);
  await loseDispute(disputed.vendorId ?? null);

  // November again: the credit goes to the last bill before it is charged.
  await goTo('2027-11-01');
  await light.issue(3_000, '2027-11-08');
  await goTo('2027-11-05', '2027-11-08');

  const [electricity, tap] = [await statementOf(light), await statementOf(water)];
  expect(printed(electricity)).toEqual([
    'Bill 1 84.20 = 84.20',
    'Payment for bill 1 -84.20 = 0.00',
    'Bill 2 90.00 = 90.00',
    'Late fee, bill 2 5.00 = 95.00',
    'Payment for bill 2 -47.50 = 47.50',
    'Payment for bill 2 -47.50 = 0.00',
    'Credit -7.00 = -7.00',
    'Bill 3 30.00 = 23.00',
    'Credit used for bill 3 0.00 = 23.00',
    'Payment for bill 3 -23.00 = 0.00',
  ]);
  expect(printed(tap)).toEqual([
    'Bill 1 40.00 = 40.00',
    'Payment for bill 1 -40.00 = 0.00',
    'Bill 2 50.00 = 50.00',
    'Payment for bill 2 -50.00 = 0.00',
    'Refund, bill 2 15.00 = 15.00',
    'Refund not asked for again, bill 2 -15.00 = 0.00',
    'Payment disputed at the bank 0.00 = 0.00',
    'Bank gave the payment back, bill 1 40.00 = 40.00',
  ]);
  const papers = [layOut('Electricity', electricity), layOut('Water', tap)];
  await expect(`${papers.join('\n\n')}\n`).toMatchFileSnapshot('./printed/household-year.txt');
  for (const paper of papers) {
    const { opening, charged, paid, closing } = addUp(paper);
    expect(charged).toBeGreaterThan(0);
    expect(opening + charged - paid).toBe(closing);
  }
});
