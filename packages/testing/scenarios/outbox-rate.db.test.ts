import { Sender } from '@kvitt/db/biller/sender.entity';
import { findThread } from '@kvitt/flows/conversation/find-thread';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { queueText } from '@kvitt/flows/message/queue-text';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { sendAllTexts } from '@kvitt/worker/timetable';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

let causes = 0;

async function queueMany(person: Person, count: number): Promise<void> {
  const { world, billerId } = stage;
  await inTransaction(world.ctx, async (tx) => {
    const thread = await findThread(tx, billerId, person.accountId);
    if (!thread) throw new Error('a person without a phone');
    for (let n = 1; n <= count; n++) {
      await queueText(tx, {
        billerId,
        ...thread,
        purpose: 'service',
        template: 'several-bills',
        body: `Acme: text ${n}`,
        cause: `rate/${++causes}`,
      });
    }
  });
}

/** The most texts that were handed over within any span of `ms`. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at <= from + ms).length));
}

describe('the rate of a number', () => {
  it('is never passed in any span of time, by any number of dispatchers at once', async () => {
    const { world, billerId } = stage;
    const perSecond = 3;
    const burst = 8;
    await world.ctx.em
      .fork()
      .nativeUpdate(
        Sender,
        { billerId },
        { perSecond, burst, tokens: burst, refilledAt: world.ctx.clock.now() },
      );
    const cindy = await addPerson(world, billerId);
    await queueMany(cindy, 40);
    for (let step = 0; step < 120 && cindy.texts().length < 40; step++) {
      await Promise.all([1, 2, 3].map(() => sendAllTexts(world.ctx)));
      await world.clock.advance(100);
    }
    const times = cindy.texts().map(({ acceptedAt }) => acceptedAt);
    expect(times).toHaveLength(40);
    for (const ms of [0, 100, 500, 1_000, 2_500, 5_000, 10_000]) {
      expect(mostWithin(times, ms)).toBeLessThanOrEqual(burst + (perSecond * ms) / 1_000);
    }
  });

  it('is used up to the full: what waits goes out as soon as it may', async () => {
    const { world, billerId } = stage;
    await world.ctx.em
      .fork()
      .nativeUpdate(
        Sender,
        { billerId },
        { perSecond: 5, burst: 5, tokens: 5, refilledAt: world.ctx.clock.now() },
      );
    const cindy = await addPerson(world, billerId);
    await queueMany(cindy, 25);
    await world.settle();
    expect(cindy.texts()).toHaveLength(5);
    await world.pass(4_000);
    expect(cindy.texts()).toHaveLength(25);
  });

  it('goes first to what has waited longest', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const bob = await addPerson(world, billerId);
    await queueMany(cindy, 6);
    await world.clock.advance(500);
    await queueMany(bob, 6);
    await world.pass(10_000);
    const all = world.plivo.texts().filter(({ to }) => [cindy.phone, bob.phone].includes(to));
    expect(all.slice(0, 6).map(({ to }) => to)).toEqual(Array(6).fill(cindy.phone));
  });
});
