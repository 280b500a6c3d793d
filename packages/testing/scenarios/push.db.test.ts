import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import type { Subscription } from '@kvitt/sandbox/webpush/start-web-push';
import { addPerson, type Person } from '@kvitt/testing/people';
import { openBrowser, type PortalBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { type PageVisit, payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const em = () => stage.world.ctx.em.fork();

interface Reader {
  person: Person;
  link: string;
  page: PortalBrowser;
  browser: Subscription;
  /** What the browser was shown, oldest first. */
  shown(): { title: string; body: string; url: string; tag: string; lang: string }[];
}

/** Somebody whose browser has proved whose it is and asked for notes. */
async function addReader(): Promise<Reader> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  const { customerId } = await em().findOneOrFail(Account, { billerId, id: person.accountId });
  await em().nativeUpdate(Customer, { billerId, id: customerId }, { postalCode: '60614' });
  const invoiceId = await person.issue(1_000);
  await person.announce();
  await world.pass(2_000, 2_000);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  const page = openBrowser(link);
  await page.post('/unlock', { way: 'postal-code', given: '60614', next: 'preferences' });
  const { preferences } = viewOf(await page.get('/preferences'), 'preferences');
  expect(preferences.push).toMatchObject({ isOnHere: false, elsewhere: 0 });
  const browser = world.push.subscribe(preferences.push?.publicKey ?? '');
  expect((await ask(page, browser)).status).toBe(204);
  const shown = () => world.push.received(browser.endpoint).map((note) => JSON.parse(note));
  return { person, link, page, browser, shown };
}

const ask = (page: PortalBrowser, { endpoint, keys }: Subscription): Promise<PageVisit> =>
  page.post('/push', { act: 'on', endpoint, ...keys });

async function bill({ person }: Reader): Promise<void> {
  await person.issue(8_420);
  await person.announce();
  // The number's rate may be used up by the texts before.
  await stage.world.pass(2_000, 2_000);
}

const endOf = async ({ browser }: Reader) =>
  (await em().findOneOrFail(PushSubscription, { endpoint: browser.endpoint })).endedWhy;

async function notesOf({
  person,
}: Reader): Promise<{ kind: string; state: string; reason: string | null }[]> {
  const { rows } = await sql<{ kind: string; state: string; reason: string | null }>`
    select n.kind, n.state, n.reason from push_note n
    join push_subscription s on s.biller_id = n.biller_id and s.id = n.subscription_id
    where s.account_id = ${person.accountId} order by n.created_at, n.kind`.execute(em().getKysely());
  return rows;
}

describe('a browser that asked for notes', () => {
  it('is shown a bill when its text goes out, under the text’s own decision, without a name or an amount', async () => {
    const reader = await addReader();
    await bill(reader);
    const [note] = reader.shown();
    expect(reader.shown()).toHaveLength(1);
    expect(note).toMatchObject({
      title: 'Acme',
      body: 'There is something new on your account.',
      lang: 'en',
    });
    expect(`${note?.title} ${note?.body}`).not.toMatch(/\d|Cindy/);
    viewOf(await visitPage(note?.url ?? ''), 'bill');
    const { rows } = await sql<{ decision: string }>`
      select d.decision from push_note n join push_subscription s on s.biller_id = n.biller_id and s.id = n.subscription_id
      join decision d on d.biller_id = n.biller_id and d.message_id = n.message_id and d.phase = 'claimed'
      where s.endpoint = ${reader.browser.endpoint}`.execute(em().getKysely());
    expect(rows).toEqual([{ decision: 'ALLOW' }]);
  });

  it('is shown the receipt, and a bill that was paid meanwhile is not shown any more', async () => {
    const reader = await addReader();
    stage.world.push.slowDown(1, 90);
    const invoiceId = await reader.person.issue(8_420);
    await reader.person.announce();
    await stage.world.pass(2_000, 2_000);
    const order = { billerId: stage.billerId, invoiceId };
    const link = await inTransaction(stage.world.ctx, (tx) => makeLink(tx, order));
    await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
    await stage.world.pass(100_000, 20_000);
    expect(reader.shown().map(({ body }) => body)).toEqual(['Your receipt is here.']);
    expect(await notesOf(reader)).toEqual([
      { kind: 'bill', state: 'skipped', reason: 'PAID' },
      { kind: 'receipt', state: 'sent', reason: null },
    ]);
  });

  it('is left alone for as long as its service asks, and then shown the note once', async () => {
    const reader = await addReader();
    stage.world.push.slowDown(1, 30);
    await bill(reader);
    expect(reader.shown()).toEqual([]);
    await stage.world.pass(40_000, 10_000);
    expect(reader.shown()).toHaveLength(1);
  });

  it('ends when its service says that it is gone', async () => {
    const reader = await addReader();
    stage.world.push.unsubscribe(reader.browser.endpoint);
    await bill(reader);
    expect(await endOf(reader)).toBe('gone');
    await bill(reader);
    expect(await notesOf(reader)).toEqual([{ kind: 'bill', state: 'skipped', reason: 'GONE' }]);
  });

  it('is shown nothing after a STOP, and cannot ask again before START', async () => {
    const reader = await addReader();
    await reader.person.says('STOP');
    await bill(reader);
    expect(reader.shown()).toEqual([]);
    expect((await ask(reader.page, reader.browser)).status).toBe(409);
    const { preferences } = viewOf(await reader.page.get('/preferences'), 'preferences');
    expect(preferences.push).toBeUndefined();
  });

  it('ends with its session, and when it says so', async () => {
    const left = await addReader();
    await left.page.post('/lock', {});
    expect(await endOf(left)).toBe('signed-out');
    const asked = await addReader();
    expect((await asked.page.post('/push', { act: 'off' })).status).toBe(204);
    expect(await endOf(asked)).toBe('asked');
    await bill(left);
    await bill(asked);
    expect([...left.shown(), ...asked.shown()]).toEqual([]);
  });

  it('waits with the text for an hour at which it may go, and speaks the language that was chosen since', async () => {
    const reader = await addReader();
    const before = reader.person.texts().length;
    // It is ten in the morning there.
    await reader.page.post('/preferences', { what: 'hours', from: '14', until: '18' });
    await reader.page.post('/preferences', { what: 'language', to: 'sv' });
    await bill(reader);
    expect(await notesOf(reader)).toEqual([]);
    expect(reader.person.texts()).toHaveLength(before);
    await reader.page.post('/preferences', { what: 'any-hour' });
    await stage.world.pass(5 * 3_600_000, 3_600_000);
    expect(reader.person.texts()).toHaveLength(before + 1);
    expect(reader.shown()).toMatchObject([{ body: 'Det finns något nytt på ditt konto.', lang: 'sv' }]);
  });

  it('shows only what it was asked for, keeps that with a new address, and ends with the last of it', async () => {
    const reader = await addReader();
    const choose = (kind: string, to: string) => reader.page.post('/push', { act: 'kind', kind, to });
    await choose('bill', 'off');
    const moved = { ...reader, browser: stage.world.push.subscribe(stage.world.ctx.push?.publicKey ?? '') };
    expect((await ask(moved.page, moved.browser)).status).toBe(204);
    const { preferences } = viewOf(await moved.page.get('/preferences'), 'preferences');
    expect(preferences.push).toMatchObject({ isOnHere: true, kinds: ['receipt'] });
    await bill(moved);
    expect(await notesOf(moved)).toEqual([]);
    await choose('receipt', 'off');
    expect(await endOf(moved)).toBe('asked');
  });

  it('is the same one after its next proof, and signed out with it', async () => {
    const reader = await addReader();
    await reader.page.post('/unlock', { way: 'postal-code', given: '60614', next: 'preferences' });
    const { preferences } = viewOf(await reader.page.get('/preferences'), 'preferences');
    expect(preferences.push).toMatchObject({ isOnHere: true, elsewhere: 0 });
    await reader.page.post('/lock', {});
    expect(await endOf(reader)).toBe('signed-out');
  });

  it('is one, however often it asks', async () => {
    const reader = await addReader();
    await ask(reader.page, reader.browser);
    await bill(reader);
    expect(reader.shown()).toHaveLength(1);
    const { preferences } = viewOf(await reader.page.get('/preferences'), 'preferences');
    expect(preferences.push).toMatchObject({ isOnHere: true, elsewhere: 0 });
  });
});

describe('asking for notes', () => {
  it('takes no address but a push service’s, and none before the step-up', async () => {
    const reader = await addReader();
    const elsewhere = { ...reader.browser, endpoint: 'http://169.254.169.254/latest' };
    expect((await ask(reader.page, elsewhere)).status).toBe(422);
    expect((await ask(openBrowser(reader.link), reader.browser)).location).toContain('/unlock');
  });
});
