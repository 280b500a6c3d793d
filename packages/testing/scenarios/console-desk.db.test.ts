import { randomUUID } from 'node:crypto';
import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { HeldText } from '@kvitt/db/message/list-held-texts';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
let maria: AtConsole;
let priya: AtConsole;

beforeAll(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
  priya = await sitDown(stage.world, stage.billerId, { name: 'Priya Raman', role: 'lead' });
});

async function threadOf(person: Person): Promise<string> {
  const { world, billerId } = stage;
  const em = world.ctx.em.fork();
  const phone = await em.findOneOrFail(Phone, { billerId, e164: `+${person.phone}` });
  return (await em.findOneOrFail(Conversation, { billerId, phoneId: phone.id })).id;
}

interface Opened {
  line: { id: string; name: string; state: string };
  events: { id: string; kind: string; body: string; at: string; state: string; author: string | null }[];
  hasMore: boolean;
  verdict: { kind: string; reasons: { code: string; words: string }[]; nextAllowedAt: string | null };
  heldSince: string | null;
}

const open = async (conversationId: string, rest: object = {}) =>
  (await maria.ask<Opened>('conversation.open', { conversationId, ...rest })).data;

describe('a charge that an agent asks for', () => {
  it('is a question with a code, and the customer’s YES charges the bill once', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    const invoiceId = await cindy.issue(8420);
    await cindy.says('can I pay this with you now?');
    const conversationId = await threadOf(cindy);
    const askId = randomUUID();
    const ask = () => maria.act<{ kind: string }>('conversation.ask', { conversationId, askId, invoiceId });
    expect((await ask()).data.kind).toBe('queued');
    expect((await ask()).data.kind).toBe('queued-before');
    await world.pass(7_000);
    expect(cindy.lastText()).toMatch(/\$84\.20.*Visa \.\.1881.*YES \d\d/);
    expect((await open(conversationId)).events.at(-1)).toMatchObject({ author: 'Maria Santos' });
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(await cindy.sales()).toHaveLength(1);
    const again = await maria.act('conversation.ask', { conversationId, askId: randomUUID(), invoiceId });
    expect(again.data).toEqual({ kind: 'refused', refusal: 'NOTHING_DUE' });
  });

  it('ends the question that was open before, whatever it was about', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    const invoiceId = await cindy.issue(10_020);
    await cindy.says('PLAN');
    const yesToPlan = `YES ${codeIn(cindy.lastText())}`;
    const conversationId = await threadOf(cindy);
    await maria.act('conversation.ask', { conversationId, askId: randomUUID(), invoiceId });
    await world.pass(7_000);
    await cindy.says('NO');
    await cindy.says(yesToPlan);
    expect(cindy.lastText()).toContain('no open question');
  });

  it('is not asked from a card that its bank has closed', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const invoiceId = await cindy.issue(8420);
    await cindy.says('can I pay this with you now?');
    await world.ctx.em
      .fork()
      .nativeUpdate(
        PaymentMethod,
        { billerId, accountId: cindy.accountId },
        { closedAt: world.ctx.clock.now(), closedWhy: 'closed by its bank' },
      );
    const ask = { conversationId: await threadOf(cindy), askId: randomUUID(), invoiceId };
    expect((await maria.act('conversation.ask', ask)).data).toEqual({ kind: 'refused', refusal: 'NO_CARD' });
  });

  it('asks nothing any more once it is taken back', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    const invoiceId = await cindy.issue(8420);
    await cindy.says('one moment');
    const conversationId = await threadOf(cindy);
    const before = cindy.texts().length;
    const { data } = await maria.act<{ messageId: string }>('conversation.ask', {
      conversationId,
      askId: randomUUID(),
      invoiceId,
    });
    expect((await maria.act('conversation.undo', { messageId: data.messageId })).data).toMatchObject({
      kind: 'undone',
    });
    await world.pass(7_000);
    expect(cindy.texts()).toHaveLength(before);
  });

  it('that is taken back leaves open what the customer asked for meanwhile: its YES pays', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const invoiceId = await cindy.issue(8420);
    await cindy.says('one moment');
    const { data } = await maria.act<{ messageId: string }>('conversation.ask', {
      conversationId: await threadOf(cindy),
      askId: randomUUID(),
      invoiceId,
    });
    await cindy.says('PAY');
    const yes = `YES ${codeIn(cindy.lastText())}`;
    expect((await maria.act('conversation.undo', { messageId: data.messageId })).data).toMatchObject({
      kind: 'undone',
    });
    await cindy.says(yes);
    expect(await cindy.sales()).toHaveLength(1);
  });
});

