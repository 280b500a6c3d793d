import { openDb } from '@kvitt/db/kit/open-db';
import { claimTexts } from '@kvitt/db/message/claim-texts';
import { withClient } from '../kit/bench-database.ts';
import { BILLER, SENDER } from '../kit/seed-people.ts';

const sender = { billerId: BILLER, id: SENDER };
const BATCH = 50;

/** How many texts a second the claiming statement alone takes out of the outbox, over two connections. */
export async function measureClaims(url: string, n: number): Promise<number> {
  const orm = await openDb(url, { poolSize: 2 });
  try {
    const startedMs = performance.now();
    const claimAll = async () => {
      let claimed = 0;
      for (;;) {
        const ids = await claimTexts(orm.em.fork(), sender, new Date(), BATCH);
        if (ids.length === 0) return claimed;
        claimed += ids.length;
      }
    };
    const [one, other] = await Promise.all([claimAll(), claimAll()]);
    if (one + other !== n) throw new Error(`${one + other} of ${n} texts were claimed`);
    return (n * 1000) / (performance.now() - startedMs);
  } finally {
    await orm.close();
  }
}

/** What a number may send in the test of its rate. */
export const RATE = { perSecond: 50, burst: 50, seconds: 10 };

/** How far the clock moves between two looks: uneven on purpose, so that shares of a text add up. */
const STEP_MS = 7;

/**
 * How many texts two dispatchers together get out of a number's bucket over ten seconds of a clock that is moved by hand;
 * what it holds at the start and what flows in is the most there may be, and an empty bucket the least.
 */
export async function countAtRate(url: string): Promise<{ claimed: number; allowed: number }> {
  const orm = await openDb(url, { poolSize: 2 });
  const startMs = Date.now();
  const { perSecond, burst, seconds } = RATE;
  try {
    await withClient(url, (client) =>
      client.query('update sender set per_second = $1, burst = $2, tokens = $2, refilled_at = $3', [
        perSecond,
        burst,
        new Date(startMs),
      ]),
    );
    let claimed = 0;
    for (let ms = 0; ms <= seconds * 1000; ms += STEP_MS) {
      const now = new Date(startMs + ms);
      const claim = () => claimTexts(orm.em.fork(), sender, now, BATCH);
      const both = await Promise.all([claim(), claim()]);
      claimed += both.flat().length;
    }
    return { claimed, allowed: burst + perSecond * seconds };
  } finally {
    await orm.close();
  }
}
