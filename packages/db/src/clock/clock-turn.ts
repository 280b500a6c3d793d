/**
 * One word of whoever moves the clock to all who go by it. `hold`: finish what you are at and begin nothing · `go`: the
 * time is now `offsetMs` ahead of the machine's, carry on · `settle`: do all that is due.
 */
export interface ClockTurn {
  turn: number;
  phase: 'hold' | 'go' | 'settle';
  offsetMs: number;
}

/** The channel on which a new turn is told. */
export const CLOCK_CHANNEL = 'kvitt_clock';

/** Locks that say "I am alive" for as long as their session is: a follower's with its id, a leader's with 0. */
export const CLOCK_LOCKS = 7_424_010;

export const LEADER = 0;

/** The columns of a turn, as they are read from test_clock. */
export const TURN_COLUMNS = `turn::float8 as turn, phase, offset_ms::float8 as "offsetMs"`;

/** Whether somebody who is alive holds the lock with this number, as a condition in SQL. */
export function isHeld(lock: string | number): string {
  return `exists (select from pg_locks where locktype = 'advisory' and classid = ${CLOCK_LOCKS} and objid = ${lock}
    and database = (select oid from pg_database where datname = current_database()))`;
}
