import { randomUUID } from 'node:crypto';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeEach, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
const DAY_MS = 86_400_000;
let maria: AtConsole;
let jonas: AtConsole;

beforeEach(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
  jonas = await sitDown(stage.world, stage.billerId, { name: 'Jonas Berg' });
});

interface Own {
  top: {
    key: string;
    name: string;
    enrollments: number;
    rank: number;
    isShared: boolean;
    perHour: number | null;
  }[];
  own: { enrollments: number; rank: number } | undefined;
  around: { name: string; rank: number; beforeRank: number | null }[];
  next: { gap: number; name: string | null } | undefined;
  record: { best: number; before: number } | null;
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
  expect(after.next).toEqual({ name: 'Maria Santos', gap: 1 });
  expect(after.own?.rank).toBe((before.own?.rank ?? 0) + 1);
  // The neighbours stand beside them; nobody had a place last month.
  expect(after.around.map(({ name, beforeRank }) => [name, beforeRank])).toEqual([
    ['Maria Santos', null],
    ['Jonas Berg', null],
  ]);
});

describe('the leaderboard', () => {
  let nora: AtConsole;
  beforeEach(async () => {
    nora = await sitDown(stage.world, stage.billerId, { name: 'Nora Whitfield', role: 'manager' });
  });
  const board = async (agent: AtConsole, asked: object) =>
    (await agent.ask<Own>('leaderboard.show', { period: 'month', ...asked })).data;

  it('goes by hours worked where it is asked to, and by team', async () => {
    await enroll(maria);
    await enroll(maria);
    await enroll(jonas);
    const day = new Date(stage.world.clock.now()).toISOString().slice(0, 10);
    const wrong = `email,day,hours\n${maria.email},${day},4\nnobody@acme.example,${day},4\n${jonas.email},soon,2\n`;
    expect((await nora.act('boardSetting.importHours', { csv: wrong })).data).toEqual({
      kind: 'refused',
      problems: [
        { line: 3, problem: 'NO_SUCH_AGENT' },
        { line: 4, problem: 'NOT_A_DAY' },
      ],
    });
    const csv = `email,day,hours\n${maria.email},${day},4\n${jonas.email},${day},"1,5"\n`;
    expect((await nora.act('boardSetting.importHours', { csv })).data).toEqual({ kind: 'kept', days: 2 });
    expect((await board(jonas, { by: 'hour' })).own).toMatchObject({ rank: 1, perHour: 0.67 });
    expect((await board(maria, { by: 'hour' })).own).toMatchObject({ rank: 2, perHour: 0.5 });
    for (const agent of [maria, jonas]) {
      const place = { agentId: agent.id, team: 'North', site: null, ownPhone: null };
      await nora.act('boardSetting.place', place);
    }
    expect((await board(maria, { scope: 'team' })).own).toMatchObject({ key: 'North', enrollments: 3 });
  });

  it('shows an agent no name but their own where places are private, and managers all', async () => {
    await enroll(jonas);
    await enroll(jonas);
    await enroll(maria);
    await nora.act('boardSetting.setPrivacy', { isPrivate: true });
    const seen = await board(maria, {});
    expect(seen.top.map(({ key }) => key).filter((key) => key !== maria.id)).toEqual([]);
    expect(seen.next?.name ?? null).toBeNull();
    expect((await board(nora, {})).top.length).toBeGreaterThan(1);
    await nora.act('boardSetting.setPrivacy', { isPrivate: false });
  });

  it('counts a contest from its first day to its last, towards its goal', async () => {
    const startsOn = new Date(stage.world.clock.now()).toISOString().slice(0, 10);
    await enroll(maria);
    const contest = { name: 'Winter', prize: 'A day off', goal: 50, startsOn, endsOn: startsOn };
    expect((await nora.act('boardSetting.beginContest', { ...contest, endsOn: '2020-01-01' })).message).toBe(
      'DATES_REVERSED',
    );
    const { data } = await nora.act<{ contestId: string }>('boardSetting.beginContest', contest);
    const { done } = (await maria.ask<{ id: string; done: number }[]>('leaderboard.contests')).data.find(
      ({ id }) => id === data.contestId,
    ) ?? { done: 0 };
    expect(done).toBeGreaterThanOrEqual(1);
    expect((await board(maria, { contestId: data.contestId })).own?.enrollments).toBeGreaterThanOrEqual(1);
  });

  it('opens on a wall by a token alone, which opens nothing else, until it is revoked', async () => {
    await enroll(maria);
    const { data } = await nora.act<{ displayId: string; link: string }>('boardSetting.makeDisplay', {
      name: 'Lobby',
    });
    const token = data.link.slice(data.link.indexOf('#') + 1);
    const post = (body: object) =>
      fetch(`${stage.world.origin}/console/wall/open`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: stage.world.origin },
        body: JSON.stringify(body),
      });
    expect((await post({ token: 'x'.repeat(16) })).status).toBe(404);
    const opened = await post({ token });
    const cookie = opened.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const wall = () => fetch(`${stage.world.origin}/console/wall/board`, { headers: { cookie } });
    const shown = (await (await wall()).json()) as { biller: string; top: { name: string }[] };
    expect(shown).toMatchObject({ biller: 'Acme', contest: { name: 'Winter' } });
    expect(shown.top.map(({ name }) => name)).toContain('Maria Santos');
    const inbox = await fetch(`${stage.world.origin}/console/trpc/session.me`, { headers: { cookie } });
    expect(inbox.status).toBe(401);
    await nora.act('boardSetting.revokeDisplay', { displayId: data.displayId });
    expect((await wall()).status).toBe(401);
  });
});
