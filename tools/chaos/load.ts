import { setTimeout as pause } from 'node:timers/promises';
import { type Dice, pick } from './dice.ts';
import { addNewcomer } from './newcomers.ts';
import { MIX } from './scripts.ts';
import type { Stage } from './stage.ts';

export interface Load {
  /** No more newcomers; settles when everybody who entered has gone. */
  end(): Promise<void>;
  entered(): number;
}

/** People who are there at a time: a slow machine gets as many as it can serve, and not a queue of ever more. */
const MOST_AT_A_TIME = 40;

/** How often the bills of the newcomers are announced, in real milliseconds. */
const ANNOUNCE_MS = 3_000;

/** Lets people enter, so many a second at the most, whatever happens to the product meanwhile. */
export function openLoad(stage: Stage, perSecond: number, dice: Dice): Load {
  let isOver = false;
  let entered = 0;
  const entering = (async () => {
    let index = 0;
    while (!isOver) {
      if ((await countPeople(stage)) >= MOST_AT_A_TIME) {
        await pause(200);
        continue;
      }
      const script = pick(dice, MIX);
      const place = { billerId: stage.billerId, card: stage.card, index: index++ };
      try {
        await post(`${stage.outside.origin}/people`, await addNewcomer(stage.ctx, place, script, dice));
        entered += 1;
      } catch {
        // The database is away for the moment; whoever wanted to enter comes back as someone else.
        await pause(300);
      }
      await pause(1_000 / perSecond);
    }
  })();
  const announcing = (async () => {
    while (!isOver) {
      await announce(stage).catch(() => undefined);
      await pause(ANNOUNCE_MS);
    }
    for (let tries = 0; tries < 20; tries++) {
      const isQueued = await announce(stage).then(
        () => true,
        () => false,
      );
      if (isQueued) return;
      await pause(500);
    }
  })();
  return {
    async end() {
      isOver = true;
      await Promise.all([entering, announcing]);
      while ((await countPeople(stage)) > 0) await pause(300);
    },
    entered: () => entered,
  };
}

async function countPeople(stage: Stage): Promise<number> {
  return (await get<{ walking: number }>(`${stage.outside.origin}/people`)).walking;
}

async function announce({ runtime, billerId }: Stage): Promise<void> {
  const db = runtime.context().em.getKysely();
  await runtime.queue.enqueue(db as Parameters<typeof runtime.queue.enqueue>[0], 'invoice.announce', {
    billerId,
  });
}

export async function post<T>(url: string, body: unknown = {}): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

export async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
