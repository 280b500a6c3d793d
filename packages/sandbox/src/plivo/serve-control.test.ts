import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, failureOf, type OpenPlivo, office, openPlivo } from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo({ handsets: [{ number: anna, name: 'Anna' }] });
});

afterEach(() => open.close());

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${open.plivo.origin}/sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

describe('the controls over HTTP', () => {
  it('let a person text, and list what came and went', async () => {
    const { status } = await control('POST', 'receive', { from: `+${anna}`, to: `+${office}`, text: 'Hi' });
    await open.plivo.idle();
    await open.send(anna, 'Hello Anna');
    expect(status).toBe(201);
    expect(open.account.calls[0]?.params).toMatchObject({ From: anna, Text: 'Hi' });
    expect((await control('GET', `texts?person=${anna}`)).body).toMatchObject({
      texts: [
        { direction: 'inbound', text: 'Hi', state: 'delivered' },
        { direction: 'outbound', text: 'Hello Anna', state: 'queued' },
      ],
    });
  });

  it('refuse a text to a number that the account does not rent', async () => {
    const answer = await control('POST', 'receive', { from: anna, to: '14159999999', text: 'Hi' });
    expect(answer.status).toBe(404);
  });

  it('arm a fault for the API alone, never for themselves', async () => {
    await control('POST', 'faults', { kind: 'status', status: 500, body: 'broken', times: 2 });
    expect((await control('GET', 'faults')).body).toMatchObject({
      faults: [{ kind: 'status', status: 500 }],
    });
    expect(await failureOf(open.send(anna))).toMatchObject({ status: 500 });
    await control('DELETE', 'faults');
    expect(await open.send(anna)).toBeTruthy();
  });

  it('set and forget what becomes of texts to a number', async () => {
    await control('PUT', `destinations/${anna}`, { outcome: 'undelivered', errorCode: '70' });
    await open.send(anna);
    await open.clock.advance(5000);
    await control('DELETE', `destinations/${anna}`);
    await open.send(anna);
    await open.clock.advance(5000);
    expect(open.plivo.texts().map((text) => text.state)).toEqual(['undelivered', 'delivered']);
  });

  it('push the clock, and what follows from what happens on the way happens in its order', async () => {
    open.account.answer = () => ({ status: 500 });
    await control('POST', 'receive', { from: anna, to: office, text: 'Hi' });
    await open.plivo.idle();
    const { body } = await control('POST', 'clock/advance', { ms: 3_600_000 });
    expect(body).toEqual({ now: Date.UTC(2026, 10, 21, 20, 20) });
    expect(open.account.calls).toHaveLength(4);
  });

  it('show the named phones first and then whoever was texted', async () => {
    await open.send('14155550133');
    expect((await control('GET', 'handsets')).body).toMatchObject({
      phones: [
        { number: anna, name: 'Anna', isNamed: true },
        { number: '14155550133', isNamed: false },
      ],
    });
  });

  it('switch settings and list opt-outs and callbacks', async () => {
    await control('PUT', 'settings', { automaticReplies: false });
    await control('POST', 'receive', { from: anna, to: office, text: 'STOP' });
    await open.plivo.idle();
    expect((await control('GET', 'opt-outs')).body).toMatchObject({
      optOuts: [{ number: office, person: anna }],
    });
    expect((await control('GET', 'callbacks')).body).toMatchObject({
      pending: [],
      recent: [{ answer: 200 }],
    });
    expect(await open.listed({ to_number: anna })).toEqual([]);
  });

  it('refuse a body that a page of another origin could post without asking', async () => {
    const response = await fetch(`${open.plivo.origin}/sandbox/receive`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ from: anna, to: office, text: 'Hi' }),
    });
    expect(response.status).toBe(415);
    expect(open.account.calls).toEqual([]);
  });

  it('tell listeners of every change as it happens', async () => {
    const response = await fetch(`${open.plivo.origin}/sandbox/events`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await open.send(anna, 'Hello Anna');
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toMatch(/^data: .*"kind":"text".*Hello Anna/);
    await reader.cancel();
  });
});
