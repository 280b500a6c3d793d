import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  anna,
  authId,
  authToken,
  failureOf,
  type OpenPlivo,
  office,
  openPlivo,
} from './testing/open-plivo.ts';

let open: OpenPlivo;
let sdk: AccountSdk;
// The SDK sends what it counts as voice to the vendor's own host: its HTTP client is turned to the emulator.
const axios = createRequire(createRequire(import.meta.url).resolve('plivo'))('axios') as AxiosLike;
const original = axios.defaults.adapter;

beforeEach(async () => {
  open = await openPlivo();
  sdk = open.client as unknown as AccountSdk;
  const send = axios.getAdapter('http');
  axios.defaults.adapter = (config: { url: string }) =>
    send({ ...config, url: config.url.replace(/^https:\/\/api\.plivo\.com/, open.plivo.origin) });
});

afterEach(async () => {
  axios.defaults.adapter = original;
  await open.close();
});

describe('Account and Subaccount', () => {
  it('keeps a changed name of the account', async () => {
    expect(await sdk.accounts.update({ name: 'Kiosk', city: 'Malmö' })).toMatchObject({ message: 'changed' });
    expect(await sdk.accounts.get()).toMatchObject({ name: 'Kiosk', city: 'Malmö' });
  });

  it('makes, lists, changes and deletes subaccounts', async () => {
    const made = await sdk.subAccounts.create('Marketing', true);
    expect(made.authId).toMatch(/^SA/);
    expect(await sdk.subAccounts.get(made.authId)).toMatchObject({ name: 'Marketing', enabled: true });
    await sdk.subAccounts.update(made.authId, 'Sales', false);
    expect((await sdk.subAccounts.list())[0]).toMatchObject({ name: 'Sales', enabled: false });
    expect(await sdk.subAccounts.delete(made.authId)).toBe(true);
    expect(await failureOf(sdk.subAccounts.get(made.authId))).toMatchObject({ status: 404 });
  });

  it('gives the prices of a country and knows no other', async () => {
    expect(await sdk.pricings.get('US')).toMatchObject({
      countryIso: 'US',
      message: { outbound: { rate: '0.00350' } },
    });
    expect(await failureOf(sdk.pricings.get('XX'))).toMatchObject({ status: 404 });
  });
});

describe('Application and Number', () => {
  beforeEach(() => vi.spyOn(console, 'log').mockImplementation(() => {}));
  afterEach(() => vi.restoreAllMocks());

  it('posts what comes in on a number to the application that the number is on', async () => {
    const messageUrl = `${open.account.origin}/application`;
    const { appId } = await sdk.applications.create('Bills', { messageUrl, messageMethod: 'GET' });
    expect(await sdk.numbers.update(office, { appId, alias: 'Front desk' })).toMatchObject({
      message: 'changed',
    });
    expect(await sdk.numbers.get(office)).toMatchObject({
      alias: 'Front desk',
      application: expect.stringContaining(appId),
    });
    await textIn(office);
    expect(open.account.calls.at(-1)).toMatchObject({ method: 'GET', params: { From: anna } });
    expect(open.account.calls.at(-1)?.url).toContain('/application?');
  });

  it('tells nobody of a text to a number whose application was deleted', async () => {
    const { appId } = await sdk.applications.create('Bills', { messageUrl: `${open.account.origin}/x` });
    await sdk.numbers.update(office, { appId });
    expect(await sdk.applications.delete(appId)).toBe(true);
    await textIn(office);
    expect(open.account.calls).toEqual([]);
    expect(await open.listed({ message_direction: 'inbound' })).toHaveLength(1);
  });

  it('refuses an application without a name and a number on none that exists', async () => {
    const answer = await fetch(`${open.plivo.apiUrl}/Application/`, { method: 'POST', headers: signedIn() });
    expect(answer.status).toBe(400);
    expect(await failureOf(sdk.numbers.update(office, { appId: '1' }))).toMatchObject({ status: 400 });
  });

  it('rents a number that the search found, texts from it, and gives it back', async () => {
    const offers = await sdk.numbers.search('US', { pattern: '415', limit: 3 });
    expect(Array.from(offers, ({ number }) => number.slice(0, 4))).toEqual(['1415', '1415', '1415']);
    const number = offers[0]?.number ?? '';
    expect(await sdk.numbers.buy(number)).toMatchObject({ numbers: [{ number, status: 'Success' }] });
    expect(await failureOf(sdk.numbers.buy(number))).toMatchObject({ status: 404 });
    await open.client.messages.create(number, anna, 'Hello');
    await open.clock.advance(60_000);
    expect(open.plivo.texts({ from: number })[0]).toMatchObject({ state: 'delivered' });
    expect(await sdk.numbers.unrent(number)).toBe(true);
    expect(await failureOf(sdk.numbers.get(number))).toMatchObject({ status: 404 });
  });

  it('lists numbers page by page and by what they begin with', async () => {
    expect(await sdk.numbers.list({ limit: 1, offset: 1 })).toHaveLength(1);
    expect(await sdk.numbers.list({ numberStartswith: '1415' })).toHaveLength(2);
  });
});

