import { randomUUID } from 'node:crypto';
import { Account } from '@kvitt/db/customer/account.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let maria: AtConsole;
let nora: AtConsole;

beforeAll(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
  nora = await sitDown(stage.world, stage.billerId, { name: 'Nora Whitfield', role: 'manager' });
});

interface Seen {
  phones: { id: string; e164: string; role: string }[];
  payments: { id: string; amountMinor: number; refundedMinor: number; isRefunding: boolean }[];
  promises: { amountMinor: number }[];
  bills: { dueMinor: number; dueOn: string; isHeld: boolean }[];
}

async function see(person: Person): Promise<Seen> {
  const { world, billerId } = stage;
  const { customerId } = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: person.accountId });
  return (await maria.ask<Seen>('customer.open', { customerId })).data;
}

async function timelineOf(invoiceId: string): Promise<string[]> {
  const { data } = await maria.ask<{ entries: { words: string }[] }>('bill.timeline', {
    invoiceId,
    language: 'en',
  });
  return data.entries.map(({ words }) => words);
}

it('lets an agent change what is due within a limit, and tells it in the bill’s timeline', async () => {
  const cindy = await addPerson(stage.world, stage.billerId);
  const invoiceId = await cindy.issue(8420);
  const adjust = (agent: AtConsole, amountMinor: number) =>
    agent.act('bill.adjust', {
      invoiceId,
      adjustmentId: randomUUID(),
      kind: 'credit-note',
      amountMinor,
      reason: 'read too high',
    });
  expect((await adjust(maria, 5_000)).message).toBe('ABOVE_YOUR_LIMIT');
  expect((await adjust(maria, 1_000)).data).toMatchObject({ dueMinor: 7_420 });
  expect((await adjust(nora, 5_000)).data).toMatchObject({ dueMinor: 2_420 });
  await maria.act('bill.hold', { invoiceId, why: 'respite', note: 'is looking into it' });
  expect((await see(cindy)).bills).toMatchObject([{ isHeld: true }]);
  await maria.act('bill.release', { invoiceId });
  const moved = await maria.act('bill.moveDue', { invoiceId, moveId: randomUUID(), toOn: '2026-12-04' });
  expect(moved.data).toMatchObject({ kind: 'moved', dueOn: '2026-12-04' });
  const { accountId } = cindy;
  const promise = { accountId, promiseId: randomUUID(), day: '2026-11-25' };
  expect((await maria.act('bill.promise', promise)).data).toMatchObject({ kind: 'promised' });
  expect(await see(cindy)).toMatchObject({ promises: [{ amountMinor: 2_420 }] });
  expect((await timelineOf(invoiceId)).sort()).toEqual(
    [
      '$24.20 promised by Wed, Nov 25',
      'Bill counts again',
      'Bill lowered by $10.00',
      'Bill lowered by $50.00',
      'Bill of $84.20 issued',
      'Bill rests',
      'Due date moved to Fri, Dec 4',
    ].sort(),
  );
});

it('gives money back once two people agree above the limit, never one alone', async () => {
  const { world } = stage;
  const cindy = await addPerson(world, stage.billerId);
  await cindy.issue(18_420);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const [payment] = (await see(cindy)).payments;
  const refundId = randomUUID();
  const asked = await nora.act('refund.start', {
    paymentId: payment?.id,
    refundId,
    effect: 'allow',
    reason: 'paid twice',
  });
  expect(asked.data).toMatchObject({ kind: 'waiting', amountMinor: 18_420 });
  expect((await maria.act('refund.decide', { refundId, isAgreed: true })).status).toBe(403);
  expect((await nora.act('refund.decide', { refundId, isAgreed: true })).message).toBe('same-person');
  const priya = await sitDown(world, stage.billerId, { role: 'lead' });
  const waiting = await priya.ask<{ id: string }[]>('refund.waiting');
  expect(waiting.data.map(({ id }) => id)).toEqual([refundId]);
  expect((await priya.act('refund.decide', { refundId, isAgreed: true })).data).toEqual({ kind: 'started' });
  await world.pass(120_000, 30_000);
  expect((await see(cindy)).payments).toMatchObject([{ refundedMinor: 18_420, isRefunding: false }]);
});

