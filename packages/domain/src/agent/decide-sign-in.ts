/** Wrong passwords that an address may have within the window; a person mistypes a few times, a guesser needs many. */
export const TRIES = 5;
export const WINDOW_MS = 15 * 60_000;

export type SignInVerdict = { kind: 'open' } | { kind: 'locked'; retryAfterMs: number };

/**
 * Whether an address may try its password now. It is locked from the fifth wrong one until the oldest of those is a
 * quarter of an hour ago, wherever the tries came from; a right password does not open it earlier, or a guesser would
 * learn that it was right.
 * @param failedAt when its wrong passwords were tried, newest first
 */
export function decideSignIn(failedAt: readonly Date[], now: Date): SignInVerdict {
  const recent = failedAt.filter((at) => now.getTime() - at.getTime() < WINDOW_MS);
  const oldest = recent[TRIES - 1];
  if (!oldest) return { kind: 'open' };
  return { kind: 'locked', retryAfterMs: WINDOW_MS - (now.getTime() - oldest.getTime()) };
}
