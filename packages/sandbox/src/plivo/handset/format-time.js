const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const dayMs = 86_400_000;

export const formatClock = (ms) => clock.format(ms);
export const formatDay = (ms) => day.format(ms);

/** Whole days in a span of milliseconds. */
export const countDays = (ms) => Math.floor(ms / dayMs);

/** The day of the sandbox's clock where it is another than the machine's, as a short date; else nothing. */
export function formatTestDay(ms) {
  return startOfDay(ms) === startOfDay(Date.now()) ? '' : day.format(ms);
}

/** How far the sandbox's clock lies ahead of the machine's, in words; nothing below a minute. */
export function formatAhead(ms) {
  const minutes = Math.round((ms - Date.now()) / 60_000);
  if (minutes < 1) return '';
  if (minutes < 120) return `${minutes} min ahead`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours ahead` : `${Math.round(hours / 24)} days ahead`;
}

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
