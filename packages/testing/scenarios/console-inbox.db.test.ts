import { randomUUID } from 'node:crypto';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import type { ThreadLine } from '@kvitt/db/conversation/list-threads';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let maria: AtConsole;
let jonas: AtConsole;

beforeAll(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
  jonas = await sitDown(stage.world, stage.billerId, { name: 'Jonas Berg' });
});

/** A customer who asks for a person, and their thread. */
async function askForPerson(words = 'AGENT'): Promise<{ person: Person; conversationId: string }> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  await person.says(words);
  const em = world.ctx.em.fork();
  const phone = await em.findOneOrFail(Phone, { billerId, e164: `+${person.phone}` });
  const { id } = await em.findOneOrFail(Conversation, { billerId, phoneId: phone.id });
  await em.nativeUpdate(
    Conversation,
    { billerId, id },
    { personWantedSince: world.ctx.clock.now(), personWantedWhy: 'asked' },
  );
  return { person, conversationId: id };
}

async function linesOf(agent: AtConsole, queue: string): Promise<ThreadLine[]> {
  return (await agent.ask<{ lines: ThreadLine[] }>('inbox.list', { queue })).data.lines;
}

const idsOf = async (agent: AtConsole, queue: string) => (await linesOf(agent, queue)).map(({ id }) => id);
const move = (agent: AtConsole, conversationId: string, kind: string, more = {}) =>
  agent.act<{ kind: string; refusal?: string; by?: string }>('conversation.move', {
    conversationId,
    move: { kind, ...more },
  });
const reply = (agent: AtConsole, conversationId: string, body: string, more = {}) =>
  agent.act<{ kind: string; messageId: string; refusal?: string }>('conversation.reply', {
    conversationId,
    replyId: randomUUID(),
    body,
    ...more,
  });

describe('what comes behind', () => {
  it('a line of the list, and a thing that happened, is asked for by the time that stands in it', async () => {
    const { person, conversationId } = await askForPerson();
    await person.says('And when is it due?');
    const [first, ...rest] = await linesOf(maria, 'all');
    const after = { lastAt: first?.lastAt, id: first?.id };
    const behind = await maria.ask<{ lines: ThreadLine[] }>('inbox.list', { queue: 'all', after });
    expect(behind.data.lines).toEqual(rest);
    const open = async (more = {}) =>
      (await maria.ask<{ events: unknown[] }>('conversation.open', { conversationId, ...more })).data.events;
    const events = (await open()) as { at: string; id: string }[];
    expect(events.length).toBeGreaterThan(2);
    const { at = '', id = '' } = events[2] ?? {};
    expect(await open({ before: { at, id } })).toEqual(events.slice(0, 2));
  });
});

describe('a thread in which a person is wanted', () => {
  it('lies unassigned with what the customer said last, and waits since they asked', async () => {
    const { conversationId } = await askForPerson();
    const line = (await linesOf(maria, 'unassigned')).find(({ id }) => id === conversationId);
    expect(line).toMatchObject({ name: 'Cindy Rivera', state: 'open', assigneeId: null });
    expect(line?.wantedSince).not.toBeNull();
    expect(line?.unreadSince).not.toBeNull();
  });

  it('is taken by one agent, and the other is told by whom', async () => {
    const { conversationId } = await askForPerson();
    const answers = await Promise.all([
      move(maria, conversationId, 'take'),
      move(jonas, conversationId, 'take'),
    ]);
    expect(answers.map(({ data }) => data.kind).sort()).toEqual(['moved', 'refused']);
    const refused = answers.find(({ data }) => data.kind === 'refused');
    expect(refused?.data).toMatchObject({ refusal: 'TAKEN' });
    const [winner, loser] = answers[0]?.data.kind === 'moved' ? [maria, jonas] : [jonas, maria];
    expect(await idsOf(winner, 'mine')).toContain(conversationId);
    expect(await idsOf(winner, 'unassigned')).not.toContain(conversationId);
    expect((await reply(loser, conversationId, 'me too')).data).toMatchObject({ refusal: 'TAKEN' });
  });

  it('goes to a colleague, and back to everybody', async () => {
    const { conversationId } = await askForPerson();
    await move(maria, conversationId, 'hand-over', { to: jonas.id });
    expect(await idsOf(jonas, 'mine')).toContain(conversationId);
    await move(jonas, conversationId, 'hand-over', { to: null });
    expect(await idsOf(maria, 'unassigned')).toContain(conversationId);
  });

  it('is closed, and opens by itself when a person is wanted again', async () => {
    const { person, conversationId } = await askForPerson();
    await move(maria, conversationId, 'close');
    expect(await idsOf(maria, 'unassigned')).not.toContain(conversationId);
    await person.says('I was overcharged and want to speak to somebody about it');
    const { billerId, world } = stage;
    await world.ctx.em
      .fork()
      .nativeUpdate(
        Conversation,
        { billerId, id: conversationId },
        { personWantedSince: world.ctx.clock.now() },
      );
    expect(await idsOf(maria, 'unassigned')).toContain(conversationId);
  });

  it('is snoozed until a time, and comes back then, or when the customer writes', async () => {
    const { world } = stage;
    const first = await askForPerson();
    const second = await askForPerson();
    const until = new Date(world.ctx.clock.now().getTime() + 600_000).toISOString();
    for (const { conversationId } of [first, second]) await move(maria, conversationId, 'snooze', { until });
    expect(await idsOf(maria, 'snoozed')).toEqual(
      expect.arrayContaining([first.conversationId, second.conversationId]),
    );
    await second.person.says('hello again');
    expect(await idsOf(maria, 'snoozed')).not.toContain(second.conversationId);
    await world.pass(601_000, 60_000);
    expect(await idsOf(maria, 'snoozed')).not.toContain(first.conversationId);
    expect(await idsOf(maria, 'unassigned')).toContain(first.conversationId);
  });
});

