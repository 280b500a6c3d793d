import { setTimeout as pause } from 'node:timers/promises';

/** How long a server may take to come back: recovering after a crash, or being moved to another machine. */
const PATIENCE_MS = 60_000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * The server is not there, starts, stops, or has no connection left; and the name it goes by is not known yet, as when it
 * is started together with us. A wrong password or database will not come right by waiting.
 */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/**
 * Does what a process does first with the database, again and again until the server answers, with longer and longer
 * pauses. For the start alone: whoever is at work hears of a failure at once, and says so.
 * @param act leaves nothing open where it fails
 * @throws what `act` throws, at once where that is not for the server's being away, else after a minute
 */
export async function onceDatabaseAnswers<T>(
  act: () => Promise<T>,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<T> {
  let waitedMs = 0;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await act();
    } catch (error) {
      if (!isAway(error) || waitedMs >= PATIENCE_MS) throw error;
    }
    await wait(pauseMs);
    waitedMs += pauseMs;
  }
}

/** A connection that is cut in the middle has no code; a host with two addresses fails once for each. */
function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as NodeJS.ErrnoException;
  if (code !== undefined && AWAY.has(code)) return true;
  return error.message.startsWith('Connection terminated') || isAway(cause);
}
