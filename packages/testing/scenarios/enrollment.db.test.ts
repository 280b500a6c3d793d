import { randomUUID } from 'node:crypto';
import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { PortalLink } from '@kvitt/db/session/portal-link.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { noteView } from '@kvitt/flows/session/note-view';
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

interface Shown {
  step: string;
  state: string;
  words: string;
  choices: string[];
  reason: string | null;
  confirmedAt: string | null;
  cardOpenedAt: string | null;
  cardSavedAt: string | null;
  scriptKey: string;
  scriptVersion: number;
  textState: string | null;
}

const addCaller = (traits = {}) =>
  addPerson(stage.world, stage.billerId, { hasConsent: false, card: null, ...traits });

async function call(person: Person, agent = maria, enrollmentId: string = randomUUID()): Promise<string> {
  const { accountId } = person;
  await agent.act('enrollment.begin', { enrollmentId, accountId, source: 'call-in' });
  return enrollmentId;
}

const look = async (enrollmentId: string, agent = maria) =>
  (await agent.ask<Shown>('enrollment.open', { enrollmentId })).data;

/** Presses keys one after the other; the last answer. */
async function press(enrollmentId: string, ...keys: number[]) {
  let last: { message: string | undefined } = { message: undefined };
  for (const key of keys) {
    const { step } = await look(enrollmentId);
    last = await maria.act('enrollment.answer', { enrollmentId, step, key });
  }
  return last;
}

/** As far as the caller's yes to the wording. */
const UP_TO_YES = [1, 1, 1, 1, 1, 1];

describe('a willing caller', () => {
  it('is asked on the handset during the call, and counts only when it says YES', async () => {
    const cindy = await addCaller();
    const id = await call(cindy);
    await press(id, ...UP_TO_YES);
    await stage.world.pass(3_000);
    expect(cindy.lastText()).toMatch(/^Acme: .*YES/);
    expect(await look(id)).toMatchObject({
      step: 'paperless',
      state: 'calling',
      confirmedAt: null,
      textState: 'delivered',
    });
    await press(id, 2, 2, 2, 1);
    expect(await look(id)).toMatchObject({ state: 'pending', confirmedAt: null });
    await cindy.says('YES');
    expect(await look(id)).toMatchObject({ state: 'confirmed', reason: null });
  });

  it('hears the words in their own language, with their facts, and the wording that is recorded', async () => {
    const cindy = await addCaller({ firstName: 'Cindy' });
    const id = await call(cindy);
    expect((await look(id)).words).toMatch(
      /^Hello, this is Maria Santos from Acme\. Am I speaking with Cindy/,
    );
    await press(id, 1, 1, 1, 1, 3);
    const { words } = await look(id);
    expect(words).toMatch(/^¿Puede Acme mandar mensajes/);
    await press(id, 1);
    const em = stage.world.ctx.em.fork();
    const { phoneId } = await em.findOneOrFail(Enrollment, { id });
    const event = await em.findOneOrFail(ConsentEvent, { phoneId, purpose: 'service' });
    expect(event).toMatchObject({
      wording: words,
      wordingKey: 'bills-aloud@1',
      actor: `agent:${maria.id}`,
      evidence: { callId: id, script: 'enroll@3' },
    });
  });

  it('gets the link for the card after the YES and not before, and the agent sees only that a card was saved', async () => {
    const { world } = stage;
    const cindy = await addCaller();
    await cindy.issue(8420);
    const id = await call(cindy);
    await press(id, ...UP_TO_YES, 1, 1, 1);
    await world.pass(5_000);
    expect(cindy.texts()).toHaveLength(1);
    await cindy.says('YES');
    await world.pass(5_000);
    expect(cindy.texts().some(({ text }) => text.includes(world.origin))).toBe(true);
    expect((await look(id)).cardSavedAt).toBeNull();
    const em = world.ctx.em.fork();
    const text = await em.findOneOrFail(Message, { cause: `enrollment-card/${id}` });
    const link = await em.findOneOrFail(PortalLink, { messageId: text.id });
    await inTransaction(world.ctx, (tx) => noteView(tx, { ...link, linkId: link.id }));
    expect((await look(id)).cardOpenedAt).not.toBeNull();
    await cindy.addCard('fake-valid-visa-nonce');
    const seen = await look(id);
    expect(seen.cardSavedAt).not.toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/1881|4012|last4/);
  });

  it('hears what doing without paper brings, and gets the link to agree on it after the YES', async () => {
    const cindy = await addCaller();
    await cindy.issue(8420);
    const id = await call(cindy);
    await press(id, ...UP_TO_YES);
    expect((await look(id)).words).toContain('You get $5.00 off for it, once.');
    await press(id, 1, 2, 2, 1);
    await cindy.says('YES');
    await stage.world.pass(5_000);
    expect(cindy.texts().map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/no more bills on paper.*http/),
    );
    const { path } = await stage.world.ctx.em.fork().findOneOrFail(Enrollment, { id });
    expect(path.find(({ step }) => step === 'paperless')?.wording).toBe('paperless-aloud@1');
  });

  it('who hangs up after the question was sent is still enrolled by the handset', async () => {
    const cindy = await addCaller();
    const id = await call(cindy);
    await press(id, ...UP_TO_YES);
    await maria.act('enrollment.close', { enrollmentId: id, outcome: 'declined', reason: 'hung-up' });
    expect(await look(id)).toMatchObject({ state: 'pending' });
    await cindy.says('YES');
    expect(await look(id)).toMatchObject({ state: 'confirmed' });
  });
});

