import { randomUUID } from 'node:crypto';
import { Agent } from '@kvitt/db/agent/agent.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
const DAY_MS = 86_400_000;
let maria: AtConsole;
let jonas: AtConsole;
let nora: AtConsole;

beforeAll(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
  jonas = await sitDown(stage.world, stage.billerId, { name: 'Jonas Berg', role: 'manager' });
  nora = await sitDown(stage.world, stage.billerId, { name: 'Nora Whitfield', role: 'manager' });
});

interface Line {
  id: string;
  enrollmentId: string;
  agentId: string;
  minor: number;
  state: string;
  flags: { kind: string; clearedAt: string | null }[];
  appeal: { id: string; state: string; answer: string | null } | null;
}

const listAll = async (asked: object = {}) =>
  (await nora.ask<{ lines: Line[] }>('bonus.list', asked)).data.lines;
const sums = async (agent: AtConsole) =>
  (await agent.ask<{ sums: Record<string, number> }>('bonus.mine', {})).data.sums;

/** An agent enrolls a caller, each step on the screen for as long as it takes to read; the handset says YES. */
async function enroll(agent: AtConsole, how: { helper?: AtConsole; stepMs?: number } = {}): Promise<Person> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId, { hasConsent: false });
  const enrollmentId = randomUUID();
  await agent.act('enrollment.begin', { enrollmentId, accountId: person.accountId, source: 'call-in' });
  if (how.helper) await agent.act('enrollment.share', { enrollmentId, agentId: how.helper.id });
  for (const step of ['intro', 'verify', 'offer', 'phone', 'language', 'consent']) {
    await world.clock.advance(how.stepMs ?? 8_000);
    await agent.act('enrollment.answer', { enrollmentId, step, key: 1 });
  }
  await agent.act('enrollment.close', { enrollmentId, outcome: 'declined', reason: 'hung-up' });
  await person.says('YES');
  return person;
}

async function vest(...people: Person[]): Promise<void> {
  for (const person of people) {
    await person.issue(8420);
    await person.announce();
  }
  await stage.world.pass(15 * DAY_MS, DAY_MS / 2);
}

const newestOf = async (agent: AtConsole) => {
  const [line] = await listAll({ agentId: agent.id });
  if (!line) throw new Error('there is no bonus');
  return line;
};

describe('two agents on one call', () => {
  it('share what it earns, and only the one whose call it is says with whom', async () => {
    const before = { maria: await sums(maria), jonas: await sums(jonas) };
    await enroll(maria, { helper: jonas });
    expect((await sums(maria)).pending).toBe((before.maria.pending ?? 0) + 150);
    expect((await sums(jonas)).pending).toBe((before.jonas.pending ?? 0) + 150);
    const call = { enrollmentId: (await newestOf(maria)).enrollmentId, agentId: nora.id };
    expect((await jonas.act('enrollment.share', call)).message).toBe('NOT_YOURS');
  });
});

describe('an approval', () => {
  it('is of a vested bonus, by another than who earned it, and a rejection has a reason', async () => {
    const cindy = await enroll(jonas);
    const { id: bonusId } = await newestOf(jonas);
    const refusals = async (by: AtConsole) =>
      (await by.act<{ refused: { refusal: string }[] }>('bonus.approve', { bonusIds: [bonusId] })).data
        .refused;
    expect(await refusals(nora)).toMatchObject([{ refusal: 'NOT_IN_THIS_STATE' }]);
    await vest(cindy);
    expect(await refusals(jonas)).toMatchObject([{ refusal: 'YOUR_OWN' }]);
    expect((await nora.act('bonus.reject', { bonusId, reason: ' ' })).message).toBe('REASON_MISSING');
    expect(await refusals(nora)).toEqual([]);
    expect((await newestOf(jonas)).state).toBe('approved');
    expect((await maria.act('bonus.approve', { bonusIds: [bonusId] })).status).toBe(403);
  });

  it('waits until somebody else has looked at a flag and said why it is nothing', async () => {
    const cindy = await enroll(jonas, { stepMs: 300 });
    const { id: bonusId, enrollmentId, flags } = await newestOf(jonas);
    expect(flags.map(({ kind }) => kind)).toEqual(['unread-script']);
    await vest(cindy);
    const approve = () => nora.act<{ refused: unknown[] }>('bonus.approve', { bonusIds: [bonusId] });
    expect((await approve()).data.refused).toEqual([{ bonusId, refusal: 'FLAGGED' }]);
    const clearing = { enrollmentId, flag: 'unread-script', note: 'I listened to the recording.' };
    expect((await jonas.act('bonus.clearFlag', clearing)).message).toBe('YOUR_OWN');
    await nora.act('bonus.clearFlag', clearing);
    expect((await approve()).data.refused).toEqual([]);
  });
});

describe('a flag', () => {
  it('is raised for an agent’s own number, and for a STOP within the day', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { hasConsent: false });
    const em = world.ctx.em.fork();
    await em.nativeUpdate(Agent, { billerId, id: maria.id }, { ownPhone: `+${cindy.phone}` });
    const enrollmentId = randomUUID();
    await maria.act('enrollment.begin', { enrollmentId, accountId: cindy.accountId, source: 'call-in' });
    for (const step of ['intro', 'verify', 'offer', 'phone', 'language', 'consent']) {
      await world.clock.advance(8_000);
      await maria.act('enrollment.answer', { enrollmentId, step, key: 1 });
    }
    await cindy.says('YES');
    await cindy.says('STOP');
    const { state, flags } = await newestOf(maria);
    expect(flags.map(({ kind }) => kind).sort()).toEqual(['instant-stop', 'own-number']);
    expect(state).toBe('clawed-back');
    const { data } = await maria.ask<{ lines: object[] }>('bonus.mine', {});
    expect(JSON.stringify(data.lines)).not.toContain('own-number');
  });
});

