import { randomUUID } from 'node:crypto';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let maria: AtConsole;
let petra: AtConsole;

const STEPS = ['calls', 'asked', 'confirmed', 'standing', 'cardSaved'] as const;

interface Home {
  from: string;
  to: string;
  enrollments: ({ source: string } & Record<(typeof STEPS)[number], number>)[];
  pay: Record<'sent' | 'delivered' | 'opened' | 'paid', number>;
  collected: { day: string; minor: number; payments: number }[];
  receivables: { aging: { bucket: string; bills: number; minor: number }[] };
  desk: { agentId: string; replies: number; inTime: number; open: number; calls: number }[];
  paper: { bonusMinor: number; bills: number; creditMinor: number; priceMinor: number | null };
}

const home = async () => (await petra.ask<Home>('report.home', { days: 30 })).data;

async function list(part: Record<string, string>) {
  const { from, to } = await home();
  const { data } = await petra.ask<{ lines: { minor: number | null; placeId: string }[] }>('report.list', {
    from,
    to,
    ...part,
  });
  return data.lines;
}

const sum = (lines: { minor: number | null }[]) => lines.reduce((all, { minor }) => all + (minor ?? 0), 0);

beforeAll(async () => {
  const { world, billerId } = stage;
  maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  petra = await sitDown(world, billerId, { name: 'Petra Wolf', role: 'manager' });
  const cindy = await addPerson(world, billerId, { hasConsent: false });
  const enrollmentId = randomUUID();
  await maria.act('enrollment.begin', { enrollmentId, accountId: cindy.accountId, source: 'call-in' });
  for (const step of ['intro', 'verify', 'offer', 'phone', 'language', 'consent', 'paperless']) {
    await maria.act('enrollment.answer', { enrollmentId, step, key: 1 });
  }
  await cindy.says('YES');
  await maria.act('enrollment.close', { enrollmentId, outcome: 'declined', reason: 'hung-up' });
  await cindy.issue(8420);
  await world.pass(5_000);
  const credit = { accountId: cindy.accountId, creditId: randomUUID(), kind: 'paperless', reason: 'paper' };
  await maria.act('credit.grant', credit);
  const marcus = await addPerson(world, billerId);
  await marcus.issue(5_000);
  await marcus.says('PAY ALL');
  const code = /YES (\d+)/.exec(marcus.lastText() ?? '')?.[1];
  await marcus.says(`YES ${code}`);
  await marcus.says('I was overcharged, who can explain this to me please');
  const { data } = await maria.ask<{ lines: { id: string }[] }>('inbox.list', { queue: 'unassigned' });
  const conversationId = data.lines[0]?.id ?? '';
  await maria.act('conversation.move', { conversationId, move: { kind: 'take' } });
  await maria.act('conversation.reply', { conversationId, replyId: randomUUID(), body: 'I look into it.' });
  await maria.act('conversation.move', { conversationId, move: { kind: 'reopen' } });
  await world.pass(20_000);
});

it('lists behind each step of each source as many as the funnel counts', async () => {
  const { enrollments } = await home();
  expect(enrollments).toMatchObject([{ source: 'call-in', calls: 1, asked: 1, confirmed: 1, standing: 1 }]);
  for (const line of enrollments) {
    for (const step of STEPS) {
      const lines = await list({ figure: 'enrollments', source: line.source, step });
      expect([step, lines.length]).toEqual([step, line[step]]);
    }
  }
});

it('lists behind each step from text to paid as many as it counts', async () => {
  const { pay } = await home();
  expect(pay.sent).toBeGreaterThan(0);
  for (const [step, count] of Object.entries(pay)) {
    expect([step, (await list({ figure: 'texts', step })).length]).toEqual([step, count]);
  }
});

it('lists payments, open bills, bonuses and credits that add up to the number', async () => {
  const { collected, receivables, paper } = await home();
  const paid = collected.reduce((all, { minor }) => all + minor, 0);
  expect(paid).toBeGreaterThan(0);
  expect(sum(await list({ figure: 'payments' }))).toBe(paid);
  for (const { bucket, bills, minor } of receivables.aging) {
    const lines = await list({ figure: 'bills', step: bucket });
    expect([bucket, lines.length, sum(lines)]).toEqual([bucket, bills, minor]);
  }
  expect(paper.bonusMinor).toBeGreaterThan(0);
  expect(sum(await list({ figure: 'bonuses' }))).toBe(paper.bonusMinor);
  expect(paper.creditMinor).toBe(500);
  expect(sum(await list({ figure: 'credits' }))).toBe(500);
  expect((await list({ figure: 'paper' })).length).toBe(paper.bills);
});

it('lists an agent’s replies, threads and calls, and says how many replies came in time', async () => {
  const { desk } = await home();
  const line = desk.find(({ agentId }) => agentId === maria.id);
  expect(line).toMatchObject({ replies: 1, inTime: 1, open: 1, calls: 1 });
  for (const [figure, count] of [
    ['replies', 1],
    ['threads', 1],
    ['enrollments', 1],
  ] as const) {
    expect([figure, (await list({ figure, agentId: maria.id })).length]).toEqual([figure, count]);
  }
  expect(await list({ figure: 'replies', agentId: petra.id })).toEqual([]);
});

it('counts the saving once somebody has said what paper costs, which agents may not', async () => {
  expect((await home()).paper.priceMinor).toBeNull();
  expect((await maria.act('report.setPaperPrice', { minor: 85 })).status).toBe(403);
  await petra.act('report.setPaperPrice', { minor: 85 });
  expect((await home()).paper.priceMinor).toBe(85);
});
