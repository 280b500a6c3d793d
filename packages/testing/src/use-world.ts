import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { compareMoney } from './compare-money.ts';
import { openWorld, type World, type WorldOptions } from './open-world.ts';
import { addBiller } from './people.ts';

export interface Stage {
  readonly world: World;
  readonly billerId: string;
}

/**
 * One world and one biller for the tests of a file, each of which brings people of its own. After every test the
 * vendors work again, every invariant holds, and the gateway and the ledger agree to the cent.
 */
export function useWorld(options: WorldOptions = {}): Stage {
  const stage: { world?: World; billerId?: string } = {};
  beforeAll(async () => {
    stage.world = await openWorld(options);
    stage.billerId = (await addBiller(stage.world)).billerId;
  });
  afterEach(async () => {
    const world = opened(stage.world);
    world.braintree.faults.clear();
    world.plivo.faults.clear();
    await world.settle();
    expect(await world.findBroken()).toEqual([]);
    expect(await compareMoney(world)).toEqual([]);
  });
  afterAll(() => stage.world?.close());
  return {
    get world() {
      return opened(stage.world);
    },
    get billerId() {
      return opened(stage.billerId);
    },
  };
}

function opened<T>(part: T | undefined): T {
  if (part === undefined)
    throw new Error('the world opens before the first test, not while tests are listed');
  return part;
}
