import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, bea, failureOf, type OpenPlivo, office, openPlivo } from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('reading messages', () => {
  it('gives one by its uuid, as the SDK names its fields', async () => {
    const uuid = await open.send('14155559080', 'a'.repeat(161));
    await open.clock.advance(5000);
    expect(await open.client.messages.get(uuid)).toMatchObject({
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
    expect(await failureOf(open.client.messages.get('nothing'))).toMatchObject({ status: 404 });
  });

  it('lists newest first, filtered by number, state, direction and time, page by page', async () => {
    const first = await open.send(anna);
    await open.clock.advance(60_000);
    const second = await open.send(anna);
    await open.send(bea);
    await open.plivo.receive({ from: anna, to: office, text: 'Hi' });
    await open.plivo.idle();
    expect(await open.listed({ to_number: anna })).toEqual([second, first]);
    expect(await open.listed({ to_number: anna, message_state: 'delivered' })).toEqual([first]);
    expect(await open.listed({ message_time__gte: '2026-11-21 19:21:00', to_number: anna })).toEqual([
      second,
    ]);
    expect(await open.listed({ message_time__lt: '2026-11-21 19:21' })).toEqual([first]);
    expect(await open.listed({ message_direction: 'inbound' })).toHaveLength(1);
    expect(await open.listed({ to_number: anna, limit: 1, offset: 1 })).toEqual([first]);
    const page = (await open.client.messages.list({ to_number: anna, limit: 1 })) as unknown as {
      meta: object;
    };
    expect(page.meta).toMatchObject({
      limit: 1,
      offset: 0,
      previous: null,
      next: expect.stringMatching(/offset=1/),
    });
    expect(await failureOf(open.client.messages.list({ limit: 21 }))).toMatchObject({ status: 400 });
  });

  it('hides the number of a text that its sender asked not to log', async () => {
    const uuid = await open.send(anna, 'Hello', { log: 'false' });
    expect(await open.client.messages.get(uuid)).toMatchObject({ toNumber: '141XXXXX101', log: 'false' });
    expect(await open.listed({ to_number: anna })).toEqual([]);
  });

  it('names the pictures of an MMS by their addresses', async () => {
    const media = 'https://pictures.example/receipt.png';
    const uuid = await open.send(anna, 'Your receipt', { type: 'mms', media_urls: [media] });
    const { objects } = await open.client.messages.listMedia(uuid);
    expect(objects.map(({ mediaUrl }) => mediaUrl)).toEqual([media]);
  });
});
