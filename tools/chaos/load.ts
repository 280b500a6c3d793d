import { setTimeout as pause } from 'node:timers/promises';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
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
const MOST_AT_A_TIME = 25;

/** How often the bills of the newcomers are announced, in real milliseconds. */
const ANNOUNCE_MS = 1_500;
const JOB_EVERY = 10;

/** Lets people enter, so many a second at the most, whatever happens to the product meanwhile. */
export function openLoad(stage: Stage, perSecond: number, dice: Dice): Load {
  let isOver = false;
  let hasLastEntered = false;
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
  // Until a turn that began after the last of them had entered has found nothing that failed.
  const announcing = (async () => {
    let isDone = false;
    for (let turn = 0; !isDone; turn++) {
      const wasLast = hasLastEntered;
      isDone = (await announce(stage, turn).catch(() => false)) && wasLast;
      await pause(ANNOUNCE_MS);
    }
  })();
  return {
    async end() {
      isOver = true;
      await entering;
      hasLastEntered = true;
      await announcing;
      while ((await countPeople(stage)) > 0) await pause(300);
    },
    entered: () => entered,
  };
}

async function countPeople(stage: Stage): Promise<number> {
  return (await get<{ walking: number }>(`${stage.outside.origin}/people`)).walking;
}

/**
 * Here and, now and then, by a job at the same time: the two meet, and the job's worker may die on the way.
 * @returns whether no account failed
 */
async function announce(stage: Stage, turn: number): Promise<boolean> {
  const { runtime, billerId } = stage;
  if (turn % JOB_EVERY === 0) {
    const db = runtime.context().em.getKysely();
    type Db = Parameters<typeof runtime.queue.enqueue>[0];
    await runtime.queue.enqueue(db as Db, 'invoice.announce', { billerId });
  }
  const { skipped } = await announceBills(runtime.context(), { billerId });
  return !skipped.some(({ reason }) => reason === 'FAILED');
}

export async function post<T>(url: string, body: unknown = {}): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as T;
}

export async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
