import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, failureOf, type OpenPlivo, openPlivo } from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('faults on the way', () => {
  it('drops the connection before anything happens: the SDK rejects with a string and no text exists', async () => {
    open.plivo.faults.add({ kind: 'drop-before', method: 'POST' });
    expect((await failureOf(open.send(anna))).bare).toMatch(/socket hang up|ECONNRESET/);
    expect(open.plivo.texts()).toEqual([]);
  });

  it('loses the answer: the SDK rejects with a string though the text exists and is listed', async () => {
    open.plivo.faults.add({ kind: 'drop-after', method: 'POST' });
    expect((await failureOf(open.send(anna))).bare).toMatch(/socket hang up|ECONNRESET/);
    expect(await open.client.messages.list({ to_number: anna })).toHaveLength(1);
  });

  it('lands a call after its caller was told that it failed', async () => {
    open.plivo.faults.add({ kind: 'late', method: 'POST', delayMs: 20 });
    expect((await failureOf(open.send(anna))).bare).toMatch(/socket hang up|ECONNRESET/);
    await open.plivo.faults.landed();
    expect(open.plivo.texts({ to: anna })).toHaveLength(1);
  });

  it('answers later than the SDK waits: it rejects with a string', async () => {
    open.plivo.faults.add({ kind: 'delay', delayMs: 600 });
    expect((await failureOf(open.send(anna))).bare).toMatch(/timeout of 300ms exceeded/);
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
    open.plivo.faults.add({ kind: 'status', status, body, headers });
    expect(await failureOf(open.send(anna))).toMatchObject(failure);
    expect(open.plivo.texts()).toEqual([]);
    await open.send(anna);
    expect(open.plivo.texts()).toHaveLength(1);
  });
});
