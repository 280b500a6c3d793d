import { randomUUID } from 'node:crypto';
import { DeliveryReport } from '@kvitt/db/message/delivery-report.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { postFromCarrier } from '@kvitt/testing/post-from-carrier';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { afterEach, describe, expect, it } from 'vitest';

const stage = useWorld();

afterEach(() => stage.world.plivo.change({ callbackFaults: {} }));

/** Somebody who got a text, on which the carrier reports no further than `sent` by itself. */
async function addTexted(): Promise<{ cindy: Person; vendorId: string }> {
  const { world } = stage;
  const cindy = await addPerson(world, stage.billerId);
  world.plivo.setDestination(cindy.phone, { outcome: 'sent-only' });
  await cindy.says('BAL');
  return { cindy, vendorId: cindy.texts()[0]?.uuid ?? '' };
}

interface Report {
  Status: string;
  Sequence: string;
  ErrorCode?: string;
}

async function report(cindy: Person, vendorId: string, { Status, Sequence, ErrorCode = '' }: Report) {
  return postFromCarrier(stage.world, {
    path: '/webhooks/plivo/status',
    fields: { MessageUUID: vendorId, From: OUR_NUMBER, To: cindy.phone, Status, Sequence, ErrorCode },
  });
}

const DELIVERED = { Status: 'delivered', Sequence: '3' };
const SENT = { Status: 'sent', Sequence: '2' };
const QUEUED = { Status: 'queued', Sequence: '1' };
const UNDELIVERED = { Status: 'undelivered', Sequence: '3', ErrorCode: '80' };

describe('reports of the carrier’s', () => {
  it.each([
    ['in order', [QUEUED, SENT, DELIVERED], 'delivered'],
    ['the other way round', [DELIVERED, SENT, QUEUED], 'delivered'],
    ['mixed, with repetitions', [SENT, DELIVERED, SENT, QUEUED, DELIVERED], 'delivered'],
    ['of a failure, the other way round', [UNDELIVERED, SENT], 'undelivered'],
    ['alone', [DELIVERED], 'delivered'],
  ])('%s end in the same state', async (_, reports, state) => {
    const { cindy, vendorId } = await addTexted();
    for (const one of reports) {
      expect((await report(cindy, vendorId, one)).status).toBe(200);
      await stage.world.settle();
    }
    expect((await textsOf(stage.world, cindy)).map((text) => text.state)).toEqual([state]);
  });

  it('all at once end in the state of the latest', async () => {
    const { cindy, vendorId } = await addTexted();
    await Promise.all([DELIVERED, QUEUED, SENT, DELIVERED].map((one) => report(cindy, vendorId, one)));
    await stage.world.settle();
    expect((await textsOf(stage.world, cindy)).map((text) => text.state)).toEqual(['delivered']);
  });

  it('that come twice are kept once', async () => {
    const { world } = stage;
    const { cindy, vendorId } = await addTexted();
    for (let n = 0; n < 3; n++) await report(cindy, vendorId, DELIVERED);
    await world.settle();
    const kept = await world.ctx.em.fork().find(DeliveryReport, { vendorId });
    expect(kept.map(({ state }) => state)).toEqual(['delivered']);
  });

  it('doubled and out of order by the carrier itself do not change what became of a text', async () => {
    const { world, billerId } = stage;
    world.plivo.change({ callbackFaults: { duplicate: 1, reorder: true } });
    const cindy = await addPerson(world, billerId);
    const bob = await addPerson(world, billerId);
    world.plivo.setDestination(bob.phone, { outcome: 'undelivered', errorCode: '80' });
    for (const one of [cindy, bob]) await one.says('BAL');
    await world.pass(40_000, 5_000);
    expect(await textsOf(world, cindy)).toEqual([
      { template: 'nothing-due', state: 'delivered', reason: null },
    ]);
    expect(await textsOf(world, bob)).toEqual([
      { template: 'nothing-due', state: 'undelivered', reason: '80' },
    ]);
  });

  it('about a text that is not ours are kept, and change nothing', async () => {
    const { world } = stage;
    const { cindy } = await addTexted();
    const before = await textsOf(world, cindy);
    expect((await report(cindy, randomUUID(), UNDELIVERED)).status).toBe(200);
    await world.settle();
    expect(await textsOf(world, cindy)).toEqual(before);
  });

  it('with the carrier’s word for an opt-out do not undo a START that came after the text', async () => {
    const { world } = stage;
    const { cindy, vendorId } = await addTexted();
    await cindy.says('STOP');
    await cindy.says('START');
    await report(cindy, vendorId, { Status: 'failed', Sequence: '3', ErrorCode: '200' });
    await world.settle();
    await cindy.issue(8420);
    await cindy.announce();
    await world.pass(3_000);
    expect(await textsOf(world, cindy)).toContainEqual({
      template: 'bill-ready',
      state: 'sent',
      reason: null,
    });
  });

  it('about a text that was taken for lost and waits in the outbox again keep it from going out twice', async () => {
    const { world } = stage;
    const cindy = await addPerson(world, stage.billerId);
    world.plivo.setDestination(cindy.phone, { outcome: 'sent-only' });
    await cindy.says('BAL');
    const em = world.ctx.em.fork();
    const text = await em.findOneOrFail(Message, { vendorId: cindy.texts()[0]?.uuid ?? '' });
    // As it is when a look-up has found nothing long enough, and the report comes after all.
    const lost = { state: 'queued' as const, vendorId: null, reportSequence: null, reason: 'NEVER_ARRIVED' };
    const later = new Date(world.clock.now() + 10_000);
    await em.nativeUpdate(Message, { id: text.id }, { ...lost, sendAt: later });
    await postFromCarrier(world, {
      path: '/webhooks/plivo/status',
      query: `?m=${text.id}`,
      fields: { MessageUUID: cindy.texts()[0]?.uuid ?? '', From: OUR_NUMBER, To: cindy.phone, ...DELIVERED },
    });
    await world.pass(30_000, 5_000);
    expect(cindy.texts()).toHaveLength(1);
    expect((await textsOf(world, cindy)).map(({ state }) => state)).toEqual(['delivered']);
  });
});
