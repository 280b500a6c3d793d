import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { postEntry } from '@kvitt/flows/ledger/post-entry';
import { queueDueReminders } from '@kvitt/flows/reminder/queue-due-reminders';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, type Person } from '../src/people.ts';
import { codeIn } from '../src/read-words.ts';
import { remindersOf, timesOf } from '../src/reminders-of.ts';
import { textsOf } from '../src/texts-of.ts';
import { useWorld } from '../src/use-world.ts';

const stage = useWorld();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

beforeAll(async () => {
  await inTransaction(stage.world.ctx, (tx) =>
    saveCadence(tx, { billerId: stage.billerId, cadence: defaultCadence('US'), actor: 'test' }),
  );
});

/** Lets time go by until noon in New York of a day to come, without anything being worked on meanwhile. */
async function goTo(day: string): Promise<void> {
  const { world } = stage;
  await world.clock.advance(Date.parse(`${day}T17:00:00Z`) - world.clock.now());
  await world.settle();
}

async function days(count: number): Promise<void> {
  await stage.world.pass(count * DAY_MS, 3 * HOUR_MS);
}

/** Has bills be announced ten days ago, so that the mornings to come have no text of their own. */
async function tellLongAgo(ids: string[]): Promise<void> {
  const { world } = stage;
  const announcedAt = new Date(world.clock.now() - 10 * DAY_MS);
  await world.ctx.em.fork().nativeUpdate(Invoice, { id: { $in: ids } }, { announcedAt });
}

async function addOwing(
  ...bills: [minor: number, dueOn: string][]
): Promise<{ cindy: Person; ids: string[] }> {
  const cindy = await addPerson(stage.world, stage.billerId, { card: null });
  const ids: string[] = [];
  for (const [minor, dueOn] of bills) ids.push(await cindy.issue(minor, dueOn));
  await tellLongAgo(ids);
  return { cindy, ids };
}

/** Has the carrier turn every text away for now, so that it waits in the outbox. */
function holdTexts(): void {
  stage.world.plivo.faults.add({
    kind: 'status',
    status: 429,
    method: 'POST',
    path: '/Message/$',
    times: 10_000,
  });
}

describe('an open bill', () => {
  it('is reminded of by every step of the cadence, once a day at the most, and skipped with its reason else', async () => {
    await goTo('2026-12-01');
    // A Sunday; three days before it is a Thursday, and New Year's Day is a Friday.
    const { cindy, ids } = await addOwing([8420, '2026-12-20']);
    await days(52);
    expect(await remindersOf(stage.world, ids[0])).toEqual([
      'due-in-7 sent',
      'due-in-3 sent',
      'due-tomorrow sent',
      'due-today sent',
      'first-miss sent',
      'overdue-1 skipped FIRST_MISS',
      'overdue-7 sent',
      'overdue-14 sent',
      'overdue-30 sent',
    ]);
    expect(timesOf(cindy)).toEqual([
      '2026-12-11 12:00',
      '2026-12-17 12:00',
      '2026-12-18 12:00',
      '2026-12-20 12:00',
      '2026-12-21 12:00',
      '2026-12-28 12:00',
      '2027-01-04 12:00',
      '2027-01-19 12:00',
    ]);
  });

  it('that is paid takes the reminder that waits away with it, and gets no other', async () => {
    const { world } = stage;
    await goTo('2027-02-01');
    const dan = await addPerson(world, stage.billerId);
    const bill = await dan.issue(8420, '2027-02-04');
    await tellLongAgo([bill]);
    await world.pass(2 * DAY_MS - 2 * HOUR_MS - 5 * 60_000, HOUR_MS);
    await dan.says('PAY');
    const question = dan.lastText();
    holdTexts();
    await world.pass(6 * 60_000, 60_000);
    expect(await textsOf(world, dan)).toContainEqual({
      template: 'due-tomorrow',
      state: 'queued',
      reason: 'THROTTLED',
    });
    await dan.says(`YES ${codeIn(question)}`);
    world.plivo.faults.clear();
    await days(9);
    expect(dan.lastText()).toContain('Paid $84.20');
    expect(await remindersOf(stage.world, bill)).toEqual([
      'due-in-3 sent',
      'due-tomorrow skipped ALREADY_PAID',
    ]);
  });

  it('whose due date is moved begins anew with the new one', async () => {
    const { world } = stage;
    await goTo('2027-02-15');
    const { cindy, ids } = await addOwing([8420, '2027-02-18']);
    await days(2);
    await world.ctx.em.fork().nativeUpdate(Invoice, { id: ids[0] ?? '' }, { dueOn: '2027-03-04' });
    await days(14);
    expect(await remindersOf(stage.world, ids[0])).toEqual([
      'due-tomorrow sent',
      'due-in-7 sent',
      'due-in-3 sent',
      'due-tomorrow sent',
    ]);
    expect(cindy.texts()).toHaveLength(4);
  });
});

