import pg from 'pg';
import { CLOCK_CHANNEL, CLOCK_LOCKS, type ClockTurn, isHeld, LEADER, TURN_COLUMNS } from './clock-turn.ts';

export interface Follower {
  stop(): Promise<void>;
}

/** Between looks without a notice: for one that was missed, and for a leader that is gone. */
const LOOK_EVERY_MS = 500;

/**
 * Takes part in the test clock over a connection of its own until `stop`: `take` gets every new turn, one after the other,
 * and what it gives back is the answer to it. Settles once the first turn was taken, so that nothing begins before the
 * time is known. A follower counts for as long as its connection lives: nobody waits for a process that is gone.
 * @param as.sandboxUrl where the sandbox's own clock is moved
 * @param take gives how much was found to do; a `hold` whose leader has died comes as `go`
 */
export async function joinClock(
  url: string,
  as: { role: 'api' | 'worker'; sandboxUrl: string },
  take: (turn: ClockTurn) => Promise<number>,
): Promise<Follower> {
  let isStopped = false;
  let current: pg.Client | undefined;
  const connect = async () => {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    client.on('error', () => client.end().catch(() => undefined));
    await client.connect();
    current = client;
    const id = await register(client, as);
    const look = followTurns(client, id, take);
    const timer = setInterval(look, LOOK_EVERY_MS);
    timer.unref();
    client.on('notification', look);
    client.on('end', () => {
      clearInterval(timer);
      if (!isStopped) setTimeout(() => connect().catch(() => undefined), 1_000).unref();
    });
    await client.query(`listen ${CLOCK_CHANNEL}`);
    await look();
  };
  await connect();
  return {
    async stop() {
      isStopped = true;
      await current?.end();
    },
  };
}

async function register(client: pg.Client, as: { role: string; sandboxUrl: string }): Promise<number> {
  // Rows of those that are gone are taken away by whoever comes.
  await client.query(`delete from clock_follower f where not ${isHeld('f.id')}`);
  const { rows } = await client.query<{ id: number }>(
    'insert into clock_follower (role, sandbox_url) values ($1, $2) returning id',
    [as.role, as.sandboxUrl],
  );
  const id = rows[0]?.id ?? 0;
  await client.query('select pg_advisory_lock($1, $2)', [CLOCK_LOCKS, id]);
  return id;
}

/** Looks for a new turn, never twice at once; asked to while it looks, it looks once more. */
function followTurns(
  client: pg.Client,
  id: number,
  take: (turn: ClockTurn) => Promise<number>,
): () => Promise<void> {
  let taken = -1;
  let isStale = false;
  let looking: Promise<void> | undefined;
  const lookOnce = async () => {
    const { rows } = await client.query<ClockTurn & { isLed: boolean }>(
      `select ${TURN_COLUMNS}, ${isHeld(LEADER)} as "isLed" from test_clock`,
    );
    const turn = rows[0];
    if (!turn) return;
    const isOrphaned = turn.phase === 'hold' && !turn.isLed;
    if (turn.turn === taken && !isOrphaned) return;
    taken = turn.turn;
    const found = await take(isOrphaned ? { ...turn, phase: 'go' } : turn);
    await client.query('update clock_follower set turn = $2, found = $3 where id = $1', [id, taken, found]);
  };
  return () => {
    isStale = true;
    looking ??= (async () => {
      try {
        while (isStale) {
          isStale = false;
          await lookOnce();
        }
      } catch {
        // The connection is gone, or going: the next one looks anew.
      } finally {
        looking = undefined;
      }
    })();
    return looking;
  };
}