describe('a call that leads to nothing', () => {
  it('keeps its reason, and no text is sent', async () => {
    const cindy = await addCaller();
    const id = await call(cindy);
    await press(id, 1, 1, 4, 1);
    await stage.world.pass(3_000);
    expect(await look(id)).toMatchObject({ state: 'declined', reason: 'prefers-paper' });
    expect(cindy.texts()).toEqual([]);
  });

  it.each([
    ['NO', 'handset-no'],
    ['STOP', 'stopped'],
  ])('because the handset says %s is no enrollment', async (words, reason) => {
    const cindy = await addCaller();
    const id = await call(cindy);
    await press(id, ...UP_TO_YES, 2, 2, 2, 1);
    await cindy.says(words);
    expect(await look(id)).toMatchObject({ state: 'declined', reason, confirmedAt: null });
  });

  it('because a landline cannot be asked stays on its step and says why', async () => {
    const cindy = await addCaller({ lineType: 'landline' });
    const id = await call(cindy);
    expect((await press(id, ...UP_TO_YES)).message).toBe('NOT_SMS_CAPABLE');
    expect(await look(id)).toMatchObject({ step: 'consent', state: 'calling' });
  });
});

it('takes a key once, and from the agent whose call it is', async () => {
  const cindy = await addCaller();
  const id = await call(cindy);
  const first = { enrollmentId: id, step: 'intro', key: 1 };
  expect((await jonas.act('enrollment.answer', first)).message).toBe('NOT_YOURS');
  await maria.act('enrollment.answer', first);
  expect((await maria.act('enrollment.answer', first)).message).toBe('STEP_PASSED');
  expect((await look(id)).step).toBe('verify');
});

describe('a script of the biller’s own', () => {
  const edit = (offer: string, without: string[] = []) => ({
    words: { en: { offer } },
    without,
    objections: [],
  });

  it('is what agents read from when it is put in use, and calls under way keep theirs', async () => {
    const manager = await sitDown(stage.world, stage.billerId, { role: 'manager' });
    const before = await call(await addCaller());
    const wrong = await manager.act<{ kind: string }>('script.save', {
      name: 'Short',
      edit: edit('Hi {amount}'),
    });
    expect(wrong.data).toMatchObject({
      kind: 'refused',
      problems: [{ problem: 'UNKNOWN_NAME', step: 'offer' }],
    });
    const saved = await manager.act<{ version: number }>('script.save', {
      name: 'Short',
      edit: edit('Bills by text, {name}?', ['paperless', 'autopay']),
    });
    const mine = `own@${saved.data.version}`;
    expect((await manager.act('script.use', { one: mine, other: mine })).message).toBe('SAME_SCRIPT');
    await manager.act('script.use', { one: mine, other: null });
    const id = await call(await addCaller({ firstName: 'Greta' }));
    await press(id, 1, 1);
    expect((await look(id)).words).toMatch(/^Bills by text, Greta/);
    await press(id, 1, 1, 1, 1);
    expect((await look(id)).step).toBe('card');
    expect(await look(before)).toMatchObject({ scriptKey: 'enroll', scriptVersion: 3 });
  });

  it('tried against another gets about half of the calls, and says what came of both', async () => {
    const manager = await sitDown(stage.world, stage.billerId, { role: 'manager' });
    const { data } = await manager.act<{ version: number }>('script.save', {
      name: 'B',
      edit: edit('May I?'),
    });
    await stage.world.pass(60_000, 60_000);
    await manager.act('script.use', { one: 'enroll@3', other: `own@${data.version}` });
    const person = await addCaller();
    for (let n = 0; n < 10; n++) {
      // Fixed ids, so that the dice fall the same way each time.
      const id = await call(person, maria, `00000000-0000-4000-8000-00000000000${n}`);
      await press(id, 1, 1, 4, 1);
    }
    const results = await manager.ask<{
      trial: { one: { of: number }; other: { of: number }; difference: { low: number; high: number } };
      steps: { step: string; reached: number; lost: number }[];
    }>('script.results', { days: 30 });
    const { one, other, difference } = results.data.trial;
    expect(one.of + other.of).toBe(10);
    expect(Math.min(one.of, other.of)).toBeGreaterThan(2);
    expect(difference.low).toBeLessThan(0);
    expect(difference.high).toBeGreaterThan(0);
    expect(results.data.steps.filter(({ step }) => step === 'why-not').every(({ lost }) => lost > 0)).toBe(
      true,
    );
  });
});
