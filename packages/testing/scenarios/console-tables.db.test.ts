import { randomUUID } from 'node:crypto';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { type CustomerLine, type CustomerQuestion, listCustomers } from '@kvitt/db/customer/list-customers';
import { type AtConsole, sitDown } from '@kvitt/testing/console';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld({ hasConsole: true });
/** An agent, a lead and a manager. */
let maria: AtConsole;
let lena: AtConsole;
let nora: AtConsole;
/** Owes 84.20 since ten days · 21.00, not due yet · nothing, and has said STOP · nothing, and would be a formula. */
let amy: Person;
let bob: Person;
let cat: Person;
let eve: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  const { world, billerId } = stage;
  maria = await sitDown(world, billerId, { name: 'Maria Santos' });
  lena = await sitDown(world, billerId, { name: 'Lena Berg', role: 'lead' });
  nora = await sitDown(world, billerId, { name: 'Nora Whitfield', role: 'manager' });
  amy = await addPerson(world, billerId, { firstName: 'Amy', card: null });
  bob = await addPerson(world, billerId, { firstName: 'bob', card: null });
  cat = await addPerson(world, billerId, { firstName: 'Cát', card: null });
  eve = await addPerson(world, billerId, { firstName: '=Eve', card: null });
  await amy.issue(8_420, '2026-11-10');
  await bob.issue(2_100, '2026-11-27');
  await cat.says('STOP');
  for (const [name, { accountId }] of Object.entries({ amy, bob, cat, eve })) {
    const account = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: accountId });
    ids[name] = account.customerId;
  }
});

interface Page {
  lines: CustomerLine[];
  next?: { place: string; id: string };
}

async function list(asked: Record<string, unknown> = {}): Promise<string[]> {
  const { data } = await maria.ask<Page>('customer.list', asked);
  return data.lines.map(({ name }) => name.replace(' Rivera', ''));
}

interface Done {
  done: { customerId: string; ids: string[] }[];
  refused: { customerId: string; refusal: string }[];
}

async function act(who: readonly string[], what: Record<string, unknown>): Promise<Done> {
  const customerIds = who.map((name) => ids[name]);
  return (await maria.act<Done>('customer.act', { customerIds, act: what })).data;
}

const namesOf = (answer: Done) => ({
  done: answer.done.map(({ customerId }) => nameOf(customerId)),
  refused: Object.fromEntries(answer.refused.map(({ customerId, refusal }) => [nameOf(customerId), refusal])),
});
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

describe('the list of customers', () => {
  it('is sorted by name whatever is capital or accented, by what is open and by how long it is overdue', async () => {
    expect(await list()).toEqual(['=Eve', 'Amy', 'bob', 'Cát']);
    expect(await list({ isBackwards: true })).toEqual(['Cát', 'bob', 'Amy', '=Eve']);
    expect((await list({ sort: 'open' })).slice(0, 2)).toEqual(['Amy', 'bob']);
    expect((await list({ sort: 'overdue' })).slice(0, 2)).toEqual(['Amy', 'bob']);
  });

  it('says of each what is owed, for how long, and whether texts are allowed', async () => {
    const { data } = await maria.ask<Page>('customer.list', {});
    expect(data.lines.find(({ id }) => id === ids.amy)).toMatchObject({
      openMinor: 8_420,
      currency: 'USD',
      overdueDays: 10,
      phone: `+${amy.phone}`,
      texts: 'agreed',
      hasAutopay: false,
    });
    expect(data.lines.find(({ id }) => id === ids.cat)).toMatchObject({ openMinor: 0, texts: 'stopped' });
  });

  it.each([
    ['name', false],
    ['name', true],
    ['open', false],
    ['overdue', false],
  ] as const)('gives everybody once, page by page, by %s (backwards: %s)', async (sort, isBackwards) => {
    const { world, billerId } = stage;
    const asked: CustomerQuestion = {
      ...{ billerId, today: '2026-11-20', filters: [], sort, isBackwards, most: 1 },
    };
    const seen: string[] = [];
    for (let after: CustomerQuestion['after']; ; ) {
      const [line] = await listCustomers(world.ctx.em.fork(), { ...asked, after });
      if (!line) break;
      seen.push(line.id);
      after = { place: line.place, id: line.id };
    }
    const whole = await listCustomers(world.ctx.em.fork(), { ...asked, most: 100 });
    expect(seen).toEqual(whole.map(({ id }) => id));
    expect(new Set(seen).size).toBe(4);
  });

  it('is narrowed by every filter, and by several at once', async () => {
    await maria.act('bill.promise', { accountId: bob.accountId, promiseId: randomUUID(), day: '2026-11-25' });
    expect(await list({ filters: ['overdue'] })).toEqual(['Amy']);
    expect(await list({ filters: ['stopped'] })).toEqual(['Cát']);
    expect(await list({ filters: ['promise'] })).toEqual(['bob']);
    expect(await list({ filters: ['promise', 'overdue'] })).toEqual([]);
    for (const none of ['autopay', 'paperless', 'dispute', 'held', 'no-phone']) {
      expect(await list({ filters: [none] }), none).toEqual([]);
    }
  });

  it('knows who has no phone, and that they have one again', async () => {
    const { world, billerId } = stage;
    const dan = await addPerson(world, billerId, { firstName: 'Dan', card: null });
    expect(await list({ filters: ['no-phone'] })).toEqual([]);
    const { accountId } = dan;
    const { phoneId } = await world.ctx.em.fork().findOneOrFail(AccountPhone, { billerId, accountId });
    await maria.act('customer.removePhone', { accountId, phoneId });
    expect(await list({ filters: ['no-phone'] })).toEqual(['Dan']);
    await maria.act('customer.addPhone', { accountId, number: '212-555-7788', role: 'primary' });
    expect(await list({ filters: ['no-phone'] })).toEqual([]);
  });

  it('with words finds whom the search finds, typing errors included', async () => {
    expect(await list({ words: 'amy rivera' })).toEqual(['Amy']);
    expect(await list({ words: 'cat rivera' })).toEqual(['Cát']);
  });

  it('refuses a place that is none in its order', async () => {
    const after = { place: 'Rivera', id: ids.amy };
    expect((await maria.ask('customer.list', { sort: 'open', after })).status).toBe(400);
  });
});