describe('a reply', () => {
  it('goes out after five seconds, and the thread waits for the customer', async () => {
    const { world } = stage;
    const { person, conversationId } = await askForPerson();
    await move(maria, conversationId, 'take');
    await reply(maria, conversationId, 'The meter was read on Tuesday.');
    await world.pass(3_000);
    expect(person.lastText()).not.toContain('Tuesday');
    await world.pass(4_000);
    expect(person.lastText()).toBe('The meter was read on Tuesday.');
    expect(await idsOf(maria, 'waiting')).toContain(conversationId);
    await person.says('thanks, and what about the fee');
    expect(await idsOf(maria, 'mine')).toContain(conversationId);
  });

  it('is taken back within the five seconds, and never sent', async () => {
    const { world } = stage;
    const { person, conversationId } = await askForPerson();
    const { data } = await reply(maria, conversationId, 'Wrong window, sorry.');
    expect((await maria.act('conversation.undo', { messageId: data.messageId })).data).toEqual({
      kind: 'undone',
      body: 'Wrong window, sorry.',
    });
    await world.pass(20_000);
    expect(person.lastText()).not.toContain('Wrong window');
    expect((await maria.act('conversation.undo', { messageId: data.messageId })).data).toMatchObject({
      refusal: 'GONE_ALREADY',
    });
  });

  it('that is sent twice by the same console is one text', async () => {
    const { world } = stage;
    const { person, conversationId } = await askForPerson();
    const replyId = randomUUID();
    await reply(maria, conversationId, 'Once.', { replyId });
    expect((await reply(maria, conversationId, 'Once.', { replyId })).data.kind).toBe('queued-before');
    await world.pass(7_000);
    expect(person.texts().filter(({ text }) => text === 'Once.')).toHaveLength(1);
  });

  it('does not reach a phone that has said STOP, and the thread says why', async () => {
    const { world } = stage;
    const { person, conversationId } = await askForPerson();
    await person.says('STOP');
    const before = person.texts().length;
    expect((await reply(maria, conversationId, 'One more thing')).data).toMatchObject({ kind: 'refused' });
    await world.pass(7_000);
    expect(person.texts()).toHaveLength(before);
    const opened = await maria.ask<{ verdict: { kind: string } }>('conversation.open', { conversationId });
    expect(opened.data.verdict.kind).toBe('refused');
  });

  it('holds no card number, whatever the agent has typed', async () => {
    const { world } = stage;
    const { person, conversationId } = await askForPerson();
    await reply(maria, conversationId, 'Is it 4111 1111 1111 1111?');
    await world.pass(7_000);
    expect(person.lastText()).not.toContain('4111 1111');
  });
});

describe('a note', () => {
  it('stands in the thread for colleagues, names whom it mentions, and is never texted', async () => {
    const { world } = stage;
    const { person, conversationId } = await askForPerson();
    const before = person.texts().length;
    const { data } = await maria.act<{ mentions: string[] }>('conversation.note', {
      conversationId,
      noteId: randomUUID(),
      body: 'Promised a call back, @Jonas please',
    });
    expect(data.mentions).toEqual([jonas.id]);
    const opened = await jonas.ask<{ events: { kind: string; body: string; author: string }[] }>(
      'conversation.open',
      { conversationId },
    );
    expect(opened.data.events).toContainEqual(
      expect.objectContaining({
        kind: 'note',
        author: 'Maria Santos',
        body: 'Promised a call back, @Jonas please',
      }),
    );
    await world.pass(10_000);
    expect(person.texts()).toHaveLength(before);
  });
});
