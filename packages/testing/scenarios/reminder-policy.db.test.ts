import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import { money } from '@kvitt/domain/money/money';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { saveCadence } from '@kvitt/flows/reminder/save-cadence';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, type Person, type Traits } from '../src/people.ts';
import { remindersOf, timesOf } from '../src/reminders-of.ts';
import { useWorld } from '../src/use-world.ts';

const stage = useWorld();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

beforeAll(async () => {
  await inTransaction(stage.world.ctx, (tx) =>
    saveCadence(tx, { billerId: stage.billerId, cadence: defaultCadence('US'), actor: 'test' }),
  );
});

/** Noon in New York. */
async function goTo(day: string): Promise<void> {
  const { world } = stage;
  await world.clock.advance(Date.parse(`${day}T17:00:00Z`) - world.clock.now());
  await world.settle();
}

async function days(count: number): Promise<void> {
  await stage.world.pass(count * DAY_MS, 3 * HOUR_MS);
}

async function addOwing(dueOn: string, traits: Traits = {}): Promise<{ person: Person; bill: string }> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId, { hasPastDueConsent: true, card: null, ...traits });
  return { person, bill: await owe(person, dueOn) };
}

/** A bill that was announced ten days ago, so that the mornings to come have no text of their own. */
async function owe(person: Person, dueOn: string): Promise<string> {
  const { world } = stage;
  const id = await person.issue(8420, dueOn);
  const announcedAt = new Date(world.clock.now() - 10 * DAY_MS);
  await world.ctx.em.fork().nativeUpdate(Invoice, { id }, { announcedAt });
  return id;
}

const execute = (statement: string, values: unknown[]) =>
  stage.world.ctx.em.fork().execute(statement, values);

async function addWindow({ accountId }: Person, rule: object): Promise<void> {
  const { billerId, world } = stage;
  await execute(
    `insert into contact_rule (biller_id, id, account_id, kind, rule, created_at) values (?, ?, ?, 'window', ?::jsonb, ?)`,
    [billerId, world.ctx.ids.next(), accountId, JSON.stringify(rule), world.ctx.clock.now()],
  );
}

describe('a reminder', () => {
  it('of a late bill goes to nobody who agreed to texts about bills alone', async () => {
    await goTo('2026-12-01');
    const { person, bill } = await addOwing('2026-12-03', { hasPastDueConsent: false });
    await days(5);
    expect(await remindersOf(stage.world, bill)).toEqual([
      'due-tomorrow sent',
      'due-today sent',
      'first-miss skipped CONSENT_MISSING',
      'overdue-1 skipped FIRST_MISS',
    ]);
    expect(person.texts()).toHaveLength(2);
  });

  it('that the policy denies is skipped with the reason', async () => {
    await goTo('2026-12-08');
    const { person, bill } = await addOwing('2026-12-10');
    await execute(
      'insert into contact_flag (biller_id, id, account_id, code, since) values (?, ?, ?, ?, ?)',
      [stage.billerId, stage.world.ctx.ids.next(), person.accountId, 'attorney', stage.world.ctx.clock.now()],
    );
    await days(2);
    expect(await remindersOf(stage.world, bill)).toEqual([
      'due-tomorrow skipped ATTORNEY_REPRESENTED',
      'due-today skipped ATTORNEY_REPRESENTED',
    ]);
    expect(person.texts()).toEqual([]);
  });

  it('that a rule of the biller’s puts off says so in its row, and goes out when it may', async () => {
    const { world } = stage;
    await goTo('2026-12-14');
    const { person, bill } = await addOwing('2026-12-16');
    await addWindow(person, { id: 'EVENINGS', days: { '*': ['18:00', '20:00'] } });
    await world.pass(DAY_MS, 3 * HOUR_MS);
    const [row] = await world.ctx.em.fork().find(Reminder, { invoiceId: bill });
    expect(row).toMatchObject({ state: 'queued', sendAt: new Date('2026-12-15T23:00:00Z') });
    expect(row?.reason).toContain('EVENINGS');
    await world.pass(8 * HOUR_MS, HOUR_MS);
    expect(timesOf(person)).toEqual(['2026-12-15 18:00']);
    expect(await remindersOf(world, bill)).toEqual(['due-tomorrow sent']);
  });

  it('that has to wait beyond its day is written anew on the day on which it may go', async () => {
    const { world } = stage;
    await goTo('2026-12-21');
    const { person, bill } = await addOwing('2026-12-29');
    await addWindow(person, { id: 'WEDNESDAYS', days: { '2': ['09:00', '20:00'] } });
    await world.pass(DAY_MS, 3 * HOUR_MS);
    const [row] = await world.ctx.em.fork().find(Reminder, { invoiceId: bill });
    expect(row).toMatchObject({ state: 'planned', messageId: null });
    await world.pass(DAY_MS, 3 * HOUR_MS);
    expect(person.texts().map(({ text }) => text)).toEqual([expect.stringContaining('due in 6 days')]);
  });

  it('to a country that nobody has looked through waits for a person, and is of no use later', async () => {
    await goTo('2027-01-04');
    const { person, bill } = await addOwing('2027-01-06', { phone: '33612345678' });
    await days(1);
    expect((await remindersOf(stage.world, bill))[0]).toBe('due-tomorrow queued NO_RULE_DATA');
    await days(2);
    expect((await remindersOf(stage.world, bill))[0]).toBe('due-tomorrow skipped NO_RULE_DATA');
    expect(person.texts()).toEqual([]);
  });
});

describe('what a reminder says', () => {
  it('of bills in two currencies is one text that names both sums', async () => {
    await goTo('2027-01-18');
    const { person } = await addOwing('2027-01-21');
    const { world, billerId } = stage;
    const { invoiceId: id } = await inTransaction(world.ctx, (tx) =>
      issueInvoice(tx, {
        billerId,
        accountId: person.accountId,
        number: 'EUR-1',
        description: 'Goods',
        total: money(3000, 'EUR'),
        issuedOn: '2026-12-20',
        dueOn: '2027-01-21',
      }),
    );
    const announcedAt = new Date(world.clock.now() - 10 * DAY_MS);
    await world.ctx.em.fork().nativeUpdate(Invoice, { id }, { announcedAt });
    await days(2);
    expect(person.lastText()).toContain('$84.20 and €30.00');
    expect(person.texts()).toHaveLength(1);
  });

  it('of a fee is what the biller’s rules will charge, and the grace that is left', async () => {
    const { world, billerId } = stage;
    await goTo('2027-02-02');
    const lateFee = { country: 'US' as const, feeMinor: 500, mostPercent: 100, graceDays: 5, isAgreed: true };
    await inTransaction(world.ctx, (tx) =>
      saveMoneyRules(tx, billerId, { lateFee, interruptionAfterDays: 30 }),
    );
    const { person } = await addOwing('2027-02-04');
    await days(1);
    expect(person.lastText()).toContain('A late fee of $5.00 applies from Wed, Feb 10.');
    await days(2);
    expect(person.lastText()).toContain('There is no fee if you pay by Tue, Feb 9.');
    await days(7);
    expect(person.texts().map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Service may be interrupted from Sat, Mar 6.'),
    );
  });
});
