import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Addresses {
  plivo: { origin: string; apiUrl: string; handsetUrl: string };
  braintree: { origin: string };
}

const anna = '14155550101';
let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  started = [];
});

afterEach(async () => {
  for (const child of started.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true });
});

describe('both sandboxes as one process', () => {
  it('says where they are in one line, and ends cleanly when asked to', async () => {
    const { child, addresses } = await run();
    expect((await fetch(addresses.plivo.handsetUrl)).status).toBe(200);
    expect(addresses.braintree.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('knows after a kill what it had answered before', async () => {
    const first = await run();
    const answer = await fetch(`${first.addresses.plivo.apiUrl}/Message/`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('MA:token')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ src: '14152000001', dst: anna, text: 'Hello' }),
    });
    const { message_uuid: uuids } = (await answer.json()) as { message_uuid: string[] };
    const ended = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await ended;
    const { addresses } = await run();
    const response = await fetch(`${addresses.plivo.origin}/sandbox/texts?to=${anna}`);
    const { texts } = (await response.json()) as { texts: { uuid: string; text: string }[] };
    expect(texts).toMatchObject([{ uuid: uuids[0], text: 'Hello' }]);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const child = spawnMain(['--plivo-port', String(port)]);
    const [line] = await once(createInterface({ input: child.stderr }), 'line');
    expect(line).toBe(`Port ${port} is taken. Name another in the config file or with a flag.`);
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(1);
    other.close();
  });
});

function spawnMain(flags: string[] = []) {
  const config = join(folder, 'sandbox.json');
  writeFileSync(
    config,
    JSON.stringify({
      plivo: {
        authId: 'MA',
        authToken: 'token',
        numbers: [{ number: '14152000001', kind: 'long-code', messageUrl: 'http://127.0.0.1:9/inbound' }],
        stateFile: join(folder, 'plivo.json'),
      },
      braintree: {
        merchantId: 'merchant',
        publicKey: 'public',
        privateKey: 'private',
        stateFile: join(folder, 'braintree.json'),
      },
    }),
  );
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, '--config', config, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function run(): Promise<{ child: ChildProcess; addresses: Addresses }> {
  const child = spawnMain();
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(createInterface({ input: child.stderr }), 'line').then(([complaint]) => expect.fail(complaint)),
  ]);
  return { child, addresses: JSON.parse(line) };
}
