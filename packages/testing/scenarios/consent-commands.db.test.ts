import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Each command is a process of its own, on a machine that runs everything at once.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const stage = useWorld();
const program = path.resolve(import.meta.dirname, '../../../tools/kvitt.ts');
const folder = mkdtempSync(path.join(os.tmpdir(), 'kvitt-consent-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kvitt(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const url = stage.world.ctx.em.config.get('clientUrl');
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'consent', ...args], { env, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function keep(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const key = () => stage.world.ctx.consentSigner?.publicKey ?? '';

describe('kvitt consent', () => {
  let exported = '';
  let phone = '';
  let messageId = '';

  beforeAll(async () => {
    const { world, billerId } = stage;
    for (let n = 0; n < 3; n++) await addPerson(world, billerId, { card: null });
    const cindy = await addPerson(world, billerId, { card: null });
    phone = cindy.phone;
    await cindy.says('HELP ME OUT');
    const { phoneId } = await world.ctx.em.fork().findOneOrFail(AccountPhone, { accountId: cindy.accountId });
    messageId = (await world.ctx.em.fork().findOneOrFail(Message, { phoneId, direction: 'out' })).id;
    exported = (await kvitt('export')).out;
  });

  it('exports a ledger that verifies, by file and in the database, under the right key alone', async () => {
    const file = keep('ledger.jsonl', exported);
    expect(await kvitt('verify', file, '--key', key())).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Whole: 8 entries, sealed at /),
      err: '',
    });
    expect(await kvitt('verify', '--key', keep('key.txt', `${key()}\n`))).toMatchObject({ code: 0, err: '' });
    const { out } = await kvitt('key', '--new');
    const [, other = ''] = /^public (\S+)$/m.exec(out) ?? [];
    expect(await kvitt('verify', file, '--key', other)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^the seal is missing, does not fit, or is of another key\n/),
    });
    expect(await kvitt('verify', file, '--key', 'nonsense')).toMatchObject({ code: 2, out: '' });
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'changed',
      (lines) => lines.map((line, at) => (at === 2 ? line.replace('granted', 'revoked') : line)),
      /^entry 2 is not what was recorded$/m,
    ],
    ['removed', (lines) => lines.toSpliced(3, 1), /^entry 3 is missing$/m],
    ['cut off', (lines) => lines.slice(0, 3), /^each of the entries 3 to 8 is cut off at the end$/m],
  ])('says which entry was %s, and ends with 1', async (name, tamper, says) => {
    const lines = tamper(exported.trimEnd().split('\n'));
    const file = keep(`${name}.jsonl`, `${lines.join('\n')}\n`);
    const answer = await kvitt('verify', file, '--key', key());
    expect(answer.code).toBe(1);
    expect(answer.out).toMatch(says);
  });

  it('proves the consent behind a text, in words and as a file that verifies', async () => {
    const words = await kvitt('prove', messageId);
    expect(words.code).toBe(0);
    expect(words.out).toContain(`to            +${phone}`);
    expect(words.out).toContain('service granted, by customer over web');
    const proof = (await kvitt('prove', messageId, '--json')).out;
    expect(await kvitt('verify', keep('proof.json', proof), '--key', key())).toMatchObject({ code: 0 });
    const forged = keep('forged.json', proof.replace('I agree to texts', 'I agree to any texts'));
    expect(await kvitt('verify', forged, '--key', key())).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^entry 7 was not in these words\n/),
    });
    expect(await kvitt('prove', 'no-such-text')).toMatchObject({ code: 1, out: '' });
  });

  it('shows how a phone stands and what led there', async () => {
    const { code, out } = await kvitt('show', '--phone', `+${phone}`);
    expect(code).toBe(0);
    expect(out).toMatch(/service express/);
    expect(out).toMatch(/service granted, by customer over web: “I agree to texts/);
    expect(await kvitt('show', '--phone', '+12125559999')).toMatchObject({ code: 1, out: '' });
  });
});