describe('an act on many customers', () => {
  it('tags whom it can, says who had it, and is taken back', async () => {
    expect(namesOf(await act(['amy'], { kind: 'tag', tag: 'VIP', isOn: true })).done).toEqual(['amy']);
    expect(namesOf(await act(['amy', 'bob'], { kind: 'tag', tag: 'vip', isOn: true }))).toEqual({
      done: ['bob'],
      refused: { amy: 'NO_CHANGE' },
    });
    expect(await list({ tag: 'vip' })).toEqual(['Amy', 'bob']);
    await act(['bob'], { kind: 'tag', tag: 'vip', isOn: false });
    expect(await list({ tag: 'vip' })).toEqual(['Amy']);
  });

  it('holds open bills, and releases just those that it held', async () => {
    const held = await act(['amy', 'cat'], { kind: 'hold', why: 'respite', note: 'storm' });
    expect(namesOf(held)).toEqual({ done: ['amy'], refused: { cat: 'NOTHING_OPEN' } });
    expect(await list({ filters: ['held'] })).toEqual(['Amy']);
    const release = { kind: 'release', invoiceIds: held.done[0]?.ids };
    expect(namesOf(await act(['amy'], { kind: 'release', invoiceIds: [randomUUID()] })).done).toEqual([]);
    expect(namesOf(await act(['amy', 'bob'], release))).toEqual({
      done: ['amy'],
      refused: { bob: 'NO_CHANGE' },
    });
    expect(await list({ filters: ['held'] })).toEqual([]);
  });

  it('texts the pay link to each once, and to nobody who has said STOP', async () => {
    await cat.issue(1_000);
    const order = { kind: 'send-link', words: 'Pay here: {link}', sendId: randomUUID() };
    const answer = await act(['amy', 'cat', 'eve'], order);
    expect(namesOf(answer)).toMatchObject({ done: ['amy'], refused: { eve: 'NOTHING_OPEN' } });
    expect(namesOf(answer).refused.cat).toBeDefined();
    await act(['amy'], order);
    await stage.world.pass(10_000);
    expect(amy.texts().filter(({ text }) => text.startsWith('Pay here: http'))).toHaveLength(1);
    expect(cat.texts().some(({ text }) => text.startsWith('Pay here'))).toBe(false);
  });

  it('is for the desk only', async () => {
    const looker = await sitDown(stage.world, stage.billerId, { role: 'read-only' });
    const order = { customerIds: [ids.amy], act: { kind: 'tag', tag: 'x', isOn: true } };
    expect((await looker.act('customer.act', order)).status).toBe(403);
  });
});

describe('a table as a file', () => {
  async function take(agent: AtConsole, file: string, asked?: unknown): Promise<Response> {
    const query = asked === undefined ? '' : `?asked=${encodeURIComponent(JSON.stringify(asked))}`;
    const { cookie } = agent;
    return fetch(`${stage.world.origin}/console/exports/${file}${query}`, { headers: { cookie } });
  }

  it('holds the rows that the view counts, and no cell that a spreadsheet would run', async () => {
    const answer = await take(lena, 'customers.csv', { filters: ['overdue'] });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const [head, first, ...rest] = (await answer.text()).trim().split('\r\n');
    expect(head).toMatch(/^customer_id,name,accounts,phone,open,/);
    expect(first).toContain(`Amy Rivera,C-1,${amy.phone},84.20,USD,10,`);
    expect(rest).toEqual([]);
    expect(await (await take(lena, 'customers.csv')).text()).toContain(",'=Eve Rivera,");
  });

  it('is noted in the audit table, which is a table too', async () => {
    await (await take(lena, 'customers.csv', { filters: ['stopped'] })).text();
    const audit = await (await take(nora, 'audit.csv')).text();
    expect(audit).toMatch(/Lena Berg,export\.customers,,,"\{""filters"":\[""stopped""\]\}"/);
  });

  it.each([
    ['customers.csv', [403, 200, 200]],
    ['audit.csv', [403, 403, 200]],
    ['bonuses.csv', [403, 200, 200]],
    ['work.csv?asked={"isDone":false}', [403, 200, 200]],
    ['figures.csv?asked={"figure":"bills","from":"2026-11-01","to":"2026-11-20"}', [403, 200, 200]],
    ['figures.csv?asked={"figure":"secrets"}', [403, 400, 400]],
    ['nothing.csv', [404, 404, 404]],
  ] as const)('%s is for whom it is', async (file, statuses) => {
    const found = [];
    for (const agent of [maria, lena, nora]) found.push((await take(agent, file)).status);
    expect(found).toEqual(statuses);
    expect((await fetch(`${stage.world.origin}/console/exports/${file}`)).status).toBe(401);
  });
});
