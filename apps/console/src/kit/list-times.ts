const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;

/** When a working day begins, for what is put off to another day. */
const MORNING_HOUR = 9;

export interface OfferedTime {
  /** Names it in the messages. */
  key: 'hour' | 'three-hours' | 'tomorrow' | 'three-days' | 'monday';
  at: Date;
}

/** Times to which something is put off, soonest first; hours end on a quarter. */
export function listTimes(now: Date): OfferedTime[] {
  const after = (ms: number) => new Date(Math.ceil((now.getTime() + ms) / QUARTER_MS) * QUARTER_MS);
  const morning = (days: number) => {
    const at = new Date(now);
    at.setDate(at.getDate() + days);
    at.setHours(MORNING_HOUR, 0, 0, 0);
    return at;
  };
  // 0 is a Sunday; on a Monday the next one is meant.
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const offered: OfferedTime[] = [
    { key: 'hour', at: after(HOUR_MS) },
    { key: 'three-hours', at: after(3 * HOUR_MS) },
    { key: 'tomorrow', at: morning(1) },
    { key: 'three-days', at: morning(3) },
    { key: 'monday', at: morning(toMonday) },
  ];
  const seen = new Set<number>();
  return offered
    .filter(({ at }) => !seen.has(at.getTime()) && seen.add(at.getTime()))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
