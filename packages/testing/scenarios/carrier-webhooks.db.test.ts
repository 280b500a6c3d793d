import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Message } from '@kvitt/db/message/message.entity';
import { addPerson } from '@kvitt/testing/people';
import { postFromCarrier } from '@kvitt/testing/post-from-carrier';
import { countRows } from '@kvitt/testing/rows';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

type Headers = Record<string, string>;

const without = (pattern: RegExp) => (headers: Headers) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !pattern.test(name)));
const changed = (pattern: RegExp, change: (value: string) => string) => (headers: Headers) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, pattern.test(name) ? change(value) : value]),
  );
const SIGNATURE = /Signature(-Ma)?-V[23]$/;

/** Another signature that differs in the lowest bit of its first byte. */
function flipBit(signature: string): string {
  const bytes = Buffer.from(signature, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe('a text that the carrier did not send', () => {
  it.each<[string, Parameters<typeof postFromCarrier>[1]]>([
    ['without a signature', { tamper: () => ({}) }],
    ['without a nonce', { tamper: without(/Nonce$/) }],
    ['with another nonce', { tamper: changed(/Nonce$/, () => '12345') }],
    ['with a signature that is wrong by one bit', { tamper: changed(SIGNATURE, flipBit) }],
    ['with an empty signature', { tamper: changed(SIGNATURE, () => '') }],
    ['signed with another account’s token', { authToken: 'another' }],
    ['signed for another host', { signedFor: 'https://kvitt.example' }],
    [
      'signed for another host that it claims to come through',
      {
        signedFor: 'https://kvitt.example',
        tamper: (headers) => ({
          ...headers,
          'X-Forwarded-Host': 'kvitt.example',
          'X-Forwarded-Proto': 'https',
          Forwarded: 'host=kvitt.example;proto=https',
        }),
      },
    ],
    ['with a good old signature beside a bad new one', { tamper: changed(/-V3$/, flipBit) }],
  ])('is turned away with 403, and leaves no row: %s', async (_, post) => {
    const { world } = stage;
    const before = await countRows(world);
    expect((await postFromCarrier(world, post)).status).toBe(403);
    expect((await postFromCarrier(world, { ...post, path: '/webhooks/plivo/status' })).status).toBe(403);
    expect(await countRows(world)).toEqual(before);
  });

  it('is turned away where the words were changed after signing', async () => {
    const { world } = stage;
    const before = await countRows(world);
    let signed: Headers = {};
    await postFromCarrier(world, {
      fields: { Text: 'NO' },
      tamper(headers) {
        signed = headers;
        return {};
      },
    });
    const answer = await postFromCarrier(world, { fields: { Text: 'YES 73' }, tamper: () => signed });
    expect(answer.status).toBe(403);
    expect(await countRows(world)).toEqual(before);
  });
});

describe('a text that the carrier did send', () => {
  it.each<[string, (headers: Headers) => Headers]>([
    ['with both signatures', (headers) => headers],
    ['with the old one only', without(/-V3/)],
    ['with the new one only', without(/-V2/)],
  ])('is taken: %s', async (_, tamper) => {
    const id = randomUUID();
    const { world } = stage;
    expect((await postFromCarrier(world, { fields: { MessageUUID: id }, tamper })).status).toBe(200);
    expect(await world.ctx.em.fork().count(Message, { vendorId: id })).toBe(1);
  });

  it('and is sent again word for word, is answered 200 and has no second effect', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    const post = { fields: { MessageUUID: randomUUID(), From: cindy.phone, Text: 'BAL' } };
    expect((await postFromCarrier(world, post)).status).toBe(200);
    await world.pass(5_000);
    const before = await countRows(world);
    for (let n = 0; n < 3; n++) expect((await postFromCarrier(world, post)).status).toBe(200);
    await world.pass(2_000);
    expect(await countRows(world)).toEqual(before);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('under an id that we have, with other words, does not replace the first', async () => {
    const { world } = stage;
    const id = randomUUID();
    await postFromCarrier(world, { fields: { MessageUUID: id, Text: 'first' } });
    expect((await postFromCarrier(world, { fields: { MessageUUID: id, Text: 'second' } })).status).toBe(200);
    expect((await world.ctx.em.fork().findOneOrFail(Message, { vendorId: id })).body).toBe('first');
  });
});

describe('a form that no phone could have made', () => {
  const oldSignature = without(/-V3/);
  it.each<[string, Record<string, string | readonly string[]>]>([
    ['two senders', { From: ['12125559400', '12125559401'] }],
    ['two texts', { Text: ['BAL', 'YES 73'] }],
    ['two ids', { MessageUUID: [randomUUID(), randomUUID()] }],
    ['no sender', { From: '' }],
    ['a sender that is no number', { From: 'ALERT' }],
    ['digits of another script', { From: '١٢١٢٥٥٥٩٤٠٠' }],
    ['a NUL in the text', { Text: 'a\0b' }],
    ['a NUL in the sender', { From: '1212555\0' }],
    ['an id that is none', { MessageUUID: "'; drop table message" }],
    ['a text of a novel’s length', { Text: 'x'.repeat(20_000) }],
  ])('is turned away with 400, and leaves no row: %s', async (_, fields) => {
    const { world } = stage;
    const before = await countRows(world);
    expect((await postFromCarrier(world, { fields, tamper: oldSignature })).status).toBe(400);
    expect(await countRows(world)).toEqual(before);
  });

  it('is turned away with 413 where it is larger than any text, whether or not it says so', async () => {
    const { world } = stage;
    const large = 10 * 1024 * 1024;
    expect(await postBytes(world.origin, large, { 'Content-Length': String(large) })).toBe(413);
    expect(await postBytes(world.origin, large, { 'Transfer-Encoding': 'chunked' })).toBe(413);
  });
});

/** Sends `size` bytes in pieces until the server has answered or cut the connection; gives its answer. */
function postBytes(origin: string, size: number, headers: Headers): Promise<number | undefined> {
  return new Promise((resolve) => {
    let status: number | undefined;
    const call = request(`${origin}/webhooks/plivo/message`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
    call.on('response', (response) => {
      status = response.statusCode;
      response.resume();
      call.destroy();
    });
    call.on('error', () => {});
    call.on('close', () => resolve(status));
    const piece = Buffer.alloc(64 * 1024, 'a');
    let left = size;
    const send = () => {
      while (left > 0 && !call.destroyed) {
        left -= piece.length;
        if (!call.write(piece)) return void call.once('drain', send);
      }
      if (!call.destroyed) call.end();
    };
    send();
  });
}
