import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, bea, branch, type OpenPlivo, office, openPlivo, shortCode } from './testing/open-plivo.ts';

let open: OpenPlivo;

beforeEach(async () => {
  open = await openPlivo();
});

afterEach(() => open.close());

describe('opt-outs that the vendor keeps by itself', () => {
  it('accepts and then fails with 200 what goes to a person after STOP, until START', async () => {
    await open.plivo.receive({ from: anna, to: office, text: ' stop \n' });
    await open.clock.advance(301_000);
    const blocked = await open.send(anna);
    await open.clock.advance(5000);
    await open.plivo.receive({ from: anna, to: office, text: 'START' });
    const free = await open.send(anna);
    await open.clock.advance(5000);
    expect(open.account.statuses(blocked)).toEqual(['queued', 'failed 200']);
    expect(open.account.statuses(free)).toEqual(['queued', 'sent', 'delivered']);
  });

  it('lets exactly one confirmation pass in the five minutes after STOP', async () => {
    await open.plivo.receive({ from: anna, to: office, text: 'STOP' });
    await open.clock.advance(299_000);
    const confirmation = await open.send(anna);
    const second = await open.send(anna);
    await open.clock.advance(5000);
    expect(open.account.statuses(confirmation)).toEqual(['queued', 'sent', 'delivered']);
    expect(open.account.statuses(second)).toEqual(['queued', 'failed 200']);
  });

  it('holds for every number of a 10DLC campaign, and for no other person', async () => {
    await open.plivo.receive({ from: anna, to: branch, text: 'QUIT' });
    await open.clock.advance(301_000);
    const uuid = await open.send(anna);
    const other = await open.send(bea);
    await open.clock.advance(5000);
    expect(open.account.statuses(uuid)).toEqual(['queued', 'failed 200']);
    expect(open.account.statuses(other)).toEqual(['queued', 'sent', 'delivered']);
  });

  it.each([
    ['STOP', 'optout'],
    ['Unsubscribe', 'optout'],
    ['START', 'optin'],
    ['help', 'help'],
    ['Stop it!', ''],
    ['YES', ''],
  ])('posts %s with the intent "%s"', async (text, intent) => {
    await open.plivo.receive({ from: anna, to: office, text });
    await open.plivo.idle();
    expect(open.account.calls[0]?.params.MessageIntent).toBe(intent);
  });

  it('leaves a short code alone', async () => {
    await open.plivo.receive({ from: anna, to: shortCode, text: 'STOP' });
    await open.plivo.idle();
    const answer = await open.client.messages.create(shortCode, anna, 'Still here');
    await open.clock.advance(5000);
    expect(open.account.calls[0]?.params.MessageIntent).toBe('');
    expect(await open.client.messages.get(answer.messageUuid[0] as string)).toMatchObject({
      messageState: 'delivered',
    });
  });

  it('confirms by itself, even to the person who opted out, unless that is switched off', async () => {
    await open.plivo.receive({ from: anna, to: office, text: 'STOP' });
    await open.clock.advance(5000);
    const own = (await open.client.messages.list({ to_number: anna })) as unknown as {
      messageState: string;
    }[];
    expect(own.map((text) => text.messageState)).toEqual(['delivered']);
    expect(open.plivo.texts()).toEqual([]);
    open.plivo.change({ automaticReplies: false });
    await open.plivo.receive({ from: anna, to: office, text: 'HELP' });
    await open.clock.advance(5000);
    expect(await open.client.messages.list({ to_number: anna })).toHaveLength(1);
  });
});
