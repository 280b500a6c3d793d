import { Sender } from '@kvitt/db/biller/sender.entity';
import { mayText } from '@kvitt/domain/consent/may-text';
import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { addPerson, type Person } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { expect, it } from 'vitest';

const stage = useWorld();
const HOUR_MS = 3_600_000;

/** Moves the world's clock on to an hour of New York's day, in winter. */
async function waitForHour(hour: number): Promise<void> {
  const { clock } = stage.world;
  const now = new Date(clock.now());
  const aheadH = (hour + 5 - now.getUTCHours() + 24) % 24;
  await stage.world.pass(aheadH * HOUR_MS, HOUR_MS);
}

interface Decided {
  phase: string;
  decision: string;
  reasons: string[];
  next: string | null;
  inputs: unknown;
}

async function decisionsOn({ accountId }: Person): Promise<Decided[]> {
  return stage.world.ctx.em.fork().execute<Decided[]>(
    `select d.phase, d.decision, d.reasons, d.next_allowed_at as next, d.inputs from decision d
    join message m on m.biller_id = d.biller_id and m.id = d.message_id
    join account_phone ap on ap.biller_id = m.biller_id and ap.phone_id = m.phone_id
    where ap.account_id = ? order by d.at, d.id`,
    [accountId],
  );
}

it('keeps a bill of the night until eight in the morning, and every decision with what it depended on', async () => {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  await waitForHour(22);
  await person.issue(8420);
  await announceBills(world.ctx, { billerId });
  await world.settle();
  expect(person.texts()).toEqual([]);
  await waitForHour(7);
  expect(person.texts()).toEqual([]);
  await waitForHour(8);
  expect(person.texts()).toHaveLength(1);

  const decisions = await decisionsOn(person);
  expect(decisions.map(({ phase, decision, reasons }) => ({ phase, decision, reasons }))).toEqual([
    { phase: 'planned', decision: 'DEFER', reasons: ['WINDOW:US-POL-SERVICING-WINDOW'] },
    { phase: 'claimed', decision: 'ALLOW', reasons: [] },
  ]);
  for (const one of decisions) {
    const replayed = mayText(readPolicyInput(one.inputs));
    expect(replayed.decision).toBe(one.decision);
    expect(replayed.nextAllowedAt).toBe(one.next === null ? null : new Date(one.next).getTime());
  }
});

it('answers a text at any hour', async () => {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  await person.issue(8420);
  await waitForHour(3);
  await person.says('BAL');
  expect(person.lastText()).toContain('$84.20');
  await waitForHour(12);
});

it('puts a text back that was queued in time and is claimed too late', async () => {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  await waitForHour(20);
  await world.ctx.em.fork().nativeUpdate(Sender, { billerId }, { pausedAt: world.ctx.clock.now() });
  await person.issue(8420);
  await announceBills(world.ctx, { billerId });
  await world.pass(2 * HOUR_MS, HOUR_MS);
  await world.ctx.em.fork().nativeUpdate(Sender, { billerId }, { pausedAt: null });
  await world.settle();
  expect(await textsOf(world, person)).toEqual([
    { template: 'bill-ready', state: 'queued', reason: 'WINDOW:US-POL-SERVICING-WINDOW' },
  ]);
  await waitForHour(9);
  expect(person.texts()).toHaveLength(1);
});

it('holds back what a biller and a customer have added, and denies where it cannot be read', async () => {
  const { world, billerId } = stage;
  const add = (accountId: string, kind: string, rule: object) =>
    world.ctx.em
      .fork()
      .execute(
        `insert into contact_rule (biller_id, id, account_id, kind, rule, created_at) values (?, ?, ?, ?, ?::jsonb, ?)`,
        [billerId, world.ctx.ids.next(), accountId, kind, JSON.stringify(rule), world.ctx.clock.now()],
      );
  await waitForHour(10);
  const evening = await addPerson(world, billerId);
  await add(evening.accountId, 'window', { id: 'EVENINGS', days: { '*': ['18:00', '20:00'] } });
  const never = await addPerson(world, billerId);
  await add(never.accountId, 'block', { id: 'BY-LETTER', categories: ['info', 'past_due'] });
  const broken = await addPerson(world, billerId);
  await add(broken.accountId, 'window', { id: 'BROKEN', days: { someday: [] } });
  for (const one of [evening, never, broken]) await one.issue(8420);
  await announceBills(world.ctx, { billerId });
  await world.settle();
  expect(await textsOf(world, evening)).toEqual([
    { template: 'bill-ready', state: 'queued', reason: 'WINDOW:EVENINGS' },
  ]);
  expect(await textsOf(world, never)).toEqual([
    { template: 'bill-ready', state: 'skipped', reason: 'BLOCK:BY-LETTER' },
  ]);
  expect(await textsOf(world, broken)).toEqual([
    { template: 'bill-ready', state: 'skipped', reason: 'POLICY_ERROR' },
  ]);
  expect(world.logged.some((line) => line.includes('contact-policy'))).toBe(true);
  await waitForHour(18);
  expect(evening.texts()).toHaveLength(1);
});

it('leaves a text to a country that nobody looked through to a person', async () => {
  const { world, billerId } = stage;
  await waitForHour(10);
  const person = await addPerson(world, billerId, { phone: '33612345678' });
  await person.issue(8420);
  await announceBills(world.ctx, { billerId });
  await world.settle();
  expect(await textsOf(world, person)).toEqual([
    { template: 'bill-ready', state: 'held', reason: 'NO_RULE_DATA' },
  ]);
});

it('brakes after twenty texts without an answer, and goes on with the first that is answered', async () => {
  const { world, billerId } = stage;
  await waitForHour(10);
  const people: Person[] = [];
  for (let n = 0; n < 30; n++) people.push(await addPerson(world, billerId, { card: null }));
  for (const one of people) await one.issue(1_000);
  world.plivo.faults.add({ kind: 'drop-before', method: 'POST', path: '/Message/$', times: 60 });
  await announceBills(world.ctx, { billerId });
  await world.pass(10_000);
  const states = (await Promise.all(people.map((one) => textsOf(world, one))))
    .flat()
    .map(({ state }) => state);
  expect(states.filter((state) => state === 'uncertain')).toHaveLength(20);
  expect(states.filter((state) => state === 'queued')).toHaveLength(10);
  expect(world.logged.some((line) => line.includes('carrier-silent'))).toBe(true);

  world.plivo.faults.clear();
  await world.pass(300_000, 5_000);
  for (const one of people) expect(one.texts()).toHaveLength(1);
});
