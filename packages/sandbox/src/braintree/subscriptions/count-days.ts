const dayMs = 86_400_000;

/** The day of a moment (milliseconds), in UTC: `2026-03-02`. */
export function dayAt(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** The first moment of a day. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: string, days: number): string {
  return dayAt(startOf(day) + days * dayMs);
}

/** Whole days from one day to another; below zero where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / dayMs);
}

/**
 * So many months later, on the wanted day of the month or, in a month that is too short, on its last day.
 * `dayOfMonth` is the day's own where absent.
 */
export function addMonths(day: string, months: number, dayOfMonth = Number(day.slice(8))): string {
  const at = new Date(startOf(day));
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return addDays(dayAt(first), Math.min(dayOfMonth, last) - 1);
}

/** The next day of that number in a month, from `day` on. */
export function nextDayOfMonth(day: string, dayOfMonth: number): string {
  const inThisMonth = addMonths(day, 0, dayOfMonth);
  return inThisMonth >= day ? inThisMonth : addMonths(day, 1, dayOfMonth);
}
