import { Client } from 'plivo';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  authId,
  authToken,
  bea,
  branch,
  failureOf,
  type OpenPlivo,
  office,
  openPlivo,
} from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('sending', () => {
  it('answers 202 with one uuid for each number, drops duplicates and names what is no number', async () => {
    const answer = await open.client.messages.create(office, `${anna}<+14155550102<${anna}<12`, 'Hello');
    expect(answer.message).toBe('message(s) queued');
    expect(answer.messageUuid).toHaveLength(2);
    expect(answer).toMatchObject({ invalid_number: ['12'] });
    expect(open.plivo.texts().map((text) => text.to)).toEqual([anna, bea]);
  });

  it('takes a form as well as JSON', async () => {
    const answer = await fetch(`${open.plivo.apiUrl}/Message/`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${authId}:${authToken}`)}` },
      body: new URLSearchParams({ src: office, dst: anna, text: 'Hello' }),
    });
    expect(answer.status).toBe(202);
    expect(open.plivo.texts({ to: anna })).toHaveLength(1);
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
    const failure = await failureOf(open.client.messages.create(src, dst, text, extra));
    expect(failure.status).toBe(400);
    expect(failure.message).toMatch(message);
    expect(open.plivo.texts()).toEqual([]);
  });

  it('answers 401 to a wrong token', async () => {
    const stranger = new Client(authId, 'wrong', { url: open.plivo.apiUrl });
    expect(await failureOf(stranger.messages.create(office, anna, 'Hello'))).toMatchObject({ status: 401 });
  });

  it('answers 429 with Retry-After beyond the limit of the account, and serves again when the window has passed', async () => {
    open.plivo.change({ apiLimit: { calls: 2, windowMs: 5000 } });
    await open.send(anna);
    await open.clock.advance(2000);
    await open.send(anna);
    // The SDK loses status and headers of a 429, so the header is read without it.
    expect(await failureOf(open.send(anna))).toEqual({
      message: 'AxiosError: Request failed with status code 429',
    });
    const raw = await fetch(`${open.plivo.apiUrl}/Message/`, {
      headers: { authorization: `Basic ${btoa(`${authId}:${authToken}`)}` },
    });
    expect(raw.headers.get('retry-after')).toBe('3');
    await open.clock.advance(3000);
    await open.send(anna);
    expect(open.plivo.texts()).toHaveLength(3);
  });
});

describe('the queue of a source', () => {
  it('lets five texts a second leave, first in first out, and holds no other source up', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => String(14155550110 + i));
    await open.client.messages.create(office, numbers.join('<'), 'Hello');
    await open.client.messages.create(branch, anna, 'Hello');
    await open.clock.advance(999);
    const sent = open.plivo.texts({ from: office }).filter((text) => text.sentAt !== null);
    expect(sent.map((text) => text.to)).toEqual(numbers.slice(0, 5));
    expect(open.plivo.texts({ from: branch })[0]?.sentAt).not.toBeNull();
    await open.clock.advance(1400);
    expect(open.plivo.texts({ from: office }).every((text) => text.sentAt !== null)).toBe(true);
  });

  it('gives a text up with 420 when it has waited as long as its sender allowed', async () => {
    await open.client.messages.create(
      office,
      Array.from({ length: 100 }, (_, i) => 14155560000 + i).join('<'),
      'Hello',
    );
    const uuid = await open.send(anna, 'Hello', { message_expiry: 5 });
    await open.clock.advance(4999);
    expect(open.account.statuses(uuid)).toEqual(['queued']);
    await open.clock.advance(1);
    expect(open.account.statuses(uuid)).toEqual(['queued', 'failed 420']);
  });
});
