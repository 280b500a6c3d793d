import { Client, Response as PlivoXml, validateSignature, validateV3Signature } from 'plivo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock, type SandboxClock } from '../control/clock.ts';
import { type AccountServer, type ReceivedCall, startAccountServer } from './start-account-server.ts';
import { type PlivoSandbox, startPlivo } from './start-plivo.ts';

const authId = 'MAXXXXXXXXXXXXXXXXXX';
const authToken = 'Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4';
const office = '14152000001';
const branch = '14152000002';
const shortCode = '46001';
const anna = '14155550101';

let account: AccountServer;
let clock: SandboxClock;
let plivo: PlivoSandbox;
let client: Client;

beforeEach(async () => {
  account = await startAccountServer();
  clock = manualClock(Date.UTC(2026, 10, 21, 19, 20));
  plivo = await startPlivo({
    authId,
    authToken,
    clock,
    answerTimeoutMs: 100,
    numbers: [
      { number: office, kind: 'long-code', messageUrl: `${account.origin}/inbound`, campaign: 'C1' },
      { number: branch, kind: 'long-code', messageUrl: `${account.origin}/inbound`, campaign: 'C1' },
      {
        number: shortCode,
        kind: 'short-code',
        messageUrl: `${account.origin}/inbound`,
        messageMethod: 'GET',
      },
    ],
  });
  client = new Client(authId, authToken, { url: plivo.apiUrl, timeout: 300 });
});

afterEach(async () => {
  await plivo.stop();
  await account.stop();
});

/** Sends from the office and gives back the uuid. */
async function send(to: string, text = 'Hello', extra: object = {}): Promise<string> {
  const answer = await client.messages.create(office, to, text, {
    url: `${account.origin}/status`,
    ...extra,
  });
  return answer.messageUuid[0] as string;
}

/** What a rejected SDK call leaves: an Error with a status, a bare Error, or a string. */
async function failureOf(
  call: Promise<unknown>,
): Promise<{ status?: number; message: string; bare?: string }> {
  const error: unknown = await call.then(
    () => expect.fail('the call was answered'),
    (reason) => reason,
  );
  if (typeof error === 'string') return { message: '', bare: error };
  const { status, message } = error as { status?: number; message: string };
  return status === undefined ? { message } : { status, message };
}

describe('sending', () => {
  it('answers 202 with one uuid for each number, drops duplicates and names what is no number', async () => {
    const answer = await client.messages.create(office, `${anna}<+14155550102<${anna}<12`, 'Hello');
    expect(answer.message).toBe('message(s) queued');
    expect(answer.messageUuid).toHaveLength(2);
    expect(answer).toMatchObject({ invalid_number: ['12'] });
    expect(plivo.texts().map((text) => text.to)).toEqual([anna, '14155550102']);
  });

  it('takes a form as well as JSON', async () => {
    const answer = await fetch(`${plivo.apiUrl}/Message/`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${authId}:${authToken}`)}` },
      body: new URLSearchParams({ src: office, dst: anna, text: 'Hello' }),
    });
    expect(answer.status).toBe(202);
    expect(plivo.texts({ to: anna })).toHaveLength(1);
  });

  it.each([
    ['no text', office, anna, '', {}, 'text parameter not present'],
    ['no real number', office, '12', 'Hello', {}, 'dst parameter is not a valid phone number'],
    ['itself as the destination', office, office, 'Hello', {}, 'src and dst parameters cannot be the same'],
    [
      'a callback that is no address',
      office,
      anna,
      'Hello',
      { url: 'nowhere' },
      'url parameter is not a valid url',
    ],
    ['an expiry of a second', office, anna, 'Hello', { message_expiry: 1 }, /message_expiry/],
    [
      'a thousand and one numbers',
      office,
      Array.from({ length: 1001 }, (_, i) => 14155600000 + i).join('<'),
      'Hello',
      {},
      /1000 destinations/,
    ],
  ])('refuses %s with 400', async (_, src, dst, text, extra, message) => {
    const failure = await failureOf(client.messages.create(src, dst, text, extra));
    expect(failure.status).toBe(400);
    expect(failure.message).toMatch(message);
    expect(plivo.texts()).toEqual([]);
  });

  it('answers 401 to a wrong token', async () => {
    const stranger = new Client(authId, 'wrong', { url: plivo.apiUrl });
    expect(await failureOf(stranger.messages.create(office, anna, 'Hello'))).toMatchObject({ status: 401 });
  });

  it('answers 429 with Retry-After beyond the limit of the account, and serves again when the window has passed', async () => {
    plivo.change({ apiLimit: { calls: 2, windowMs: 5000 } });
    await send(anna);
    await clock.advance(2000);
    await send(anna);
    // The SDK loses status and headers of a 429, so the header is read without it.
    expect(await failureOf(send(anna))).toEqual({
      message: 'AxiosError: Request failed with status code 429',
    });
    const raw = await fetch(`${plivo.apiUrl}/Message/`, {
      headers: { authorization: `Basic ${btoa(`${authId}:${authToken}`)}` },
    });
    expect(raw.headers.get('retry-after')).toBe('3');
    await clock.advance(3000);
    await send(anna);
    expect(plivo.texts()).toHaveLength(3);
  });
});

