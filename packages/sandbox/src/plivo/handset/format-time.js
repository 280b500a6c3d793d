const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const dayMs = 86_400_000;

export const formatClock = (ms) => clock.format(ms);
export const formatDay = (ms) => day.format(ms);

/** A day as a thread names it, seen from `nowMs`: Today, Yesterday, a weekday within the week, else the date. */
export function formatRelativeDay(ms, nowMs) {
  const days = Math.round((startOfDay(nowMs) - startOfDay(ms)) / dayMs);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return days > 1 && days < 7 ? weekday.format(ms) : day.format(ms);
}

/** In a list: the time of day today, the day before that. */
export function formatBrief(ms, nowMs) {
  return startOfDay(ms) === startOfDay(nowMs) ? clock.format(ms) : formatRelativeDay(ms, nowMs);
}

export function startOfDay(ms) {
  return new Date(ms).setHours(0, 0, 0, 0);
}