it('adds a phone that agrees to nothing by that, and takes one off with what waits for it', async () => {
  const cindy = await addPerson(stage.world, stage.billerId);
  const { accountId } = cindy;
  const add = (number: string) =>
    maria.act<{ phoneId: string }>('customer.addPhone', { accountId, number, role: 'other' });
  expect((await add('12 34')).message).toBe('NOT_A_PHONE');
  const { data } = await add('(917) 555-0199');
  expect((await see(cindy)).phones.map(({ e164, role }) => [e164, role])).toEqual([
    [`+${cindy.phone}`, 'primary'],
    ['+19175550199', 'other'],
  ]);
  await maria.act('customer.removePhone', { accountId, phoneId: data.phoneId });
  expect((await see(cindy)).phones).toHaveLength(1);
});

it('says of each text why it went or did not, and decides the same again from what was stored', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8420);
  await cindy.announce();
  await world.pass(20_000);
  await cindy.says('STOP');
  const { customerId } = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: cindy.accountId });
  const { data } = await maria.ask<{ decision: string; isSame: boolean }[]>('customer.decisions', {
    customerId,
  });
  expect(data.map(({ decision }) => decision)).toContain('ALLOW');
  expect(data.every(({ isSame }) => isSame)).toBe(true);
});

it('says of each phone whether it may be texted now, and if not, why and from when on', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const { customerId } = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: cindy.accountId });
  type Told = { verdict: { kind: string; nextAllowedAt: string | null; reasons: { code: string }[] } }[];
  const look = async () => (await maria.ask<Told>('customer.contact', { customerId })).data[0]?.verdict;
  expect(await look()).toMatchObject({ kind: 'allowed', reasons: [] });
  await world.clock.advance(hoursTo(2, world.clock.now()) * 3_600_000);
  const night = await look();
  expect(night).toMatchObject({ kind: 'later' });
  expect(Date.parse(night?.nextAllowedAt ?? '')).toBeGreaterThan(world.clock.now());
  await cindy.says('STOP');
  const stopped = await look();
  // The hour goes by; the STOP does not.
  expect(stopped).toMatchObject({ kind: 'refused', nextAllowedAt: null });
  expect(stopped?.reasons.map(({ code }) => code.split(':')[0])).toContain('CONSENT_REVOKED');
  expect(stopped?.reasons.map(({ code }) => code.split(':')[0])).not.toContain('WINDOW');
});

it('tells on a call, before the wording is read, whether the handset can be asked: that nobody has agreed yet is no reason', async () => {
  const { world, billerId } = stage;
  const look = async (caller: Person) => {
    const enrollmentId = randomUUID();
    await maria.act('enrollment.begin', { enrollmentId, accountId: caller.accountId, source: 'call-in' });
    const { data } = await maria.ask<{ verdict: object }>('enrollment.open', { enrollmentId });
    return data.verdict;
  };
  await world.clock.advance(hoursTo(12, world.clock.now()) * 3_600_000);
  const caller = await addPerson(world, billerId, { hasConsent: false });
  expect(await look(caller)).toMatchObject({ kind: 'allowed', reasons: [] });
  // Who has said YES before is asked nothing.
  expect(await look(await enroll())).toBeNull();
  await world.clock.advance(hoursTo(2, world.clock.now()) * 3_600_000);
  expect(await look(await addPerson(world, billerId, { hasConsent: false }))).toMatchObject({
    kind: 'later',
  });
  await caller.says('STOP');
  expect(await look(caller)).toMatchObject({ kind: 'refused', reasons: [{ code: 'CONSENT_REVOKED' }] });
});

/** Somebody whose phone has confirmed on a call that it wants bills by text. */
async function enroll(): Promise<Person> {
  const caller = await addPerson(stage.world, stage.billerId, { hasConsent: false });
  const enrollmentId = randomUUID();
  await maria.act('enrollment.begin', { enrollmentId, accountId: caller.accountId, source: 'call-in' });
  for (const step of ['intro', 'verify', 'offer', 'phone', 'language', 'consent']) {
    await maria.act('enrollment.answer', { enrollmentId, step, key: 1 });
  }
  await caller.says('YES');
  return caller;
}

/** How many hours until this hour of the day in New York. */
function hoursTo(hour: number, now: number): number {
  const format = { timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23' } as const;
  const at = Number(new Intl.DateTimeFormat('en-US', format).format(now));
  return (24 + hour - at) % 24;
}