describe('states and callbacks', () => {
  it('goes from queued over sent to delivered, one numbered callback each', async () => {
    const uuid = await send(anna);
    await clock.advance(5000);
    expect(account.calls.map(({ params }) => [params.Sequence, params.Status])).toEqual([
      ['1', 'queued'],
      ['2', 'sent'],
      ['3', 'delivered'],
    ]);
    expect(account.calls[2]?.params).toMatchObject({
      MessageUUID: uuid,
      To: anna,
      From: office,
      Units: '1',
      TotalAmount: '0.00350',
      ErrorCode: '',
      MessageTime: '2026-11-21 19:20:00.000000',
      DeliveryReportTime: '2026-11-21 19:20:01.500000',
    });
  });

  it('signs every callback so that the vendor’s own helpers accept it, with V2 and with V3', async () => {
    await send(anna, 'Hej på dig, 20 € & mer', { url: `${account.origin}/status?m=a%20b&k=2` });
    await send(anna, 'Hello', { url: `${account.origin}/status?m=7`, method: 'GET' });
    await clock.advance(5000);
    await plivo.receive({ from: anna, to: office, text: 'ja tack, på måndag!' });
    await plivo.receive({ from: anna, to: shortCode, text: 'ja & nej' });
    await plivo.idle();
    expect(account.calls.map(({ method }) => method)).toEqual(expect.arrayContaining(['GET', 'POST']));
    expect(account.calls).toHaveLength(8);
    for (const call of account.calls) expect(isSigned(call)).toEqual({ v2: true, v3: true, ma: true });
  });

  it('does not let a changed form pass as signed', async () => {
    await send(anna);
    await clock.advance(0);
    const [call] = account.calls as [ReceivedCall];
    expect(isSigned({ ...call, params: { ...call.params, Status: 'delivered' } }).v3).toBe(false);
  });

  it.each([
    ['delivered', { outcome: 'delivered' }, ['queued', 'sent', 'delivered']],
    ['never reported', { outcome: 'sent-only' }, ['queued', 'sent']],
    ['switched off', { outcome: 'undelivered', errorCode: '80' }, ['queued', 'sent', 'undelivered 80']],
    ['a landline', { outcome: 'failed', errorCode: '50' }, ['queued', 'failed 50']],
  ] as const)('tells of a number that is %s', async (_, destination, statuses) => {
    plivo.setDestination(anna, destination);
    const uuid = await send(anna);
    await clock.advance(60_000);
    expect(account.statuses(uuid)).toEqual(statuses);
  });

  it.each([
    ['14155559050', ['queued', 'failed 50']],
    ['14155559070', ['queued', 'sent', 'undelivered 70']],
    ['14155559999', ['queued', 'sent', 'undelivered 1000']],
    ['14155559000', ['queued', 'sent']],
  ])('reads the outcome of the test number %s from its digits', async (to, statuses) => {
    await send(to);
    await clock.advance(60_000);
    expect(account.statuses()).toEqual(statuses);
  });

  it('fails a text from a number that the account does not rent with 40, one too long with 110', async () => {
    await client.messages.create('14159999999', anna, 'Hello', { url: `${account.origin}/status` });
    await send(anna, 'a'.repeat(1601));
    await clock.advance(1000);
    expect(account.statuses()).toEqual(expect.arrayContaining(['failed 40', 'failed 110']));
  });

  it('fails a text for want of credit with 900, refuses the next for two minutes, and goes on after', async () => {
    plivo.change({ hasCredit: false });
    await send(anna);
    await clock.advance(1000);
    expect(account.statuses()).toEqual(['queued', 'failed 900']);
    expect(await failureOf(send(anna))).toMatchObject({ status: 400, message: 'Insufficient Credit' });
    await clock.advance(120_000);
    expect(await send(anna)).toBeTruthy();
  });

  it('asks an account that does not take a callback again after 60, 120 and 240 seconds, then never', async () => {
    account.answer = () => ({ status: 500 });
    plivo.setDestination(anna, { outcome: 'failed' });
    await send(anna, 'Hello');
    const heardAfter = async (ms: number) => {
      await clock.advance(ms);
      return account.calls.filter(({ params }) => params.Status === 'failed').length;
    };
    expect(await heardAfter(0)).toBe(1);
    expect(await heardAfter(59_999)).toBe(1);
    expect(await heardAfter(1)).toBe(2);
    expect(await heardAfter(119_999)).toBe(2);
    expect(await heardAfter(1)).toBe(3);
    expect(await heardAfter(239_999)).toBe(3);
    expect(await heardAfter(1)).toBe(4);
    expect(await heardAfter(86_400_000)).toBe(4);
  });

  it('takes an account that does not answer in time for one that did not take it', async () => {
    account.answer = ({ params }) => (params.Status === 'failed' ? 'never' : { status: 200 });
    plivo.setDestination(anna, { outcome: 'failed' });
    await send(anna);
    await clock.advance(0);
    account.answer = () => ({ status: 200 });
    await clock.advance(600_000);
    expect(account.statuses()).toEqual(['queued', 'failed 300', 'failed 300']);
  });

  it('posts callbacks in the wrong order, their Sequence telling the right one, when told to', async () => {
    plivo.setCallbackFaults({ reorder: true });
    const uuid = await send(anna);
    await clock.advance(60_000);
    const came = account.calls.filter(({ params }) => params.MessageUUID === uuid);
    expect(came.map(({ params }) => params.Sequence)).toEqual(['2', '1', '3']);
  });

  it('posts callbacks twice when told to', async () => {
    plivo.setCallbackFaults({ duplicate: 1 });
    const uuid = await send(anna);
    await clock.advance(60_000);
    expect(account.statuses(uuid)).toEqual(['queued', 'queued', 'sent', 'sent', 'delivered', 'delivered']);
  });
});