describe('several bills of one phone', () => {
  it('share one text a day, which sums them up', async () => {
    await goTo('2027-03-08');
    const { cindy, ids } = await addOwing([8420, '2027-03-11'], [1580, '2027-03-11']);
    await days(2);
    const states = await Promise.all(ids.map((id) => remindersOf(stage.world, id)));
    expect(states.flat().toSorted()).toEqual([
      'due-in-3 merged',
      'due-in-3 sent',
      'due-tomorrow merged',
      'due-tomorrow sent',
    ]);
    expect(cindy.texts()).toHaveLength(2);
    expect(cindy.lastText()).toContain('2 open bills');
    expect(cindy.lastText()).toContain('$100.00');
  });

  it('are summed up anew where one is settled while the text waits', async () => {
    const { world, billerId } = stage;
    await goTo('2027-03-15');
    const { cindy, ids } = await addOwing([8420, '2027-03-17'], [1580, '2027-03-17']);
    holdTexts();
    await days(1);
    await inTransaction(world.ctx, async (tx) => {
      const bill = await tx.em.findOneOrFail(Invoice, { id: ids[0] ?? '' });
      await postEntry(tx, billerId, postSettledOutside(bill));
      await takeBackReminders(tx.em, { billerId, invoiceIds: [bill.id] });
    });
    world.plivo.faults.clear();
    await world.pass(HOUR_MS, 60_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(cindy.lastText()).toContain('$15.80');
    expect(await remindersOf(stage.world, ids[0])).toEqual(['due-tomorrow skipped ALREADY_PAID']);
    expect(await remindersOf(stage.world, ids[1])).toEqual(['due-tomorrow sent']);
  });

  it('are summed up anew where one is settled and nobody took the text away', async () => {
    const { world, billerId } = stage;
    await goTo('2027-03-18');
    const { cindy, ids } = await addOwing([8420, '2027-03-22'], [1580, '2027-03-22']);
    holdTexts();
    await days(1);
    await inTransaction(world.ctx, async (tx) => {
      const bill = await tx.em.findOneOrFail(Invoice, { id: ids[1] ?? '' });
      await postEntry(tx, billerId, postSettledOutside(bill));
    });
    world.plivo.faults.clear();
    await world.pass(HOUR_MS, 60_000);
    expect(cindy.texts()).toHaveLength(1);
    expect(cindy.lastText()).toContain('$84.20');
    expect(await remindersOf(stage.world, ids[1])).toContain('due-tomorrow skipped ALREADY_PAID');
  });

  it('are not reminded of twice by workers that look at the same instant', async () => {
    const { world } = stage;
    await goTo('2027-03-22');
    const { cindy, ids } = await addOwing([8420, '2027-03-25'], [1580, '2027-03-25']);
    await world.ctx.em.fork().nativeUpdate(Reminder, { state: 'planned' }, { sendAt: world.ctx.clock.now() });
    await Promise.all([1, 2, 3].map(() => queueDueReminders(world.ctx)));
    await days(1);
    expect(cindy.texts()).toHaveLength(1);
    expect(await remindersOf(stage.world, ids[0])).toHaveLength(1);
  });
});

describe('a phone that may not be texted', () => {
  it('gets none after STOP, and the reason is kept', async () => {
    await goTo('2027-04-05');
    const { cindy, ids } = await addOwing([8420, '2027-04-09']);
    await cindy.says('STOP');
    const before = cindy.texts().length;
    await days(5);
    expect(cindy.texts()).toHaveLength(before);
    expect(await remindersOf(stage.world, ids[0])).toEqual([
      'due-in-3 skipped CONSENT_REVOKED',
      'due-tomorrow skipped CONSENT_REVOKED',
      'due-today skipped CONSENT_REVOKED',
    ]);
  });
});

describe('after a week without service', () => {
  it('nothing floods: what is stale is skipped, and each phone gets one text', async () => {
    await goTo('2027-04-19');
    const { cindy, ids } = await addOwing([8420, '2027-04-23'], [1580, '2027-04-23']);
    await goTo('2027-04-26');
    expect(cindy.texts()).toHaveLength(1);
    expect(await remindersOf(stage.world, ids[0])).toEqual([
      'due-in-3 skipped STALE',
      'due-tomorrow skipped STALE',
      'due-today skipped STALE',
      'first-miss sent',
      'overdue-1 skipped FIRST_MISS',
    ]);
  });
});

describe('a customer far away', () => {
  it('is texted in the morning of their own day', async () => {
    const { world } = stage;
    await goTo('2027-05-03');
    const { cindy } = await addOwing([8420, '2027-05-07']);
    const account = await world.ctx.em.fork().findOneOrFail(Account, { id: cindy.accountId });
    const { customerId } = account;
    await world.ctx.em.fork().nativeUpdate(Customer, { id: customerId }, { timeZone: 'Pacific/Honolulu' });
    await world.pass(4 * DAY_MS, HOUR_MS);
    expect(timesOf(cindy, 'Pacific/Honolulu')).toEqual(['2027-05-04 10:00', '2027-05-06 10:00']);
  });
});
