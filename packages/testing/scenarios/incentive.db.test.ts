import { randomUUID } from 'node:crypto';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeEach, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
const DAY_MS = 86_400_000;
let maria: AtConsole;
let jonas: AtConsole;

beforeEach(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
  jonas = await sitDown(stage.world, stage.billerId, { name: 'Jonas Berg' });
});

interface Own {
  top: { agentId: string; enrollments: number; rank: number }[];
  own: { enrollments: number; rank: number } | undefined;
  gap: number | undefined;
  bonus: Record<string, number>;
}

const standing = async (agent: AtConsole) =>
  (await agent.ask<Own>('leaderboard.show', { period: 'month' })).data;

/** An agent enrolls a caller, up to the text that asks the handset. */
async function ask(agent: AtConsole): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId, { hasConsent: false });
  const enrollmentId = randomUUID();
  await agent.act('enrollment.begin', { enrollmentId, accountId: person.accountId, source: 'call-in' });
  for (const step of ['intro', 'verify', 'offer', 'phone', 'language', 'consent']) {
    await agent.act('enrollment.answer', { enrollmentId, step, key: 1 });
  }
  await agent.act('enrollment.close', { enrollmentId, outcome: 'declined', reason: 'hung-up' });
  return person;
}

async function enroll(agent: AtConsole): Promise<Person> {
  const person = await ask(agent);
  await person.says('YES');
  return person;
}

it('is earned by the handset’s YES and by nothing before it', async () => {
  const cindy = await ask(maria);
  expect(await standing(maria)).toMatchObject({ bonus: {} });
  await cindy.says('YES');
  expect(await standing(maria)).toMatchObject({ bonus: { pending: 300 }, own: { enrollments: 1 } });
});

it('vests when the first bill was delivered and fourteen days went by without STOP', async () => {
  const { world } = stage;
  const cindy = await enroll(maria);
  await enroll(maria);
  await cindy.issue(8420);
  await cindy.announce();
  await world.pass(13 * DAY_MS, DAY_MS / 2);
  expect((await standing(maria)).bonus).toEqual({ pending: 600 });
  await world.pass(2 * DAY_MS, DAY_MS / 2);
  expect((await standing(maria)).bonus).toEqual({ pending: 300, vested: 300 });
});

it('is taken back by a STOP, once, from the ledger and from the leaderboard', async () => {
  const cindy = await enroll(maria);
  await cindy.says('STOP');
  await cindy.says('STOP');
  const { bonus, own } = await standing(maria);
  expect(bonus).toEqual({ pending: 0 });
  expect(own).toBeUndefined();
});

it('is not earned a second time for the same account', async () => {
  const cindy = await enroll(maria);
  await cindy.says('STOP');
  await cindy.says('START');
  expect((await standing(maria)).bonus).toEqual({ pending: 0 });
});

it('shows an agent’s own place, who shares it, and what it takes to the next', async () => {
  await enroll(maria);
  await enroll(jonas);
  const before = await standing(jonas);
  expect(before.own?.rank).toBe((await standing(maria)).own?.rank);
  await enroll(maria);
  const after = await standing(jonas);
  expect(after.gap).toBe(1);
  expect(after.own?.rank).toBe((before.own?.rank ?? 0) + 1);
});
