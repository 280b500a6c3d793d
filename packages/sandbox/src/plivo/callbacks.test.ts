import { validateSignature, validateV3Signature } from 'plivo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  authToken,
  failureOf,
  type OpenPlivo,
  office,
  openPlivo,
  shortCode,
} from './testing/open-plivo.ts';
import type { ReceivedCall } from './testing/start-account-server.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('states and callbacks', () => {
  it('goes from queued over sent to delivered, one numbered callback each', async () => {
    const uuid = await open.send(anna);
    await open.clock.advance(5000);
    expect(open.account.calls.map(({ params }) => [params.Sequence, params.Status])).toEqual([
      ['1', 'queued'],
      ['2', 'sent'],
      ['3', 'delivered'],
    ]);
    expect(open.account.calls[2]?.params).toMatchObject({
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
    await open.send(anna, 'Hej på dig, 20 € & mer', { url: `${open.account.origin}/status?m=a%20b&k=2` });
    await open.send(anna, 'Hello', { url: `${open.account.origin}/status?m=7`, method: 'GET' });
    await open.clock.advance(5000);
    await open.plivo.receive({ from: anna, to: office, text: 'ja tack, på måndag!' });
    await open.plivo.receive({ from: anna, to: shortCode, text: 'ja & nej' });
    await open.plivo.idle();
    expect(open.account.calls.map(({ method }) => method)).toEqual(expect.arrayContaining(['GET', 'POST']));
    expect(open.account.calls).toHaveLength(8);
    for (const call of open.account.calls) expect(isSigned(call)).toEqual({ v2: true, v3: true, ma: true });
  });

  it('does not let a changed form pass as signed', async () => {
    await open.send(anna);
    await open.clock.advance(0);
    const [call] = open.account.calls as [ReceivedCall];
    expect(isSigned({ ...call, params: { ...call.params, Status: 'delivered' } }).v3).toBe(false);
  });

  it.each([
    ['delivered', { outcome: 'delivered' }, ['queued', 'sent', 'delivered']],
    ['never reported', { outcome: 'sent-only' }, ['queued', 'sent']],
    ['switched off', { outcome: 'undelivered', errorCode: '80' }, ['queued', 'sent', 'undelivered 80']],
    ['a landline', { outcome: 'failed', errorCode: '50' }, ['queued', 'failed 50']],
  ] as const)('tells of a number that is %s', async (_, destination, statuses) => {
    open.plivo.setDestination(anna, destination);
    const uuid = await open.send(anna);
    await open.clock.advance(60_000);
    expect(open.account.statuses(uuid)).toEqual(statuses);
  });

  it.each([
    ['14155559050', ['queued', 'failed 50']],
    ['14155559070', ['queued', 'sent', 'undelivered 70']],
    ['14155559999', ['queued', 'sent', 'undelivered 1000']],
    ['14155559000', ['queued', 'sent']],
  ])('reads the outcome of the test number %s from its digits', async (to, statuses) => {
    await open.send(to);
    await open.clock.advance(60_000);
    expect(open.account.statuses()).toEqual(statuses);
  });

  it('fails a text from a number that the account does not rent with 40, one too long with 110', async () => {
    await open.client.messages.create('14159999999', anna, 'Hello', { url: `${open.account.origin}/status` });
    await open.send(anna, 'a'.repeat(1601));
    await open.clock.advance(1000);
    expect(open.account.statuses()).toEqual(expect.arrayContaining(['failed 40', 'failed 110']));
  });

  it('fails a text for want of credit with 900, refuses the next for two minutes, and goes on after', async () => {
    open.plivo.change({ hasCredit: false });
    await open.send(anna);
    await open.clock.advance(1000);
    expect(open.account.statuses()).toEqual(['queued', 'failed 900']);
    expect(await failureOf(open.send(anna))).toMatchObject({ status: 400, message: 'Insufficient Credit' });
    await open.clock.advance(120_000);
    expect(await open.send(anna)).toBeTruthy();
  });

  it('asks an account that does not take a callback again after 60, 120 and 240 seconds, then never', async () => {
    open.account.answer = () => ({ status: 500 });
    open.plivo.setDestination(anna, { outcome: 'failed' });
    await open.send(anna, 'Hello');
    const heardAfter = async (ms: number) => {
      await open.clock.advance(ms);
      return open.account.calls.filter(({ params }) => params.Status === 'failed').length;
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
    open.account.answer = ({ params }) => (params.Status === 'failed' ? 'never' : { status: 200 });
    open.plivo.setDestination(anna, { outcome: 'failed' });
    await open.send(anna);
    await open.clock.advance(0);
    open.account.answer = () => ({ status: 200 });
    await open.clock.advance(600_000);
    expect(open.account.statuses()).toEqual(['queued', 'failed 300', 'failed 300']);
  });

  it('posts callbacks in the wrong order, their Sequence telling the right one, when told to', async () => {
    open.plivo.setCallbackFaults({ reorder: true });
    const uuid = await open.send(anna);
    await open.clock.advance(60_000);
    const came = open.account.calls.filter(({ params }) => params.MessageUUID === uuid);
    expect(came.map(({ params }) => params.Sequence)).toEqual(['2', '1', '3']);
  });

  it('posts callbacks twice when told to', async () => {
    open.plivo.setCallbackFaults({ duplicate: 1 });
    const uuid = await open.send(anna);
    await open.clock.advance(60_000);
    expect(open.account.statuses(uuid)).toEqual([
      'queued',
      'queued',
      'sent',
      'sent',
      'delivered',
      'delivered',
    ]);
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