describe('Media', () => {
  it('keeps an upload for a picture message, and drops it unused after six hours', async () => {
    const [kept, unused] = await upload(['a.png', 'b.png']);
    const extra = { type: 'mms', media_ids: [kept] };
    const sent = await open.client.messages.create(office, anna, 'Look', extra);
    expect(await sdk.messages.listMedia(sent.messageUuid[0] ?? '')).toMatchObject({
      objects: [{ contentType: 'image/png', fileName: 'a.png', size: 3 }],
    });
    const { mediaUrl } = await sdk.media.get(kept ?? '');
    expect(await (await fetch(mediaUrl)).text()).toBe('png');
    await open.clock.advance(6 * 3_600_000);
    expect(await failureOf(sdk.media.get(unused ?? ''))).toMatchObject({ status: 404 });
    expect(await sdk.media.list()).toHaveLength(1);
  });

  it('refuses a file of another kind by itself, and a text with a file that it does not know', async () => {
    expect(await upload(['a.zip', 'b.png'])).toEqual(['', expect.stringMatching(/-/)]);
    const call = open.client.messages.create(office, anna, 'Look', { type: 'mms', media_ids: ['none'] });
    expect(await failureOf(call)).toMatchObject({ status: 400 });
  });
});

interface AccountSdk {
  accounts: { get(): Promise<object>; update(changes: object): Promise<object> };
  subAccounts: {
    create(name: string, enabled: boolean): Promise<{ authId: string }>;
    get(id: string): Promise<object>;
    list(): Promise<object[]>;
    update(id: string, name: string, enabled: boolean): Promise<object>;
    delete(id: string): Promise<boolean>;
  };
  pricings: { get(country: string): Promise<object> };
  applications: {
    create(name: string, options: object): Promise<{ appId: string }>;
    delete(id: string): Promise<boolean>;
  };
  numbers: {
    get(number: string): Promise<object>;
    list(filter: object): Promise<object[]>;
    update(number: string, changes: object): Promise<object>;
    unrent(number: string): Promise<boolean>;
    search(country: string, filter: object): Promise<{ number: string }[]>;
    buy(number: string): Promise<object>;
  };
  media: { get(id: string): Promise<{ mediaUrl: string }>; list(): Promise<object[]> };
  messages: { listMedia(uuid: string): Promise<object> };
}

interface AxiosLike {
  defaults: { adapter: unknown };
  getAdapter(name: string): (config: object) => Promise<unknown>;
}

async function textIn(to: string): Promise<void> {
  await open.plivo.receive({ from: anna, to, text: 'Hi' });
  await open.plivo.idle();
}

function signedIn() {
  return { authorization: `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}` };
}

/** Uploads files of three bytes, as the vendor's form does; gives back their ids. */
async function upload(names: string[]): Promise<string[]> {
  const form = new FormData();
  for (const name of names) {
    const type = name.endsWith('.png') ? 'image/png' : 'application/zip';
    form.append('file', new Blob(['png'], { type }), name);
  }
  const headers = signedIn();
  const answer = await fetch(`${open.plivo.apiUrl}/Media/`, { method: 'POST', headers, body: form });
  const { objects } = (await answer.json()) as { objects: { media_id: string }[] };
  return objects.map((one) => one.media_id);
}
