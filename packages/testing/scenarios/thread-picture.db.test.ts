import { randomUUID } from 'node:crypto';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { MessagePicture } from '@kvitt/db/message/message-picture.entity';
import { addLinked } from '@kvitt/testing/add-linked';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { openProved } from '@kvitt/testing/open-proved';
import type { Person } from '@kvitt/testing/people';
import type { PortalBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf, visitPage } from '@kvitt/testing/visit-page';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
const em = () => stage.world.ctx.em.fork();
let maria: AtConsole;

beforeAll(async () => {
  maria = await sitDown(stage.world, stage.billerId, { name: 'Maria Santos' });
});

/** One point, red. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

interface Asker {
  cindy: Person;
  browser: PortalBrowser;
  link: string;
}

async function addAsker(): Promise<Asker> {
  const { cindy, link } = await addLinked(stage.world, stage.billerId);
  return { cindy, browser: await openProved(link, 'thread'), link };
}

function ask(browser: PortalBrowser, file: Blob | undefined, questionId: string = randomUUID()) {
  const form = new FormData();
  form.set('questionId', questionId);
  form.set('body', 'Look at the meter');
  form.set('picture', file ?? new Blob([]), file ? 'meter.png' : '');
  return browser.post('/thread', form);
}

async function lastWords(browser: PortalBrowser) {
  const { thread } = viewOf(await browser.get('/thread'), 'thread');
  const last = thread.items.at(-1);
  if (last?.kind !== 'words') throw new Error('the last line holds no words');
  return last;
}

async function threadOf({ cindy }: Asker): Promise<string> {
  const { billerId } = stage;
  const phone = await em().findOneOrFail(Phone, { billerId, e164: `+${cindy.phone}` });
  return (await em().findOneOrFail(Conversation, { billerId, phoneId: phone.id })).id;
}

describe('a picture in a thread', () => {
  it('is shown to its own account and to its biller’s people, and to nobody else', async () => {
    const asker = await addAsker();
    await ask(asker.browser, new Blob([PNG], { type: 'image/png' }));
    const words = await lastWords(asker.browser);
    expect(words).toMatchObject({ body: 'Look at the meter', picture: { width: 1, height: 1 } });
    const at = `/pictures/${words.id}`;
    const mine = await asker.browser.get(at);
    expect(mine.headers.get('content-type')).toBe('image/jpeg');
    expect(mine.headers.get('content-security-policy')).toContain('sandbox');

    expect((await visitPage(`${asker.link}${at}`)).location).toContain('/unlock');
    const other = await addAsker();
    expect((await other.browser.get(at)).status).toBe(404);

    const address = `${stage.world.origin}/console/pictures/${words.id}`;
    expect((await fetch(address)).status).toBe(401);
    const seen = await fetch(address, { headers: { cookie: maria.cookie } });
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const { data } = await maria.ask<{ events: { id: string; picture: object | null }[] }>(
      'conversation.open',
      {
        conversationId: await threadOf(asker),
      },
    );
    expect(data.events.find(({ id }) => id === words.id)?.picture).toEqual({ width: 1, height: 1 });
  });

  it('is kept once, however often its form is sent, and words go without one', async () => {
    const { browser, cindy } = await addAsker();
    const questionId = randomUUID();
    await ask(browser, new Blob([PNG]), questionId);
    await ask(browser, new Blob([PNG]), questionId);
    await stage.world.clock.advance(1_000);
    await ask(browser, undefined);
    const whose = { billerId: stage.billerId, accountId: cindy.accountId };
    expect(await em().count(MessagePicture, whose)).toBe(1);
    expect((await lastWords(browser)).picture).toBeUndefined();
  });

  it('that cannot be read is refused by name, and neither it nor its words are sent', async () => {
    const { browser } = await addAsker();
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' });
    const { thread } = viewOf(await ask(browser, svg), 'thread');
    expect(thread).toMatchObject({ problem: 'picture-kind', draft: 'Look at the meter' });
    expect(thread.items.filter(({ kind }) => kind === 'words')).toEqual([]);
  });

  it('is refused as the 21st of a day, and taken the day after', async () => {
    const { browser, cindy } = await addAsker();
    await ask(browser, new Blob([PNG]));
    const whose = { billerId: stage.billerId, accountId: cindy.accountId };
    const first = await em().findOneOrFail(MessagePicture, whose);
    await ask(browser, undefined);
    for (let count = 1; count < 20; count++) await ask(browser, new Blob([PNG]));
    const { thread } = viewOf(await ask(browser, new Blob([PNG])), 'thread');
    expect(thread.problem).toBe('picture-many');
    const before = new Date(first.createdAt.getTime() - 24 * 3_600_000);
    await em().nativeUpdate(MessagePicture, { ...whose, messageId: first.messageId }, { createdAt: before });
    expect((await ask(browser, new Blob([PNG]))).location).toContain('asked=1');
  });

  it('is in the file of one’s own data, and goes when its customer wants to be forgotten', async () => {
    const { browser, cindy } = await addAsker();
    await ask(browser, new Blob([PNG]));
    const data = JSON.parse((await browser.get('/my-data.json')).body);
    expect(data.pictures).toMatchObject([{ words: 'Look at the meter', width: 1, height: 1 }]);
    expect(Buffer.from(data.pictures[0].jpeg, 'base64').subarray(0, 3).toString('hex')).toBe('ffd8ff');
    const answer = await browser.post('/own-data', { agree: 'on' });
    expect(answer.headers.get('clear-site-data')).toBe('"storage"');
    expect(await em().count(MessagePicture, { billerId: stage.billerId, accountId: cindy.accountId })).toBe(
      0,
    );
    expect((await lastWords(browser)).picture).toBeUndefined();
  });
});

describe('read marks', () => {
  it('tell an agent that the customer had the answer before them, and the customer that somebody has looked', async () => {
    const asker = await addAsker();
    await ask(asker.browser, undefined);
    const conversationId = await threadOf(asker);
    expect((await lastWords(asker.browser)).isSeen).toBeUndefined();
    await maria.act('conversation.move', { conversationId, move: { kind: 'read' } });
    expect((await lastWords(asker.browser)).isSeen).toBe(true);

    const seenAt = async () =>
      (await maria.ask<{ seenAt: string | null }>('conversation.open', { conversationId })).data.seenAt;
    const before = await seenAt();
    await maria.act('conversation.reply', { conversationId, replyId: randomUUID(), body: 'We look at it.' });
    await stage.world.settle();
    await stage.world.clock.advance(60_000);
    expect(await seenAt()).toBe(before);
    await asker.browser.post('/thread/seen', {});
    expect(await seenAt()).toBe(stage.world.ctx.clock.now().toISOString());
  });
});