describe('an appeal', () => {
  it('is the agent’s own, answered once by somebody else, and upheld it approves the bonus', async () => {
    await enroll(maria);
    const { id: bonusId } = await newestOf(maria);
    const words = 'I was on the phone with her for eight minutes.';
    expect((await maria.act('bonus.appeal', { bonusId, words })).message).toBe('NOT_IN_THIS_STATE');
    await nora.act('bonus.reject', { bonusId, reason: 'Too short a call.' });
    expect((await jonas.act('bonus.appeal', { bonusId, words })).message).toBe('NO_SUCH_BONUS');
    await maria.act('bonus.appeal', { bonusId, words });
    expect((await maria.act('bonus.appeal', { bonusId, words })).message).toBe('ALREADY_APPEALED');
    const { appeal } = await newestOf(maria);
    const answer = { appealId: appeal?.id, verdict: 'upheld', words: 'You are right.' };
    expect((await nora.act('bonus.answerAppeal', answer)).status).toBe(200);
    expect((await nora.act('bonus.answerAppeal', answer)).message).toBe('NO_SUCH_APPEAL');
    expect(await newestOf(maria)).toMatchObject({ state: 'approved', appeal: { state: 'upheld' } });
  });

  it('against a STOP can only be explained', async () => {
    const cindy = await enroll(maria);
    await cindy.says('STOP');
    const { id: bonusId } = await newestOf(maria);
    await maria.act('bonus.appeal', { bonusId, words: 'She called back.' });
    const { appeal } = await newestOf(maria);
    const answer = { appealId: appeal?.id, words: 'The plan says so.' };
    expect((await nora.act('bonus.answerAppeal', { ...answer, verdict: 'upheld' })).message).toBe(
      'NOT_IN_THIS_STATE',
    );
    expect((await nora.act('bonus.answerAppeal', { ...answer, verdict: 'declined' })).status).toBe(200);
  });
});

describe('a closed period', () => {
  const today = () => new Date(stage.world.clock.now()).toISOString().slice(0, 10);

  it('pays what is approved, once; what a later STOP takes back is netted against the next', async () => {
    const { world } = stage;
    const cindy = await enroll(maria);
    await vest(cindy);
    await nora.act('bonus.approve', { bonusIds: [(await newestOf(maria)).id] });
    const first = today();
    expect((await nora.act('bonus.closePeriod', { through: first })).message).toBe('NOT_OVER');
    await world.pass(2 * DAY_MS, DAY_MS);
    expect((await nora.act('bonus.closePeriod', { through: first })).status).toBe(200);
    expect((await nora.act('bonus.closePeriod', { through: first })).message).toBe('ALREADY_CLOSED');
    const paid = (await sums(maria)).exported ?? 0;
    expect(paid).toBeGreaterThanOrEqual(300);
    expect((await sums(maria)).approved ?? 0).toBe(0);

    await cindy.says('STOP');
    expect((await sums(maria))['owed-back']).toBe(-300);
    const grace = await enroll(maria);
    await vest(grace);
    await nora.act('bonus.approve', { bonusIds: [(await newestOf(maria)).id] });
    const second = today();
    await world.pass(2 * DAY_MS, DAY_MS);
    const closed = await nora.act<{ periodId: string }>('bonus.closePeriod', { through: second });
    expect((await sums(maria))['owed-back']).toBe(0);
    const { data } = await nora.ask<{ name: string; csv: string }>('bonus.payroll', {
      periodId: closed.data.periodId,
    });
    expect(data.csv.split('\r\n')).toEqual([
      'period_through,agent,email,bonuses,gross,netted,pay,still_owed,currency',
      `${second},Maria Santos,${maria.email},1,3.00,3.00,0.00,0.00,USD`,
      '',
    ]);
  });
});

it('is earned by the plan in force, and keeps its terms whatever plan comes after', async () => {
  const terms = {
    amountMinor: { text: 450, autopay: 500, paperless: 100 },
    againPercent: 50,
    vestAfterDays: 3,
    clawBackForDays: 5,
    mostPerDayMinor: 30_000,
  };
  expect((await nora.act('bonus.savePlan', { ...terms, clawBackForDays: 2 })).message).toBe(
    'CLAW_BACK_BEFORE_VESTING',
  );
  await nora.act('bonus.savePlan', terms);
  const cindy = await enroll(maria);
  expect((await newestOf(maria)).minor).toBe(450);
  await nora.act('bonus.savePlan', { ...terms, vestAfterDays: 60, clawBackForDays: 60 });
  await cindy.issue(8420);
  await cindy.announce();
  await stage.world.pass(4 * DAY_MS, DAY_MS / 2);
  expect((await newestOf(maria)).state).toBe('vested');
  await stage.world.pass(2 * DAY_MS, DAY_MS);
  await cindy.says('STOP');
  expect((await newestOf(maria)).state).toBe('vested');
});
