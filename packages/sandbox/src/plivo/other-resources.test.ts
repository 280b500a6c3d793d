import { createRequire } from 'node:module';
import type { Client } from 'plivo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  branch,
  failureOf,
  type OpenPlivo,
  office,
  openPlivo,
  shortCode,
} from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('Verify', () => {
  it('texts a code, takes it once, and says how the session stands', async () => {
    const { session } = await startSession(open.client, { recipient: `+${anna}`, brand_name: 'Kiosk' });
    const [code] = /^\d{6}/.exec(await textTo(anna)) as RegExpExecArray;
    const wrong = code === '000000' ? '111111' : '000000';
    const { verify_session: verify } = open.client as unknown as { verify_session: VerifySdk };
    expect(await failureOf(verify.validate({ id: session, otp: wrong }))).toMatchObject({ status: 400 });
    expect(await verify.validate({ id: session, otp: code })).toMatchObject({
      message: 'session validated successfully.',
    });
    expect(await verify.get(session)).toMatchObject({ status: 'verified', recipient: anna, channel: 'sms' });
    expect(await failureOf(verify.validate({ id: session, otp: code }))).toMatchObject({ status: 400 });
  });

  it('is over after ten wrong codes', async () => {
    const { session, verify } = await startSession(open.client, { recipient: anna, code_length: 8 });
    const code = /^\d{8}/.exec(await textTo(anna))?.[0] ?? '';
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (let i = 0; i < 10; i++) await failureOf(verify.validate({ id: session, otp: wrong }));
    expect(await failureOf(verify.validate({ id: session, otp: code }))).toMatchObject({ status: 400 });
    expect(await verify.get(session)).toMatchObject({ status: 'expired' });
  });
});

describe('Powerpack', () => {
  it('pools rented numbers and texts each person from the same one', async () => {
    const created = (await open.client.powerpacks.create('Bills', {})) as { uuid: string };
    const powerpack = (await open.client.powerpacks.get(created.uuid)) as unknown as PowerpackSdk;
    await powerpack.number_pool.numbers.add(office);
    await powerpack.number_pool.numbers.add(branch);
    const listed = await powerpack.number_pool.numbers.list();
    expect(listed.objects.map(({ number }) => number)).toEqual([office, branch]);
    const people = [anna, '14155550102', anna, anna];
    for (const person of people) {
      await open.client.messages.create(null, person, 'Hello', {}, created.uuid);
    }
    const senders = open.plivo.texts({ to: anna }).map((text) => text.from);
    expect(new Set(senders).size).toBe(1);
    expect(open.plivo.texts({ to: '14155550102' })[0]?.from).not.toBe(senders[0]);
    await powerpack.number_pool.numbers.remove(office);
    expect((await powerpack.number_pool.numbers.list()).objects).toHaveLength(1);
  });

  it('changes, lists and deletes a powerpack', async () => {
    const created = (await open.client.powerpacks.create('Bills', {})) as { uuid: string };
    const powerpack = (await open.client.powerpacks.get(created.uuid)) as unknown as PowerpackSdk;
    await powerpack.update({ name: 'Reminders', sticky_sender: false });
    expect(await open.client.powerpacks.get(created.uuid)).toMatchObject({
      name: 'Reminders',
      stickySender: false,
    });
    expect(await open.client.powerpacks.list({})).toHaveLength(1);
    await powerpack.delete();
    expect(await failureOf(open.client.powerpacks.get(created.uuid))).toMatchObject({ status: 404 });
  });

  it('refuses a powerpack that does not exist', async () => {
    const call = open.client.messages.create(null, anna, 'Hello', {}, 'nothing');
    expect(await failureOf(call)).toMatchObject({ status: 400 });
  });
});

describe('Account, Number, Call and Lookup', () => {
  // Voice and lookup have their vendor host written into the SDK: here its HTTP client is turned to the emulator.
  const axios = createRequire(createRequire(import.meta.url).resolve('plivo'))('axios') as AxiosLike;
  const original = axios.defaults.adapter;

  beforeEach(() => {
    const send = axios.getAdapter('http');
    axios.defaults.adapter = (config: { url: string }) =>
      send({ ...config, url: config.url.replace(/^https:\/\/(api|lookup)\.plivo\.com/, open.plivo.origin) });
  });

  afterEach(() => {
    axios.defaults.adapter = original;
  });

  it('gives the account and its numbers', async () => {
    expect(await open.client.accounts.get()).toMatchObject({ cashCredits: '100.00000' });
    const numbers = (await open.client.numbers.list()) as unknown as { number: string }[];
    expect(Array.from(numbers, ({ number }) => number)).toEqual([office, branch, shortCode]);
  });

  it('records a call that it was asked to place', async () => {
    const call = await open.client.calls.create(office, anna, 'https://account.example/answer', {});
    expect(call).toMatchObject({ message: 'call fired' });
  });

  it('looks a mobile and a landline up', async () => {
    expect(await open.client.lookup.get(`+${anna}`)).toMatchObject({ carrier: { type: 'mobile' } });
    expect(await open.client.lookup.get('+14155559050')).toMatchObject({ carrier: { type: 'fixed' } });
  });
});

interface VerifySdk {
  create(session: object): Promise<{ sessionUuid: string }>;
  get(id: string): Promise<object>;
  validate(request: { id: string; otp: string }): Promise<object>;
}

interface PowerpackSdk {
  update(params: object): Promise<object>;
  delete(): Promise<object>;
  number_pool: {
    numbers: {
      add(number: string): Promise<object>;
      remove(number: string): Promise<object>;
      list(): Promise<{ objects: { number: string }[] }>;
    };
  };
}

interface AxiosLike {
  defaults: { adapter: unknown };
  getAdapter(name: string): (config: object) => Promise<unknown>;
}

async function startSession(
  client: Client,
  request: object,
): Promise<{ session: string; verify: VerifySdk }> {
  const { verify_session: verify } = client as unknown as { verify_session: VerifySdk };
  const { sessionUuid } = await verify.create(request);
  return { session: sessionUuid, verify };
}

/** The last text to a phone, whoever sent it. */
async function textTo(person: string): Promise<string> {
  const response = await fetch(`${open.plivo.origin}/sandbox/texts?to=${person}`);
  const { texts } = (await response.json()) as { texts: { text: string }[] };
  return texts.at(-1)?.text ?? '';
}
