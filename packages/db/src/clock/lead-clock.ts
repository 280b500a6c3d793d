import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CLOCK_CHANNEL, CLOCK_LOCKS, type ClockTurn, isHeld, LEADER, TURN_COLUMNS } from './clock-turn.ts';

/** Someone who goes by the clock, alive at the instant of asking. */
export interface ClockFollower {
  role: 'api' | 'worker';
  sandboxUrl: string;
}

export interface ClockLeader {
  /** The turn that stands. */
  turn: ClockTurn;
  followers(): Promise<ClockFollower[]>;
  /**
   * Says the next turn and waits until every follower has answered it.
   * @returns how much they found to do; undefined where one did not answer within `withinMs`
   */
  say(phase: ClockTurn['phase'], offsetMs: number, withinMs: number): Promise<number | undefined>;
  /** Gives the lead back. */
  end(): Promise<void>;
}

/** Answers take milliseconds; the look costs a fraction of one. */
const LOOK_EVERY_MS = 5;

/** Takes the lead of the test clock; gives undefined where another has it. One leader at a time, for as long as it lives. */
export async function leadClock(url: string): Promise<ClockLeader | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => client.end().catch(() => undefined));
  await client.connect();
  const lock = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
    CLOCK_LOCKS,
    LEADER,
  ]);
  const { rows } = await client.query<ClockTurn>(`select ${TURN_COLUMNS} from test_clock`);
  const turn = rows[0];
  if (!lock.rows[0]?.mine || !turn) {
    await client.end();
    return undefined;
  }
  const leader: ClockLeader = {
    turn,
    async followers() {
      const found = await client.query<ClockFollower>(
        `select role, sandbox_url as "sandboxUrl" from clock_follower f where ${isHeld('f.id')} order by role`,
      );
      return found.rows;
    },
    async say(phase, offsetMs, withinMs) {
      leader.turn = { turn: leader.turn.turn + 1, phase, offsetMs };
      await client.query('update test_clock set turn = $1, phase = $2, offset_ms = $3', [
        leader.turn.turn,
        phase,
        Math.round(offsetMs),
      ]);
      await client.query(`notify ${CLOCK_CHANNEL}`);
      return waitForAnswers(client, leader.turn.turn, withinMs);
    },
    async end() {
      await client.end();
    },
  };
  return leader;
}

async function waitForAnswers(
  client: pg.Client,
  turn: number,
  withinMs: number,
): Promise<number | undefined> {
  for (let leftMs = withinMs; leftMs > 0; leftMs -= LOOK_EVERY_MS) {
    const { rows } = await client.query<{ owing: number; found: number }>(
      `select count(*) filter (where f.turn < $1)::int as owing, coalesce(sum(f.found), 0)::int as found
       from clock_follower f where ${isHeld('f.id')}`,
      [turn],
    );
    if (rows[0]?.owing === 0) return rows[0].found;
    await pause(LOOK_EVERY_MS);
  }
  return undefined;
}
