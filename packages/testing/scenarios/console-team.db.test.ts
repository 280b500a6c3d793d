import { randomUUID } from 'node:crypto';
import { loadLive } from '@kvitt/api/console/load-live';
import { Agent } from '@kvitt/db/agent/agent.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let maria: AtConsole;
let jonas: AtConsole;
let petra: AtConsole;

beforeAll(async () => {
  const { world, billerId } = stage;
  maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  jonas = await sitDown(world, billerId, { name: 'Jonas Berg' });
  petra = await sitDown(world, billerId, { name: 'Petra Wolf', role: 'manager' });
  const em = world.ctx.em.fork();
  await em.nativeUpdate(Agent, { id: jonas.id }, { team: 'Meters' });
  await em.nativeUpdate(Agent, { id: maria.id }, { team: 'Cards' });
});

async function asked(): Promise<string> {
  const person = await addPerson(stage.world, stage.billerId);
  await person.says('I was overcharged, who can explain this to me please');
  const { data } = await petra.ask<{ lines: { id: string }[] }>('inbox.list', { queue: 'unassigned' });
  return data.lines[0]?.id ?? '';
}

const pile = async (agent: AtConsole, queue: string) =>
  (await agent.ask<{ lines: { id: string }[] }>('inbox.list', { queue })).data.lines.map(({ id }) => id);

describe('a thread that is handed to a team', () => {
  it('lies in the pile of that team alone, until one of them takes it', async () => {
    const conversationId = await asked();
    const over = (team: string) =>
      maria.act<{ refusal?: string }>('conversation.move', {
        conversationId,
        move: { kind: 'hand-over', to: null, team },
      });
    expect((await over('Nobody')).data).toMatchObject({ kind: 'refused', refusal: 'NO_SUCH_TEAM' });
    await over('Meters');
    expect(await pile(maria, 'team')).not.toContain(conversationId);
    expect(await pile(maria, 'unassigned')).not.toContain(conversationId);
    expect(await pile(jonas, 'team')).toContain(conversationId);
    // Who is in no team sees what waits for any.
    expect(await pile(petra, 'team')).toContain(conversationId);
    const { data } = await jonas.ask<{ counts: Record<string, number> }>('inbox.counts');
    expect(data.counts.team).toBe(1);
    await jonas.act('conversation.move', { conversationId, move: { kind: 'take' } });
    expect(await pile(jonas, 'team')).toEqual([]);
    expect(await pile(jonas, 'mine')).toContain(conversationId);
  });

  it('goes back to everybody', async () => {
    const conversationId = await asked();
    const back = { conversationId, move: { kind: 'hand-over', to: null } };
    await maria.act('conversation.move', { conversationId, move: { ...back.move, team: 'Meters' } });
    await maria.act('conversation.move', back);
    expect(await pile(maria, 'unassigned')).toContain(conversationId);
    expect(await pile(jonas, 'team')).not.toContain(conversationId);
  });
});

describe('a note that names a colleague', () => {
  it('is new to them until they have looked, and to nobody else', async () => {
    const conversationId = await asked();
    const noteId = randomUUID();
    await maria.act('conversation.note', {
      conversationId,
      noteId,
      body: '@jonas can you look at the meter?',
    });
    const seen = () =>
      jonas.ask<{ noteId: string; by: string; words: string; isNew: boolean }[]>('inbox.mentions');
    expect((await seen()).data).toMatchObject([
      { noteId, by: 'Maria Santos', words: '@jonas can you look at the meter?', isNew: true },
    ]);
    expect((await petra.ask<unknown[]>('inbox.mentions')).data).toEqual([]);
    await jonas.act('inbox.seeMentions');
    expect((await seen()).data).toMatchObject([{ isNew: false }]);
    const told = await loadLive(stage.world.ctx, stage.billerId, 'note', [noteId]);
    expect(told).toMatchObject([{ conversationId, authorId: maria.id, mentions: [jonas.id] }]);
  });
});

describe('a caller who has no time', () => {
  const call = async (agent: AtConsole, accountId: string) => {
    const enrollmentId = randomUUID();
    await agent.act('enrollment.begin', { enrollmentId, accountId, source: 'call-in' });
    return enrollmentId;
  };
  const backs = async (agent: AtConsole) =>
    (await agent.ask<{ list: { id: string; at: string }[] }>('enrollment.callBacks')).data.list.map((one) => [
      one.id,
      Date.parse(one.at),
    ]);

  it('is called again by the agent who agreed on it, when it was agreed, and once by anybody', async () => {
    const { world, billerId } = stage;
    const { clock } = world;
    const cindy = await addPerson(world, billerId, { hasConsent: false });
    const enrollmentId = await call(maria, cindy.accountId);
    await maria.act('enrollment.close', { enrollmentId, outcome: 'call-back', reason: 'no-time' });
    expect(await backs(maria)).toEqual([[enrollmentId, clock.now() + 86_400_000]]);
    expect(await backs(jonas)).toEqual([]);
    const move = (agent: AtConsole, ms: number) =>
      agent.act('enrollment.moveCallBack', { enrollmentId, at: new Date(ms).toISOString() });
    const later = clock.now() + 3 * 86_400_000;
    expect((await move(jonas, later)).message).toBe('NOT_YOURS');
    expect((await move(maria, clock.now() - 1_000)).message).toBe('IN_THE_PAST');
    await move(maria, later);
    expect(await backs(maria)).toEqual([[enrollmentId, later]]);
    await call(jonas, cindy.accountId);
    expect(await backs(maria)).toEqual([]);
    expect((await move(maria, later)).message).toBe('CALLED_ALREADY');
  });
});