describe('the queue of a source', () => {
  it('lets five texts a second leave, first in first out, and holds no other source up', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => String(14155550110 + i));
    await client.messages.create(office, numbers.join('<'), 'Hello');
    await client.messages.create(branch, anna, 'Hello');
    await clock.advance(999);
    const sent = plivo.texts({ from: office }).filter((text) => text.sentAt !== null);
    expect(sent.map((text) => text.to)).toEqual(numbers.slice(0, 5));
    expect(plivo.texts({ from: branch })[0]?.sentAt).not.toBeNull();
    await clock.advance(1400);
    expect(plivo.texts({ from: office }).every((text) => text.sentAt !== null)).toBe(true);
  });

  it('gives a text up with 420 when it has waited as long as its sender allowed', async () => {
    await client.messages.create(
      office,
      Array.from({ length: 100 }, (_, i) => 14155560000 + i).join('<'),
      'Hello',
    );
    const uuid = await send(anna, 'Hello', { message_expiry: 5 });
    await clock.advance(4999);
    expect(account.statuses(uuid)).toEqual(['queued']);
    await clock.advance(1);
    expect(account.statuses(uuid)).toEqual(['queued', 'failed 420']);
  });
});

describe('reading messages', () => {
  it('gives one by its uuid, as the SDK names its fields', async () => {
    const uuid = await send('14155559080', 'a'.repeat(161));
    await clock.advance(5000);
    expect(await client.messages.get(uuid)).toMatchObject({
      messageUuid: uuid,
      messageState: 'undelivered',
      errorCode: '80',
      fromNumber: office,
      toNumber: '14155559080',
      messageDirection: 'outbound',
      units: 2,
      totalRate: '0.00350',
      totalAmount: '0.00700',
      tendlcCampaignId: 'C1',
    });
    expect(await failureOf(client.messages.get('nothing'))).toMatchObject({ status: 404 });
  });

  it('lists newest first, filtered by number, state, direction and time, page by page', async () => {
    const first = await send(anna);
    await clock.advance(60_000);
    const second = await send(anna);
    await send('14155550102');
    await plivo.receive({ from: anna, to: office, text: 'Hi' });
    await plivo.idle();
    const uuids = async (filter: object) =>
      ((await client.messages.list(filter)) as unknown as { messageUuid: string }[]).map(
        (m) => m.messageUuid,
      );
    expect(await uuids({ to_number: anna })).toEqual([second, first]);
    expect(await uuids({ to_number: anna, message_state: 'delivered' })).toEqual([first]);
    expect(await uuids({ message_time__gte: '2026-11-21 19:21:00', to_number: anna })).toEqual([second]);
    expect(await uuids({ message_time__lt: '2026-11-21 19:21' })).toEqual([first]);
    expect(await uuids({ message_direction: 'inbound' })).toHaveLength(1);
    expect(await uuids({ to_number: anna, limit: 1, offset: 1 })).toEqual([first]);
    const page = (await client.messages.list({ to_number: anna, limit: 1 })) as unknown as { meta: object };
    expect(page.meta).toMatchObject({
      limit: 1,
      offset: 0,
      previous: null,
      next: expect.stringMatching(/offset=1/),
    });
    expect(await failureOf(client.messages.list({ limit: 21 }))).toMatchObject({ status: 400 });
  });

  it('hides the number of a text that its sender asked not to log', async () => {
    const uuid = await send(anna, 'Hello', { log: 'false' });
    expect(await client.messages.get(uuid)).toMatchObject({ toNumber: '141XXXXX101', log: 'false' });
    expect(await client.messages.list({ to_number: anna })).toHaveLength(0);
  });
});

