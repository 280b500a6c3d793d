import { addPerson } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const HOUR_MS = 3_600_000;

const stage = useWorld();

describe('the biller’s morning', () => {
  it('announces at nine what was issued the day before, once, however long the day', async () => {
    const { world, billerId } = stage;
    // Ten in the morning where the biller is: this morning is over.
    await world.settle();
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await world.pass(22 * HOUR_MS, HOUR_MS);
    expect(await textsOf(world, cindy)).toEqual([]);
    await world.pass(HOUR_MS, HOUR_MS);
    await world.pass(10_000);
    expect(await textsOf(world, cindy)).toMatchObject([{ template: 'bill-ready' }]);
    await cindy.issue(1500);
    await world.pass(12 * HOUR_MS, HOUR_MS);
    expect(await textsOf(world, cindy)).toHaveLength(1);
  });

  it('that nobody was there for is caught up with, as one', async () => {
    const { world, billerId } = stage;
    await world.settle();
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await world.clock.advance(7 * 24 * HOUR_MS);
    await world.pass(10_000);
    expect(await textsOf(world, cindy)).toHaveLength(1);
  });
});
