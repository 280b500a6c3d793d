/** The calendar date, `YYYY-MM-DD`, that an instant falls on in an IANA zone. */
export function localDate(at: Date, timeZone: string): string {
  // The Canadian order of a date is the ISO one.
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}
