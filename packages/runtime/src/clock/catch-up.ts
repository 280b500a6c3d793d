import { readClockOffset } from '@kvitt/db/clock/read-clock-offset';
import { type Move, moveClock } from './move-clock.ts';
import { readSandboxClock } from './sandbox-clock.ts';

/** Apart by less than this, the two clocks are one: asking took as long. */
const SAME_MS = 1_000;

/** Brings our time and the sandbox's together at the later of the two, as they may differ after a standstill. */
export async function catchUp(base: Pick<Move, 'databaseUrl' | 'em'>, sandboxUrl: string): Promise<void> {
  const sandboxMs = await readSandboxClock(sandboxUrl);
  const ourMs = Date.now() + (await readClockOffset(base.em()));
  if (Math.abs(sandboxMs - ourMs) < SAME_MS) return;
  await moveClock({ ...base, order: { kind: 'by', ms: Math.max(0, sandboxMs - ourMs) } });
}