describe('a person texts', () => {
  it('posts the text with the fields that the vendor documents', async () => {
    const { messageUuid } = await plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await plivo.idle();
    expect(account.calls[0]?.params).toEqual({
      MessageUUID: messageUuid,
      From: anna,
      To: office,
      Type: 'sms',
      Text: 'Hello?',
      Units: '1',
      TotalRate: '0.00000',
      TotalAmount: '0.00000',
      MessageIntent: '',
      PowerpackUUID: '',
      ErrorCode: '',
    });
    expect(await client.messages.get(messageUuid)).toMatchObject({ messageState: 'delivered' });
  });

  it('asks again on the timetable of callbacks, and counts the text as undelivered in the end', async () => {
    account.answer = () => ({ status: 503 });
    const { messageUuid } = await plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await plivo.idle();
    await clock.advance(60_000 + 120_000 + 240_000);
    expect(account.calls.filter(({ params }) => params.MessageUUID === messageUuid)).toHaveLength(4);
    expect(await client.messages.get(messageUuid)).toMatchObject({ messageState: 'undelivered' });
  });

  it('sends what the account answers in XML', async () => {
    const xml = PlivoXml();
    xml.addMessage('Tack & hej', { src: office, dst: anna, callbackUrl: `${account.origin}/status` });
    account.answer = ({ url }) => ({ status: 200, body: url.endsWith('/inbound') ? xml.toXML() : '' });
    await plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await plivo.idle();
    await clock.advance(5000);
    expect(plivo.texts()).toMatchObject([{ from: office, to: anna, text: 'Tack & hej', state: 'delivered' }]);
    expect(account.statuses()).toEqual(['queued', 'sent', 'delivered']);
  });

  it('refuses a number that the account does not rent', async () => {
    await expect(plivo.receive({ from: anna, to: '14159999999', text: 'Hi' })).rejects.toThrow(/14159999999/);
  });
});

