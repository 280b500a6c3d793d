import type { Town } from './people.ts';
import type { Store } from './store.ts';
import type { Carrier } from './vendors/carrier.ts';
import type { Gateway } from './vendors/gateway.ts';
import type { Diary } from './world.ts';

/** What a run is judged by. */
export interface Evidence {
  store: Store;
  gateway: Gateway;
  carrier: Carrier;
  town: Town;
  diary: Diary;
  /** The texts whose webhook we have acknowledged, by the carrier's id, with the instant. */
  acknowledged: Map<string, number>;
  /** In virtual time. */
  endedAt: number;
}