describe('a thread', () => {
  it('is read back page by page without a gap, and says why it may not be written into now and when it may', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.says('hello');
    const conversationId = await threadOf(cindy);
    for (let n = 0; n < 70; n++) {
      const note = { conversationId, noteId: randomUUID(), body: `note ${n}` };
      await maria.act('conversation.note', note);
    }
    const last = await open(conversationId);
    const [oldest] = last.events;
    expect(last.hasMore).toBe(true);
    const earlier = await open(conversationId, { before: { at: oldest?.at, id: oldest?.id } });
    const all = [...earlier.events, ...last.events];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ kind }) => kind === 'note')).toHaveLength(70);

    expect(last.verdict).toMatchObject({ kind: 'allowed' });
    // Four days later it answers nothing any more, and midnight is no time for it.
    await world.pass(4 * 86_400_000, 86_400_000);
    await passToNight();
    const { verdict } = await open(conversationId);
    expect(verdict.kind).toBe('later');
    expect(verdict.reasons[0]?.words).not.toBe('');
    const sendAt = verdict.nextAllowedAt ?? '';
    const reply = { conversationId, replyId: randomUUID(), body: 'Good morning.', sendAt };
    expect((await maria.act<{ kind: string }>('conversation.reply', reply)).data.kind).toBe('queued');
    await world.pass(60_000);
    expect(cindy.lastText()).not.toBe('Good morning.');
    await world.pass(12 * 3_600_000, 3_600_000);
    expect(cindy.lastText()).toBe('Good morning.');
  });

  it('is found by the customer’s name, and counted in its pile', async () => {
    const person = await addPerson(stage.world, stage.billerId, { firstName: 'Wilhelmina' });
    await person.says('I was overcharged, who do I talk to?');
    const found = await maria.ask<{ id: string }[]>('inbox.find', { words: 'wilhelmina' });
    expect(found.data.map(({ id }) => id)).toEqual([await threadOf(person)]);
    const { data } = await maria.ask<{ counts: Record<string, number> }>('inbox.counts');
    expect(data.counts.all).toBeGreaterThan(0);
  });
});

describe('a text that the rules leave to a person', () => {
  it('is decided at the console by those who answer for the rules, and by no agent', async () => {
    const { world, billerId } = stage;
    const theo = await sitDown(world, billerId, { role: 'compliance', name: 'Theo Brandt' });
    // Denmark: nobody has looked through its law.
    const person = await addPerson(world, billerId, { phone: '4520123459' });
    await person.issue(8420);
    await person.announce();
    const list = async () => (await theo.ask<HeldText[]>('heldText.list')).data;
    const [held] = await list();
    expect(held).toMatchObject({ phone: '+4520123459', reason: 'NO_RULE_DATA', said: null });
    const decision = { id: held?.id, as: 'released' };
    expect((await maria.act('heldText.decide', decision)).status).toBe(403);
    expect((await theo.act('heldText.decide', decision)).data).toEqual({ kind: 'decided' });
    expect((await theo.act('heldText.decide', decision)).message).toBe('not-held');
    expect(await list()).toEqual([]);
    const told = { billerId, actorId: theo.id, act: 'held-text-released' };
    expect(await world.ctx.em.fork().count(AuditEvent, told)).toBe(1);
  });
});

/** On to the next half past two of a New York night. */
async function passToNight(): Promise<void> {
  const { world } = stage;
  const hour = Number(
    new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/New_York',
      hour: 'numeric',
      hourCycle: 'h23',
    }).format(world.ctx.clock.now()),
  );
  await world.pass(((26 - hour) % 24) * 3_600_000, 3_600_000);
}

describe('how the desk works', () => {
  it('is said by leads: minutes to answer, and words that are used again', async () => {
    const rule = { answerMin: 30, warnMin: 20 };
    expect((await maria.act('inbox.saveSla', rule)).status).toBe(403);
    expect((await priya.act('inbox.saveSla', { answerMin: 5, warnMin: 20 })).message).toBe('WARNS_TOO_LATE');
    expect((await priya.act('inbox.saveSla', rule)).data).toEqual({ kind: 'saved' });
    const draft = { id: randomUUID(), name: 'Later', language: 'en', body: 'Hi {firstName}, see {link}' };
    expect((await priya.act('inbox.saveReply', { ...draft, body: 'Hi {fristName}' })).data).toMatchObject({
      refusal: 'UNKNOWN_VARIABLE',
      variable: '{fristName}',
    });
    expect((await priya.act('inbox.saveReply', draft)).data).toEqual({ kind: 'saved' });
    expect((await priya.act('inbox.saveReply', { ...draft, id: randomUUID() })).data).toMatchObject({
      refusal: 'NAME_TAKEN',
    });
    const { data } = await maria.ask<{ sla: object; savedReplies: object[] }>('inbox.settings');
    expect(data).toEqual({ sla: rule, savedReplies: [{ ...draft, name: 'later' }] });
    await priya.act('inbox.removeReply', { id: draft.id });
    expect((await maria.ask<{ savedReplies: object[] }>('inbox.settings')).data.savedReplies).toEqual([]);
  });
});