describe('opt-outs that the vendor keeps by itself', () => {
  it('accepts and then fails with 200 what goes to a person after STOP, until START', async () => {
    await plivo.receive({ from: anna, to: office, text: ' stop \n' });
    await clock.advance(301_000);
    const blocked = await send(anna);
    await clock.advance(5000);
    await plivo.receive({ from: anna, to: office, text: 'START' });
    const free = await send(anna);
    await clock.advance(5000);
    expect(account.statuses(blocked)).toEqual(['queued', 'failed 200']);
    expect(account.statuses(free)).toEqual(['queued', 'sent', 'delivered']);
  });

  it('lets exactly one confirmation pass in the five minutes after STOP', async () => {
    await plivo.receive({ from: anna, to: office, text: 'STOP' });
    await clock.advance(299_000);
    const confirmation = await send(anna);
    const second = await send(anna);
    await clock.advance(5000);
    expect(account.statuses(confirmation)).toEqual(['queued', 'sent', 'delivered']);
    expect(account.statuses(second)).toEqual(['queued', 'failed 200']);
  });

  it('holds for every number of a 10DLC campaign, and for no other person', async () => {
    await plivo.receive({ from: anna, to: branch, text: 'QUIT' });
    await clock.advance(301_000);
    const uuid = await send(anna);
    const other = await send('14155550102');
    await clock.advance(5000);
    expect(account.statuses(uuid)).toEqual(['queued', 'failed 200']);
    expect(account.statuses(other)).toEqual(['queued', 'sent', 'delivered']);
  });

  it.each([
    ['STOP', 'optout'],
    ['Unsubscribe', 'optout'],
    ['START', 'optin'],
    ['help', 'help'],
    ['Stop it!', ''],
    ['YES', ''],
  ])('posts %s with the intent "%s"', async (text, intent) => {
    await plivo.receive({ from: anna, to: office, text });
    await plivo.idle();
    expect(account.calls[0]?.params.MessageIntent).toBe(intent);
  });

  it('leaves a short code alone', async () => {
    await plivo.receive({ from: anna, to: shortCode, text: 'STOP' });
    await plivo.idle();
    const answer = await client.messages.create(shortCode, anna, 'Still here');
    await clock.advance(5000);
    expect(account.calls[0]?.params.MessageIntent).toBe('');
    expect(await client.messages.get(answer.messageUuid[0] as string)).toMatchObject({
      messageState: 'delivered',
    });
  });

  it('confirms by itself, even to the person who opted out, unless that is switched off', async () => {
    await plivo.receive({ from: anna, to: office, text: 'STOP' });
    await clock.advance(5000);
    const own = (await client.messages.list({ to_number: anna })) as unknown as { messageState: string }[];
    expect(own.map((text) => text.messageState)).toEqual(['delivered']);
    expect(plivo.texts()).toEqual([]);
    plivo.change({ automaticReplies: false });
    await plivo.receive({ from: anna, to: office, text: 'HELP' });
    await clock.advance(5000);
    expect(await client.messages.list({ to_number: anna })).toHaveLength(1);
  });
});

describe('faults on the way', () => {
  it('drops the connection before anything happens: the SDK rejects with a string and no text exists', async () => {
    plivo.faults.add({ kind: 'drop-before', method: 'POST' });
    expect((await failureOf(send(anna))).bare).toMatch(/socket hang up|ECONNRESET/);
    expect(plivo.texts()).toEqual([]);
  });

  it('loses the answer: the SDK rejects with a string though the text exists and is listed', async () => {
    plivo.faults.add({ kind: 'drop-after', method: 'POST' });
    expect((await failureOf(send(anna))).bare).toMatch(/socket hang up|ECONNRESET/);
    expect(await client.messages.list({ to_number: anna })).toHaveLength(1);
  });

  it('lands a call after its caller was told that it failed', async () => {
    plivo.faults.add({ kind: 'late', method: 'POST', delayMs: 20 });
    expect((await failureOf(send(anna))).bare).toMatch(/socket hang up|ECONNRESET/);
    await plivo.faults.landed();
    expect(plivo.texts({ to: anna })).toHaveLength(1);
  });

  it('answers later than the SDK waits: it rejects with a string', async () => {
    plivo.faults.add({ kind: 'delay', delayMs: 600 });
    expect((await failureOf(send(anna))).bare).toMatch(/timeout of 300ms exceeded/);
  });

  it.each([
    [
      '403 as an error with a status',
      403,
      '{"api_id":"x","error":"barred"}',
      { status: 403, message: 'barred' },
    ],
    [
      '500 as an error with a status',
      500,
      '{"api_id":"x","error":"broken"}',
      { status: 500, message: 'broken' },
    ],
    ['a 503 page as an error with a status', 503, 'Service Unavailable', { status: 503 }],
    [
      'a 503 in JSON as a bare error',
      503,
      '{"error":"x"}',
      { message: 'AxiosError: Request failed with status code 503' },
    ],
  ])('shows %s', async (_, status, body, failure) => {
    const headers = { 'content-type': body.startsWith('{') ? 'application/json' : 'text/plain' };
    plivo.faults.add({ kind: 'status', status, body, headers });
    expect(await failureOf(send(anna))).toMatchObject(failure);
    expect(plivo.texts()).toEqual([]);
    await send(anna);
    expect(plivo.texts()).toHaveLength(1);
  });
});

/** Asks the vendor's own helpers, with the address and the parameters that the account's server saw. */
function isSigned({ method, url, headers, params }: ReceivedCall) {
  const header = (name: string) => String(headers[`x-plivo-signature-${name}`]);
  const form = method === 'POST' ? params : {};
  return {
    v2: validateSignature(url, header('v2-nonce'), header('v2'), authToken),
    v3: validateV3Signature(method, url, header('v3-nonce'), authToken, header('v3'), form),
    ma: header('ma-v2') === header('v2') && header('ma-v3') === header('v3'),
  };
}
