import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, type OpenPlivo, office, openPlivo } from './testing/open-plivo.ts';

let folder: string;
let stateFile: string;
let before: OpenPlivo;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plivo-sandbox-'));
  stateFile = join(folder, 'plivo.json');
  before = await openPlivo({ stateFile });
});

afterEach(async () => {
  await before.close();
  rmSync(folder, { recursive: true });
});

/** A second process on the snapshot as it lies on the disk now, while the first has had no chance to say goodbye. */
async function afterKill(): Promise<OpenPlivo> {
  const copy = join(folder, 'after.json');
  copyFileSync(stateFile, copy);
  return openPlivo({ stateFile: copy });
}

describe('a restart after a kill', () => {
  it('knows a text as soon as its sender has the answer, and goes on with it', async () => {
    const uuid = await before.send(anna);
    const after = await afterKill();
    expect(await after.client.messages.get(uuid)).toMatchObject({ messageState: 'queued', toNumber: anna });
    await after.clock.advance(5000);
    expect(await after.client.messages.get(uuid)).toMatchObject({ messageState: 'delivered' });
    await after.close();
  });

  it('still has the report of a text that was with the carrier', async () => {
    const uuid = await before.send(anna);
    await before.clock.advance(0);
    const after = await afterKill();
    expect(await after.client.messages.get(uuid)).toMatchObject({ messageState: 'sent' });
    await after.clock.advance(5000);
    expect(before.account.statuses(uuid)).toEqual(['queued', 'sent', 'delivered']);
    await after.close();
  });

  it('asks again for what the account had not taken', async () => {
    before.account.answer = () => ({ status: 500 });
    const { messageUuid } = await before.plivo.receive({ from: anna, to: office, text: 'Hello?' });
    await before.plivo.idle();
    const after = await afterKill();
    before.account.answer = () => ({ status: 200 });
    await after.clock.advance(60_000);
    expect(await after.client.messages.get(messageUuid)).toMatchObject({ messageState: 'delivered' });
    await after.close();
  });

  it('keeps opt-outs, outcomes of numbers and phones, and lets no time run back', async () => {
    await before.plivo.receive({ from: anna, to: office, text: 'STOP' });
    before.plivo.setDestination(anna, { outcome: 'failed', errorCode: '50' });
    await before.clock.advance(86_400_000);
    const uuid = await before.send(anna);
    const after = await afterKill();
    await after.clock.advance(5000);
    expect(await after.client.messages.get(uuid)).toMatchObject({ errorCode: '200' });
    expect(after.clock.now()).toBe(before.clock.now() + 5000);
    await after.close();
  });
});
