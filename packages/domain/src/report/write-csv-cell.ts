/**
 * A cell of a CSV file that is handed out: in quotation marks where it needs them (RFC 4180), and never as something that a
 * program which opens the file takes for a formula.
 */
export function writeCsvCell(value: string | number): string {
  const text = String(value);
  // A number of ours may begin with a sign; words of other people's may not.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of cells, with its end. */
export function writeCsvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(writeCsvCell).join(',')}\r\n`;
}
